import ApusIR

/// JSONPaths that lead to one value: names and indices, and what authors write for the last element.
enum PagePath {
    /// `$.a.b[0]`, `$['a']`, `$.data[-1:].id`, `$.data[(@.length-1)]`, `$.length`; `nil` for anything else.
    static func steps(_ text: String) -> [Pagination.Step]? {
        var rest = text.unicodeScalars[...]
        guard rest.popFirst() == "$" else { return nil }
        var steps: [Pagination.Step] = []
        while let next = rest.popFirst() {
            switch next {
            case ".":
                let name = rest.prefix { $0 != "." && $0 != "[" }
                guard !name.isEmpty, !name.contains("*") else { return nil }
                rest = rest.dropFirst(name.count)
                let isCount = String(name) == "length" && rest.isEmpty
                steps.append(isCount ? .count : .member(String(name)))
            case "[":
                guard let step = bracket(&rest) else { return nil }
                steps.append(step)
            default: return nil
            }
        }
        return steps
    }

    private static func bracket(_ rest: inout Substring.UnicodeScalarView) -> Pagination.Step? {
        if let quote = rest.first, quote == "'" || quote == "\"" {
            let name = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(name.count + 1)
            guard rest.popFirst() == quote, rest.popFirst() == "]", !name.contains("\\") else { return nil }
            return .member(String(name))
        }
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count)
        guard rest.popFirst() == "]" else { return nil }
        let text = String(String.UnicodeScalarView(inner.filter { $0 != " " }))
        if text == "(@.length-1)" || text == "-1:" { return .index(-1) }
        return Int(text).map { .index($0) }
    }
}
