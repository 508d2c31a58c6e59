/// The one value of a request that chooses the page.
extension RequestBuilder {
    /// Sets it.
    mutating func turn(to turn: PageTurn) {
        switch turn {
        case .url(let url): nextURL = url
        case .set(.query(let name), let value):
            query.removeAll { $0.name == Self.encoded(name) }
            self.query(name, value)
        case .set(.header(let name), let value): header(name, value)
        case .set(.body(let name), let value):
            var members = bodyMembers ?? [:]
            members[name] = value
            json(JSONValue.object(members), contentType: contentType ?? "application/json")
        }
    }

    /// The number that the request gives there.
    func number(of input: Pagination.Input) -> Int? {
        switch input {
        case .query(let name): query.first { $0.name == Self.encoded(name) }?.value.flatMap { Int($0) }
        case .header(let name):
            headers.entries.first { $0.name == HTTPField.Name(name) }.flatMap { Int($0.value) }
        case .body(let name): bodyMembers?[name]?.number?.int
        }
    }

    private var bodyMembers: JSONObject? {
        body?.bytes.flatMap { try? JSONValue(jsonBytes: $0).object }
    }

    private static func encoded(_ name: String) -> String { PercentEncoding.encode(name, keeping: .formUnreserved) }
}
