/// Which operation a method and a path mean.
struct RouteTable: Sendable {
    /// What a request fits.
    enum Match {
        case operation(OperationExamples)
        /// The path is known, with these methods only.
        case methods([String])
        case none
    }

    let operations: [OperationExamples]

    init(_ operations: [OperationExamples]) { self.operations = operations }

    /// The operation whose path template fits the end of the path best: most literal segments, then most segments, then
    /// the document's order. What stands before is the server's base path, whatever it is.
    func match(method: String, path: String) -> Match {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let fitting = operations.compactMap { operation in
            PathTemplate(operation.path).score(of: segments).map { (operation: operation, score: $0) }
        }
        let best = fitting.reduce(into: nil as (operation: OperationExamples, score: Int)?) { best, next in
            guard next.operation.method == method else { return }
            if next.score > best?.score ?? -1 { best = next }
        }
        if let best { return .operation(best.operation) }
        return fitting.isEmpty ? .none : .methods(fitting.map(\.operation.method))
    }
}

/// A path template, segment by segment.
private struct PathTemplate {
    let segments: ArraySlice<Substring>

    init(_ path: String) { segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() }

    /// How well the template fits the end of a path, `nil` for not at all.
    func score(of path: ArraySlice<Substring>) -> Int? {
        guard path.count >= segments.count else { return nil }
        var score = segments.count
        for (pattern, segment) in zip(segments, path.suffix(segments.count)) {
            guard Self.fits(pattern, segment) else { return nil }
            if !pattern.contains("{") { score += 1000 }
        }
        return score
    }

    /// A parameter stands for one segment, or for the part between the literal beginning and end of one; it is not
    /// empty.
    private static func fits(_ pattern: Substring, _ segment: Substring) -> Bool {
        guard let start = pattern.firstIndex(of: "{"), let end = pattern.lastIndex(of: "}") else {
            return pattern == segment || String(pattern) == PercentEncoding.decode(segment)
        }
        let before = pattern[..<start]
        let after = pattern[pattern.index(after: end)...]
        return segment.hasPrefix(before) && segment.hasSuffix(after) && segment.count > before.count + after.count
    }
}
