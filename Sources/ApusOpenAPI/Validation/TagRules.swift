import ApusDiagnostics

/// A tag is declared once; the first declaration holds.
enum TagRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        var first: [ByteKey: Place] = [:]
        return document.tags.compactMap { tag in
            guard let earlier = first[ByteKey(tag.name)] else { first[ByteKey(tag.name)] = tag.place; return nil }
            return .warning(
                "duplicate-tag", "the tag `\(tag.name)` is declared twice; the first declaration holds",
                at: tag.place.range, pointer: tag.place.pointer,
                notes: [.init("first declared here", at: earlier.range)])
        }
    }
}
