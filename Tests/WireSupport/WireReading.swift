import ApusJSON

/// The styles, read.
extension WireParameter {
    typealias Pair = (name: String, value: String)
    typealias Decode = (String) throws(WireError) -> String

    /// One text that stands alone: in a path or a header field.
    func text(_ raw: String, decode: Decode) throws(WireError) -> JSONValue? {
        switch style {
        case .json: return try Self.parse(decode(raw))
        case .matrix:
            guard raw.hasPrefix(";") else { throw WireError("`\(raw)` is not matrix") }
            return try pairs(Self.pairs(String(raw.dropFirst()), ";"), decode: decode)
        case .label, .dottedLabel:
            guard raw.hasPrefix(".") else { throw WireError("`\(raw)` is no label") }
            let isDotted = explode || style == .dottedLabel
            return try parts(String(raw.dropFirst()), isDotted ? "." : ",", decode)
        default: return try parts(raw, ",", decode)
        }
    }

    /// Pairs of a query, of cookies or of style matrix.
    func pairs(_ all: [Pair], decode: Decode) throws(WireError) -> JSONValue? {
        var decoded: [Pair] = []
        for pair in all { decoded.append((try decode(pair.name), pair.value)) }
        if location == .querystring || (explode && style != .deepObject && style != .json) {
            return try exploded(decoded, decode)
        }
        if style == .deepObject { return try deep(decoded, decode) }
        guard let raw = decoded.first(where: { $0.name == name })?.value else { return nil }
        switch style {
        case .json: return try Self.parse(decode(raw))
        case .spaceDelimited: return try parts(raw, "%20", decode)
        case .pipeDelimited: return try parts(raw, "%7C", decode)
        default: return try parts(raw, ",", decode)
        }
    }

    private func exploded(_ all: [Pair], _ decode: Decode) throws(WireError) -> JSONValue? {
        guard case .object(let members) = shape else {
            return try elements(all.filter { $0.name == name }.map(\.value), shape, decode)
        }
        var object = JSONObject()
        for pair in all where members[pair.name] != nil && object[pair.name] == nil {
            let texts = all.filter { $0.name == pair.name }.map(\.value)
            object[pair.name] = try elements(texts, members[pair.name]!, decode)
        }
        guard !object.isEmpty else { return nil }
        return .object(object)
    }

    private func elements(_ texts: [String], _ shape: Shape, _ decode: Decode) throws(WireError) -> JSONValue? {
        guard let first = texts.first else { return nil }
        guard case .array(let element) = shape else { return try Self.value(decode(first), shape) }
        var values: [JSONValue] = []
        for text in texts { values.append(try Self.value(decode(text), element)) }
        return .array(values)
    }

    /// What is joined by a separator; it is split before it is decoded.
    private func parts(_ raw: String, _ separator: String, _ decode: Decode) throws(WireError) -> JSONValue? {
        let parts = Self.split(raw, separator)
        switch shape {
        case .string, .number, .boolean: return try Self.value(decode(raw), shape)
        case .array: return try elements(parts, shape, decode)
        case .object(let members):
            var object = JSONObject()
            for (key, text) in explode ? Self.pairs(raw, separator) : Self.alternating(parts) {
                let key = try decode(key)
                guard let member = members[key] else { throw WireError("`\(key)` is no member") }
                object[key] = try Self.value(decode(text), member)
            }
            return .object(object)
        }
    }

    // MARK: - Brackets

    private func deep(_ all: [Pair], _ decode: Decode) throws(WireError) -> JSONValue? {
        var found: [(path: [String], text: String)] = []
        for pair in all where pair.name == name || pair.name.hasPrefix(name + "[") {
            let keys = pair.name.dropFirst(name.count).split(separator: "[").map { String($0.dropLast()) }
            found.append((keys, try decode(pair.value)))
        }
        guard !found.isEmpty else { return nil }
        return try Self.nested(found, shape)
    }

    private static func nested(_ found: [(path: [String], text: String)], _ shape: Shape) throws(WireError) -> JSONValue
    {
        switch shape {
        case .string, .number, .boolean: return try value(found[0].text, shape)
        case .array(let element):
            var values: [JSONValue] = []
            for entry in found where entry.path.first == "" { values.append(try value(entry.text, element)) }
            for group in groups(found) where group.key != "" { values.append(try nested(group.rest, element)) }
            return .array(values)
        case .object(let members):
            var object = JSONObject()
            for group in groups(found) {
                guard let member = members[group.key] else { throw WireError("`\(group.key)` is no member") }
                object[group.key] = try nested(group.rest, member)
            }
            return .object(object)
        }
    }

    private typealias Group = (key: String, rest: [(path: [String], text: String)])

    private static func groups(_ found: [(path: [String], text: String)]) -> [Group] {
        var groups: [Group] = []
        for entry in found {
            guard let key = entry.path.first else { continue }
            let rest = (path: Array(entry.path.dropFirst()), text: entry.text)
            if let index = groups.firstIndex(where: { $0.key == key }) {
                groups[index].rest.append(rest)
            } else {
                groups.append((key, [rest]))
            }
        }
        return groups
    }
}
