/// The `Link` header field (RFC 8288, section 3).
enum LinkHeader {
    /// The target of the first link with the relation `next`.
    static func next(in text: String) -> String? {
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
        {
            let target = rest[rest.index(after: open)..<close]
            let behind = rest[rest.index(after: close)...]
            let end = endOfParameters(behind)
            let parameters = "x" + (String(behind[..<end]) ?? "")
            if let relation = HeaderParameters.value("rel", in: parameters) {
                let words = relation.lowercased().split(separator: " ")
                if words.contains("next") { return String(target) }
            }
            rest = behind[end...]
        }
        return nil
    }

    /// The first comma that is not quoted.
    private static func endOfParameters(_ text: Substring.UTF8View) -> Substring.UTF8View.Index {
        var isQuoted = false
        for index in text.indices {
            if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if text[index] == UInt8(ascii: ","), !isQuoted { return index }
        }
        return text.endIndex
    }
}
