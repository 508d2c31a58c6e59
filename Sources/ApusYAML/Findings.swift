import ApusDiagnostics

/// What the builder has to say about nodes, in words.
extension NodeBuilder {
    func tooDeep(at range: SourceRange) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-depth", "nesting deeper than `\(limits.depth)` levels", at: range, pointer: pointer,
                hint: "Move inner parts to places of their own, such as `components`, and refer to them by `$ref`."))
    }

    func tooManyNodes(at range: SourceRange) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-size", "the text holds more than `\(limits.maximumNodes)` nodes", at: range, pointer: pointer,
                hint: "Split the document, or take examples out of it."))
    }

    func complexKey(at range: SourceRange) -> Diagnostic {
        .error(
            "yaml-complex-key", "a sequence or mapping cannot be a key", at: range,
            hint: "A key is text. If it begins with `{` or `[`, put it in quotes.")
    }

    func duplicate(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        .error(
            "yaml-duplicate-key", "the key `\(key.excerpt)` is written twice in one mapping", at: range,
            pointer: pointer.appending(key), hint: "Delete or rename one of them.",
            notes: [.init("first written here", at: first)])
    }

    func repeatedMerge(at range: SourceRange) -> Diagnostic {
        .error(
            "yaml-duplicate-key", "the merge key `<<` is written twice in one mapping", at: range,
            hint: "Merge several mappings with one key: `<<: [*first, *second]`.")
    }

    func badMerge(at range: SourceRange) -> Diagnostic {
        .error(
            "yaml-merge", "the merge key `<<` needs a mapping or a sequence of mappings", at: range,
            hint: "Write `<<: *name` with the anchor of a mapping; for a key of that name write it in quotes.")
    }

    func unknownAnchor(_ name: String, at range: SourceRange) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-alias", "no anchor `&\(name.excerpt)` stands before its alias", at: range, pointer: pointer,
                hint: "If the value is text that begins with `*`, put it in quotes."))
    }

    func cyclicAlias(_ name: String, at range: SourceRange) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-alias", "the alias `*\(name.excerpt)` stands inside the node that it names", at: range,
                pointer: pointer, hint: "Express recursion by `$ref`; a document tree cannot contain itself."))
    }

    func overBudget(_ name: String, at range: SourceRange) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-alias-budget",
                "with the alias `*\(name.excerpt)` the document holds too many nodes, aliases written out", at: range,
                pointer: pointer,
                hint: "Up to \(limits.aliasBudget) nodes, or \(limits.aliasFactor) times those written, are allowed."))
    }

    func unsupportedTag(_ tag: String, at range: SourceRange) -> Diagnostic {
        .error(
            "yaml-tag", "the tag `\(tag.excerpt)` is not supported", at: range,
            hint: "Delete it; only the tags of JSON's types are read, such as `!!str`.")
    }

    func unfitTag(_ tag: String, _ text: String?, at range: SourceRange) -> Diagnostic {
        let value = text.map { "`\($0.excerpt)`" } ?? "a collection"
        return .error(
            "yaml-tag", "\(value) is not of the tag's type `\(tag.excerpt)`", at: range,
            hint: "Delete the tag, or write a value of its type.")
    }
}

extension String {
    /// At most 60 scalars, for messages.
    var excerpt: String {
        let scalars = unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return self }
        return String(scalars[..<end]) + "…"
    }
}
