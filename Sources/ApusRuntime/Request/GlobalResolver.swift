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
            case .query: addQuery(parameter.name, value, to: &request)
            }
        }
    }

    private func addQuery(_ name: String, _ value: String, to request: inout PreparedRequest) {
        let name = PercentEncoding.encode(name, keeping: .formUnreserved)
        guard !value.isEmpty, !request.query.contains(where: { $0.name == name }) else { return }
        request.query.append(
            EncodedPair(name: name, value: PercentEncoding.encode(value, keeping: .formUnreserved)))
    }
}
