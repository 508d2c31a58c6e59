/// The one value of a request that chooses the page.
extension RequestBuilder {
    /// Sets it.
    mutating func turn(to turn: PageTurn) {
        switch turn {
        case .url(let url): nextURL = url
        case .set(.query(let name), let value): setQuery(name, value)
        case .set(.header(let name), let value): header(name, value)
        case .set(.body(let name), let value):
            keepingProblem { builder throws(RequestProblem) in try builder.setMember(name, value) }
        }
    }

    /// Sets a parameter of the query, where it stands: only its value differs from the page before.
    private mutating func setQuery(_ name: String, _ value: JSONValue) {
        let encoded = Self.encoded(name)
        let place = query.firstIndex { $0.name == encoded } ?? query.endIndex
        let behind = query[place...].filter { $0.name != encoded }
        query.removeSubrange(place...)
        self.query(name, value)
        query += behind
    }

    /// The number that the request gives there.
    func number(of input: Pagination.Input) -> Int? {
        switch input {
        case .query(let name): query.first { $0.name == Self.encoded(name) }?.value.flatMap { Int($0) }
        case .header(let name):
            headers.entries.first { $0.name == HTTPField.Name(name) }.flatMap { Int($0.value) }
        case .body(let name):
            if isForm {
                formPairs?.first { $0.name == Self.encoded(name) }?.value.flatMap { Int($0) }
            } else {
                bodyMembers?[name]?.number?.int
            }
        }
    }

    /// Sets a member of the body: of an object in JSON, or of a URL-encoded form. In any other body nothing is found again.
    private mutating func setMember(_ name: String, _ value: JSONValue) throws(RequestProblem) {
        if isForm, var pairs = formPairs {
            pairs.removeAll { $0.name == Self.encoded(name) }
            let new = try FormEncoder.text(.object([name: value]), [])
            set(.text((pairs.map(\.text) + [new]).joined(separator: "&")), contentType ?? "")
        } else if body == nil || bodyMembers != nil {
            var members = bodyMembers ?? [:]
            members[name] = value
            json(JSONValue.object(members), contentType: contentType ?? "application/json")
        } else {
            throw RequestProblem(
                .parameter, "the next page cannot be asked for: `\(name)` cannot be set in a body of this kind")
        }
    }

    private var bodyMembers: JSONObject? {
        body?.bytes.flatMap { try? JSONValue(jsonBytes: $0).object }
    }

    private var isForm: Bool {
        contentType.flatMap(MediaType.init).map { $0.type == "application" && $0.subtype == "x-www-form-urlencoded" }
            ?? false
    }

    /// The pairs of a form as they are sent; `nil` where it is not at hand.
    private var formPairs: [EncodedPair]? {
        body?.bytes.map { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "&").map { item in
                let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return EncodedPair(name: parts[0], value: parts.count > 1 ? parts[1] : nil)
            }
        }
    }

    private static func encoded(_ name: String) -> String { PercentEncoding.encode(name, keeping: .formUnreserved) }
}
