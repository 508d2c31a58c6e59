import ApusRuntime
import ApusTesting
import Golden

extension GoldenClient {
    /// A client with every credential, one attempt a call unless told, and nothing from the environment.
    static func testing(
        _ transport: (any Transport)? = nil, baseURL: String? = nil, retryPolicy: RetryPolicy? = .never
    ) -> GoldenClient {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = retryPolicy
        configuration.environment = EnvironmentLookup([:])
        return GoldenClient(
            key: "k-c4n4ry7f3a9c", bearer: "b-c4n4ry7f3a9c", basic: "ann:c4n4ry7f3a9c", xShelter: "north",
            branch: "main", season: "winter", baseURL: baseURL, configuration: configuration, transport: transport)
    }
}

extension OperationExamples {
    /// An operation that a server has, without examples: tests say what it answers.
    static func of<Request: OperationRequest>(_ type: Request.Type) -> OperationExamples {
        let operation = Request.operation
        return OperationExamples(
            operationID: operation.id, method: operation.method, path: operation.path, requiresCredential: false,
            responses: [])
    }
}

/// Runs a test against a server on the loopback.
func withServer(_ body: (ExampleServer) async throws -> Void) async throws {
    let server = try await ExampleServer.start([
        .of(ListPetsRequest.self), .of(AddPetRequest.self), .of(GetPetRequest.self), .of(SetPhotoRequest.self),
        .of(GetPhotoRequest.self), .of(AddNoteRequest.self), .of(WatchRequest.self), .of(ExportRequest.self),
    ])
    do { try await body(server) } catch {
        try await server.shutdown()
        throw error
    }
    try await server.shutdown()
}
