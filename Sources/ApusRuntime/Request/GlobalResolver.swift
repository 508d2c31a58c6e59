/// Fills in the client-level globals that a request left open: call, then client, then environment.
struct GlobalResolver: Sendable {
    var parameters: [GlobalParameter]
    /// The client's own values, by name; an empty one suppresses the parameter.
    var client: [String: String]
    var environment: EnvironmentLookup

    /// Fills what the request left open of its path.
    func fillPath(of builder: inout RequestBuilder) {
        for parameter in parameters where parameter.location == .path {
            guard builder.operation.globals.contains(parameter.name), builder.pathValues[parameter.name] == nil,
                let value = value(of: parameter), !value.isEmpty
            else { continue }
            builder.path(parameter.name, value)
        }
    }

    /// Puts the globals that the operation takes into the request.
    func apply(to request: inout PreparedRequest) throws(RequestProblem) {
        for parameter in parameters where request.operation.globals.contains(parameter.name) {
            guard let value = value(of: parameter) else { continue }
            switch parameter.location {
            case .header:
                let name = try HeaderRules.name(parameter.name)
                guard !request.headers.contains(name) else { continue }
                try request.headers.set(parameter.name, value)
            case .query: add(parameter.name, value, .formUnreserved, to: &request.query)
            case .cookie: add(parameter.name, value, .unreserved, to: &request.cookies)
            case .path: break
            }
        }
    }

    /// Refuses a request without a parameter that it must have.
    func check(_ needed: [String], in request: PreparedRequest) throws(RequestProblem) {
        for parameter in parameters where needed.contains(parameter.name) && !has(parameter, request) {
            throw RequestProblem(
                .parameter, "the parameter `\(parameter.name)` is needed: give it to the call or to the client")
        }
    }

    private func has(_ parameter: GlobalParameter, _ request: PreparedRequest) -> Bool {
        switch parameter.location {
        // One that is suppressed is known, and is not there.
        case .header: (try? HeaderRules.name(parameter.name)).map { request.headers.fields[$0] != nil } ?? false
        case .query:
            request.query.contains { $0.name == PercentEncoding.encode(parameter.name, keeping: .formUnreserved) }
        case .cookie:
            request.cookies.contains { $0.name == PercentEncoding.encode(parameter.name, keeping: .unreserved) }
        // A path without its parts is no path: `PathTemplate` says so.
        case .path: true
        }
    }

    private func value(of parameter: GlobalParameter) -> String? {
        client[parameter.name] ?? environment(parameter.environment)
    }

    private func add(
        _ name: String, _ value: String, _ kept: PercentEncoding.Kept, to pairs: inout [EncodedPair]
    ) {
        let pair = EncodedPair(
            name: PercentEncoding.encode(name, keeping: kept), value: PercentEncoding.encode(value, keeping: kept))
        if !value.isEmpty && !pairs.contains(where: { $0.name == pair.name }) { pairs.append(pair) }
    }
}
