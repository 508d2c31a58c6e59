import CanarySupport

@testable import ApusRuntime

/// Answers requests in the order of a script; after its end the last step repeats.
final class ScriptedTransport: Transport {
    enum Step: Sendable {
        case answer(Int, String, headers: [(String, String)] = [])
        /// JSON of these bytes, whatever they are.
        case bytes(Int, [UInt8])
        /// The head, then these pieces of the body, then a failure.
        case broken(Int, String, TransportError, headers: [(String, String)] = [])
        case failure(TransportError)
        /// Nothing until the task is cancelled.
        case silence
        /// Time passes, then the step.
        indirect case after(Duration, Step)

        static func json(_ status: Int, _ body: String) -> Step {
            .answer(status, body, headers: [("Content-Type", "application/json")])
        }

        /// A JSON answer with more header fields.
        static func json(_ status: Int, _ body: String, _ more: [(String, String)]) -> Step {
            .answer(status, body, headers: [("Content-Type", "application/json")] + more)
        }
    }

    let keepsTime: Bool
    private let steps: [Step]
    private let clock: TestClock?
    private let seen = Locked<[TransportRequest]>([])

    init(_ steps: [Step], clock: TestClock? = nil, keepsTime: Bool = false) {
        self.keepsTime = keepsTime
        self.steps = steps
        self.clock = clock
    }

    var requests: [TransportRequest] { seen.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        if let credential = request.head.headerFields[.authorization] { CanaryWatch.check(credential: credential) }
        let count = seen.withLock { seen in
            seen.append(request)
            return seen.count
        }
        return try await run(steps[min(count, steps.count) - 1])
    }

    func shutdown() async {}

    private func run(_ step: Step) async throws(TransportError) -> TransportResponse {
        switch step {
        case .answer(let status, let body, let headers):
            return Self.response(status, Array(body.utf8), headers, nil)
        case .bytes(let status, let body):
            return Self.response(status, body, [("Content-Type", "application/json")], nil)
        case .broken(let status, let body, let error, let headers):
            return Self.response(status, Array(body.utf8), [("Content-Type", "application/json")] + headers, error)
        case .failure(let error): throw error
        case .silence:
            try? await Task.sleep(for: .seconds(86_400))
            throw TransportError(.cancelled, .maybeSent, "cancelled")
        case .after(let duration, let step):
            clock?.advance(by: duration)
            return try await run(step)
        }
    }

    private static func response(
        _ status: Int, _ bytes: [UInt8], _ headers: [(String, String)], _ error: TransportError?
    ) -> TransportResponse {
        var fields = HTTPFields()
        for (name, value) in headers { fields.append(HTTPField(name: HTTPField.Name(name)!, value: value)) }
        // In two pieces, so that collecting is put to use.
        let rest = Locked([Array(bytes.prefix(bytes.count / 2)), Array(bytes.dropFirst(bytes.count / 2))])
        let stream = ResponseBody { () async throws(TransportError) -> [UInt8]? in
            let piece = rest.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if piece == nil, let error { throw error }
            return piece
        }
        return TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields), body: stream)
    }
}
