import ApusJSON
import HTTPTypes
import NIOConcurrencyHelpers

/// Decides what an ``ExampleServer`` answers, and keeps what it was asked.
final class ExampleAnswers: Sendable {
    typealias Rule = @Sendable (RecordedRequest) -> ServerStep

    private struct State {
        var requests: [RecordedRequest] = []
        var scripts: [String: [ServerStep]] = [:]
        var rules: [String: Rule] = [:]
        /// An operation that was given a script or a rule but does not exist.
        var unknownOperation: String?
    }

    private let routes: RouteTable
    private let state = NIOLockedValueBox(State())

    init(_ operations: [OperationExamples]) { routes = RouteTable(operations) }

    var requests: [RecordedRequest] { state.withLockedValue(\.requests) }

    func script(_ operationID: String, _ steps: [ServerStep]) {
        change(operationID) { $0.scripts[operationID, default: []] += steps }
    }

    func rule(_ operationID: String, _ rule: @escaping Rule) {
        change(operationID) { $0.rules[operationID] = rule }
    }

    private func change(_ operationID: String, _ body: (inout State) -> Void) {
        let isKnown = routes.operations.contains { $0.operationID == operationID }
        state.withLockedValue { state in
            if isKnown { body(&state) } else { state.unknownOperation = operationID }
        }
    }

    /// The answer to a request, and how long to wait before it. The request is kept under its operation's ID.
    func answer(_ request: RecordedRequest) -> (delay: Duration, answer: ServerAnswer) {
        var request = request
        if let unknown = state.withLockedValue(\.unknownOperation) {
            keep(request)
            return (.zero, ErrorBody.unknownOperation(unknown, routes.operations))
        }
        switch routes.match(method: request.method, path: request.path) {
        case .operation(let operation):
            request.operationID = operation.operationID
            return resolve(step(for: request, operation), operation, accept: request.header("Accept"))
        case .methods(let methods):
            keep(request)
            return (.zero, ErrorBody.wrongMethod(request, methods))
        case .none:
            keep(request)
            return (.zero, ErrorBody.unknownPath(request, routes.operations))
        }
    }

    private func keep(_ request: RecordedRequest) { state.withLockedValue { $0.requests.append(request) } }

    /// A scripted step, else the rule's, else the example; without a credential the document's 401.
    private func step(for request: RecordedRequest, _ operation: OperationExamples) -> ServerStep {
        let (scripted, rule) = state.withLockedValue { state -> (ServerStep?, Rule?) in
            state.requests.append(request)
            guard let first = state.scripts[operation.operationID]?.first else {
                return (nil, state.rules[operation.operationID])
            }
            state.scripts[operation.operationID]?.removeFirst()
            return (first, nil)
        }
        if let step = scripted ?? rule?(request) { return step }
        if operation.requiresCredential, !request.hasCredential, operation.response(status: 401, name: nil) != nil {
            return .example(status: 401)
        }
        return .example()
    }

    private func resolve(
        _ step: ServerStep, _ operation: OperationExamples, accept: String?
    ) -> (delay: Duration, answer: ServerAnswer) {
        var step = step
        var delay = Duration.zero
        while case .delayed(let more, let next) = step {
            delay += more
            step = next
        }
        switch step {
        case .drop, .delayed: return (delay, .close(reset: false))
        case .reset: return (delay, .close(reset: true))
        case .response(let status, let headers, let body):
            let type = body.isEmpty ? "" : "application/json"
            return (delay, .response(status: status, contentType: type, headers: headers, body: Array(body.utf8)))
        case .bytes(let status, let headers, let body):
            return (delay, .response(status: status, contentType: "", headers: headers, body: body))
        case .pieces(let pieces, let pause, let headers, let breaksOff):
            let answer = PiecewiseAnswer(
                headers: headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) },
                pieces: pieces.map { Array($0.utf8) }[...], pause: pause, breaksOff: breaksOff)
            return (delay, .pieces(answer))
        case .example(let status, let name, let headers):
            guard let example = operation.response(status: status, name: name, accept: accept) else {
                return (delay, ErrorBody.noExample(operation, status, name, headers))
            }
            let body = Array(example.body.utf8)
            return (
                delay,
                .response(status: example.status, contentType: example.contentType, headers: headers, body: body)
            )
        }
    }

}

extension RecordedRequest {
    /// Whether anything in the request looks like a credential: `Authorization`, a cookie, a header field or a query
    /// item that is named like a key or a token.
    fileprivate var hasCredential: Bool {
        let names = headers.map(\.name.canonicalName) + query.map { $0.name.lowercased() }
        return names.contains { name in
            name == "authorization" || name == "cookie" || name == "key" || name.hasSuffix("token")
                || ["api-key", "apikey", "api_key"].contains { name.contains($0) }
        }
    }
}

extension ServerAnswer {
    static func response(status: Int, contentType: String, headers: [String: String], body: [UInt8]) -> Self {
        var fields = headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        if !contentType.isEmpty, !fields.contains(where: { $0.name.lowercased() == "content-type" }) {
            fields.insert((name: "Content-Type", value: contentType), at: 0)
        }
        return .response(status: status, headers: fields, body: body)
    }
}

/// The server's own errors, as JSON that says what is there instead.
enum ErrorBody {
    static func unknownPath(_ request: RecordedRequest, _ operations: [OperationExamples]) -> ServerAnswer {
        let known = operations.map { JSONValue.string("\($0.method) \($0.path) (\($0.operationID))") }
        return error(404, "no operation fits `\(request.method) \(request.path)`", ["operations": .array(known)])
    }

    static func unknownOperation(_ operationID: String, _ operations: [OperationExamples]) -> ServerAnswer {
        let known = operations.map { JSONValue.string($0.operationID) }
        let message = "a script or a rule is for the operation `\(operationID)`, which does not exist"
        return error(500, message, ["operations": .array(known)])
    }

    static func wrongMethod(_ request: RecordedRequest, _ methods: [String]) -> ServerAnswer {
        let methods = methods.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return error(
            405, "`\(request.path)` takes no `\(request.method)`",
            ["methods": .array(methods.map(JSONValue.string))], headers: ["Allow": methods.joined(separator: ", ")])
    }

    static func noExample(
        _ operation: OperationExamples, _ status: Int?, _ name: String?, _ headers: [String: String]
    ) -> ServerAnswer {
        let known = operation.responses.map { JSONValue.string("\($0.status) \($0.name)") }
        let wanted = [status.map(String.init) ?? "a success", name.map { "named `\($0)`" }].compactMap { $0 }
        return error(
            status ?? 500, "`\(operation.operationID)` has no example for \(wanted.joined(separator: " "))",
            ["examples": .array(known)], headers: headers)
    }

    static func error(
        _ status: Int, _ message: String, _ more: JSONObject = [:], headers: [String: String] = [:]
    ) -> ServerAnswer {
        var error: JSONObject = ["code": .number(JSONNumber(status)), "message": .string(message)]
        for (key, value) in more { error[key] = value }
        let body = JSONValue.object(["error": .object(error)])
        let bytes = (try? body.jsonBytes()) ?? []
        return .response(status: status, contentType: "application/json", headers: headers, body: bytes)
    }
}
