public import ApusJSON
public import ApusRuntime
import HTTPTypes
import NIOConcurrencyHelpers

/// A transport that answers inside the process, with a stub for each operation, and keeps every request.
///
/// ```swift
/// let transport = MockTransport()
/// transport.stub(GetGenerationRequest.self, returning: GenerationResponse(data: …))
/// let client = OpenRouterClient(apiKey: "test", transport: transport)
///
/// let generation = try await client.generations.getGeneration(id: "gen-1")
///
/// #expect(transport.requests.map(\.target) == ["/api/v1/generation?id=gen-1"])
/// #expect(transport.requests[0].header("Authorization") == "Bearer test")
/// ```
///
/// Everything above the transport is real: encoding, credentials, retries, deadlines, decoding. A sequence shows how a
/// client gets over failures:
///
/// ```swift
/// transport.stub(
///     GetGenerationRequest.self,
///     sequence: [
///         .text(503, "busy"), .failure(TransportError(.connectionLost, .maybeSent, "reset")), .json(200, value),
///     ])
/// ```
///
/// An operation without a stub fails its call with an error that says which operations have one.
public final class MockTransport: Transport {
    private typealias Responder = @Sendable (TransportRequest) async throws(TransportError) -> MockResponse

    private struct State {
        var responders: [String: Responder] = [:]
        var requests: [RecordedRequest] = []
    }

    private let state = NIOLockedValueBox(State())

    /// A transport without any stub.
    public init() {}

    /// The requests so far, each attempt of a call as one, in the order in which they were sent.
    public var requests: [RecordedRequest] { state.withLockedValue(\.requests) }

    // MARK: Stubs. A later one for the same operation takes the place of the earlier one.

    /// Answers every call of the operation with this value: status 200, JSON.
    public func stub<R: OperationRequest>(_ type: R.Type, returning output: R.Output) where R.Output: JSONCodable {
        let status = R.operation.success.lazy.compactMap(\.exactStatus).first ?? 200
        stub(type, sequence: .repeated(.json(status, output)))
    }

    /// Answers every call of the operation with this status and this value as JSON: one of its errors, say.
    public func stub<R: OperationRequest>(
        _ type: R.Type, status: Int, body: some JSONCodable, headers: [String: String] = [:]
    ) {
        stub(type, sequence: .repeated(.json(status, body, headers: headers)))
    }

    /// Answers the operation's requests (retries count) with one response each, in order. A request more fails.
    public func stub<R: OperationRequest>(_ type: R.Type, sequence: [MockResponse]) {
        stub(type, sequence: .inOrder(sequence))
    }

    /// Answers every request of the operation with what the function returns for it.
    public func stub<R: OperationRequest>(
        _ type: R.Type,
        respond: @escaping @Sendable (TransportRequest) async throws(TransportError) -> MockResponse
    ) {
        state.withLockedValue { $0.responders[R.operation.id] = respond }
    }

    private func stub<R: OperationRequest>(_ type: R.Type, sequence: StubSequence) {
        let sequence = NIOLockedValueBox(sequence)
        stub(type) { request throws(TransportError) in
            if let response = sequence.withLockedValue({ $0.next() }) { return response }
            throw Self.problem("the responses stubbed for `\(request.operationID)` are used up")
        }
    }

    // MARK: Transport

    /// Answers the request from its operation's stub.
    /// - Throws: `TransportError` where the stub says so, or when there is none.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let recorded = RecordedRequest(request, body: try await Self.bytes(of: request.body))
        let (responder, stubbed) = state.withLockedValue { state in
            state.requests.append(recorded)
            return (state.responders[request.operationID], state.responders.keys.sorted())
        }
        guard let responder else { throw Self.problem(Self.missingStub(request.operationID, stubbed)) }
        return try await responder(request).play(for: request)
    }

    /// Reads files and streams as the wire would.
    private static func bytes(of body: RequestBody?) async throws(TransportError) -> [UInt8] {
        do { return try await body?.collect() ?? [] } catch {
            throw TransportError(.requestBody, .notSent, "the request's body could not be read: \(error)")
        }
    }

    /// Does nothing: there is nothing to close.
    public func shutdown() async {}

    private static func missingStub(_ operationID: String, _ stubbed: [String]) -> String {
        let others = stubbed.isEmpty ? "no operation" : stubbed.map { "`\($0)`" }.joined(separator: ", ")
        return
            "the mock transport has no stub for `\(operationID)`, but for \(others); add one with `stub(_:returning:)`"
    }

    /// An error that no client tries again.
    private static func problem(_ message: String) -> TransportError {
        TransportError(.protocolViolation, .notSent, message)
    }
}

/// Responses that are taken one by one.
private enum StubSequence: Sendable {
    case repeated(MockResponse)
    case inOrder([MockResponse])

    mutating func next() -> MockResponse? {
        switch self {
        case .repeated(let response): return response
        case .inOrder(let responses):
            self = .inOrder(Array(responses.dropFirst()))
            return responses.first
        }
    }
}

extension RecordedRequest {
    fileprivate init(_ request: TransportRequest, body: [UInt8]) {
        self.init(
            operationID: request.operationID, method: request.head.method.rawValue, target: request.head.path ?? "",
            headers: request.head.headerFields, body: body)
    }
}

extension StatusPattern {
    fileprivate var exactStatus: Int? { if case .exact(let code) = self { code } else { nil } }
}
