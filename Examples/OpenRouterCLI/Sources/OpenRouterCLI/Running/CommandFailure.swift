/// What a command itself finds wrong.
struct CommandFailure: Error {
    let status: ToolStatus
    let message: String

    init(_ message: String, status: ToolStatus = .failure) {
        self.status = status
        self.message = message
    }
}
