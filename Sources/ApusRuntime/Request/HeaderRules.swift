/// What may stand in a header field (RFC 9110 section 5).
enum HeaderRules {
    /// Fields that frame the message: a wrong one would let a request smuggle another.
    private static let framing: Set<String> = [
        "connection", "content-length", "expect", "host", "keep-alive", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]

    /// OpenAPI, Parameter Object: header parameters of these names are ignored.
    static func isIgnoredParameter(_ name: String) -> Bool {
        ["accept", "authorization", "content-type"].contains(name.lowercased())
    }

    /// Whether a field of this name is likely to hold a secret; its value is not shown.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased().utf8
        return secretParts.contains { part in
            name.indices.contains { name[$0...].starts(with: part) }
        }
    }

    private static let secretParts = [
        "authorization", "cookie", "api-key", "apikey", "token", "secret", "password", "signature",
    ].map { Array($0.utf8) }

    /// The name, if it is a token and not one that the transport sets.
    static func name(_ name: String) throws(RequestProblem) -> HTTPField.Name {
        guard let field = HTTPField.Name(name), !name.hasPrefix(":") else {
            throw RequestProblem(.header, "`\(printable(name))` is not a header field's name (RFC 9110, token)")
        }
        guard !framing.contains(field.canonicalName) else {
            throw RequestProblem(.header, "the header field `\(name)` is set by the transport and cannot be given")
        }
        return field
    }

    /// The value, if it is printable ASCII with spaces and tabs. The message never shows it: it may be secret.
    static func check(_ value: String, of what: String) throws(RequestProblem) {
        for (index, scalar) in value.unicodeScalars.enumerated() {
            switch scalar.value {
            case 0x20...0x7E, 0x09: continue
            case 0x0A, 0x0D:
                throw RequestProblem(
                    .header, "\(what) holds a line break (character \(index + 1)); remove it, it is often a file's last"
                )
            case 0...0x1F, 0x7F:
                throw RequestProblem(.header, "\(what) holds a control character (character \(index + 1)); remove it")
            default:
                throw RequestProblem(
                    .header,
                    "\(what) holds a character outside of ASCII (character \(index + 1)), which HTTP header fields "
                        + "cannot carry; percent-encode the value or write it in ASCII")
            }
        }
    }

    private static func printable(_ name: String) -> String {
        String(name.unicodeScalars.prefix(64).map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" })
    }
}

/// Header fields in the order in which they were first set, one per name whatever its letters' case; an empty value
/// means that the field is not sent.
struct HeaderList: Sendable {
    private(set) var entries: [(name: HTTPField.Name, value: String)] = []

    /// Sets the field, replacing the one of this name.
    mutating func set(_ name: String, _ value: String) throws(RequestProblem) {
        let field = try HeaderRules.name(name)
        try HeaderRules.check(value, of: "the header field `\(name)`")
        set(field, value)
    }

    /// Sets a field that is known to be sound.
    mutating func set(_ name: HTTPField.Name, _ value: String) {
        if let index = entries.firstIndex(where: { $0.name == name }) {
            entries[index] = (name, value)
        } else {
            entries.append((name, value))
        }
    }

    /// Sets the field unless one of this name is there, suppressed ones included.
    mutating func setDefault(_ name: HTTPField.Name, _ value: String) {
        if !contains(name) { entries.append((name, value)) }
    }

    /// Takes all other fields away.
    mutating func keep(_ names: [HTTPField.Name]) { entries.removeAll { !names.contains($0.name) } }

    func contains(_ name: HTTPField.Name) -> Bool { entries.contains { $0.name == name } }

    /// Sets all the fields of an option's dictionary, in the order of their names.
    mutating func merge(_ fields: [String: String]) throws(RequestProblem) {
        var seen: Set<HTTPField.Name> = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard seen.insert(try HeaderRules.name(name)).inserted else {
                throw RequestProblem(.header, "the header field `\(name)` is given twice, in different letter case")
            }
            try set(name, value)
        }
    }

    /// The fields to send.
    var fields: HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(entries.count + 2)
        for entry in entries where !entry.value.isEmpty {
            fields.append(HTTPField(name: entry.name, value: entry.value))
        }
        return fields
    }
}
