import ApusJSON

/// Texts of the wire, taken apart.
extension WireParameter {
    static func split(_ raw: String, _ separator: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var rest = raw[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append(part)
                part = ""
                rest = rest.dropFirst(separator.count)
            } else {
                part.append(rest.removeFirst())
            }
        }
        return parts + [part]
    }

    static func pairs(_ raw: String, _ separator: String) -> [Pair] {
        guard !raw.isEmpty else { return [] }
        return split(raw, separator).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    static func alternating(_ parts: [String]) -> [Pair] {
        stride(from: 0, to: parts.count - 1, by: 2).map { (parts[$0], parts[$0 + 1]) }
    }

    static func value(_ text: String, _ shape: Shape) throws(WireError) -> JSONValue {
        switch shape {
        case .string: return .string(text)
        case .number, .boolean, .array, .object: return try parse(text)
        }
    }

    static func parse(_ json: String) throws(WireError) -> JSONValue {
        do { return try JSONValue(jsonText: json) } catch { throw WireError("`\(json)`: \(error)") }
    }

    static func formDecoded(_ text: String) throws(WireError) -> String {
        try percentDecoded(String(text.map { $0 == "+" ? " " : $0 }))
    }

    /// Stricter than servers are: a `%` that begins nothing, or bytes that are no UTF-8, are a fault of the client.
    static func percentDecoded(_ text: String) throws(WireError) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { bytes.append(byte); continue }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count > 1 else {
                throw WireError("`\(text)` has a `%` that begins no escape")
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        let decoded = String(decoding: bytes, as: UTF8.self)
        guard Array(decoded.utf8) == bytes else { throw WireError("`\(text)` is no UTF-8") }
        return decoded
    }
}
