/// Fills in the client-level globals that a request left open: call, then client, then environment.
struct GlobalResolver: Sendable {
    var parameters: [GlobalParameter]
    /// The client's own values, by name; an empty one suppresses the parameter.
    var client: [String: String]
    var environment: EnvironmentLookup

    /// Puts the globals that the operation takes into the request.
    func apply(to request: inout PreparedRequest) throws(RequestProblem) {
        for parameter in parameters where request.operation.globals.contains(parameter.name) {
            guard let value = client[parameter.name] ?? environment(parameter.environment) else { continue }
            switch parameter.location {
            case .header:
                let name = try HeaderRules.name(parameter.name)
                guard !request.headers.contains(name) else { continue }
                try request.headers.set(parameter.name, value)
            case .query: add(parameter.name, value, .formUnreserved, to: &request.query)
            case .cookie: add(parameter.name, value, .unreserved, to: &request.cookies)
            }
        }
    }

    private func add(
        _ name: String, _ value: String, _ kept: PercentEncoding.Kept, to pairs: inout [EncodedPair]
    ) {
        let pair = EncodedPair(
            name: PercentEncoding.encode(name, keeping: kept), value: PercentEncoding.encode(value, keeping: kept))
        if !value.isEmpty && !pairs.contains(where: { $0.name == pair.name }) { pairs.append(pair) }
    }
}
