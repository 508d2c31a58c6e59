import Gentests
import Testing

/// A call with parameters, and what the server has to get.
struct ParameterRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// As it is on the wire.
    let want: String
    let run: @Sendable (GentestsClient, CallOptions) async throws -> Void

    init(
        _ name: String, _ want: String, _ run: @escaping @Sendable (GentestsClient, CallOptions) async throws -> Void
    ) {
        testDescription = name
        self.want = want
        self.run = run
    }

    /// The request that was sent.
    func sent(baseURL: String? = nil) async throws -> SeenRequest {
        let call = Call(baseURL: baseURL)
        try await run(GentestsClient.with(.init()), call.options)
        return try await call.request()
    }
}
