import ApusDiagnostics
import ApusYAML

/// A mapping on its way to an object: hands out its members by key and reports what does not belong.
struct ObjectReader {
    let context: DecodingContext
    let mapping: YAMLMapping
    let place: Place
    /// What the object is called in messages.
    let title: String

    /// Hands out each member whose key the object knows, and reports the other keys and missing ones.
    /// - Returns: the `x-…` members.
    func read<Key: ObjectKey>(
        _ keys: Key.Type, required: [Key] = [], _ body: (Key, Member) -> Void
    ) -> OrderedMap<YAMLNode> {
        var extensions: [OrderedMap<YAMLNode>.Entry] = []
        let table = Key.table
        let pairs = mapping.pairs
        // By index, since copying a pair counts four references up and down.
        for index in pairs.indices {
            if let key = table[pairs[index].key] {
                let member = Member(context: context, pairs: pairs, index: index, parent: place.path)
                if context.version < key.since { reportEarly(member, key.since) }
                body(key, member)
            } else if pairs[index].key.isExtensionKey {
                let pair = pairs[index]
                extensions.append(.init(key: pair.key, keyRange: pair.keyRange, value: pair.value))
            } else {
                reportUnknown(pairs[index], known: Key.allCases.map(\.rawValue))
            }
        }
        for key in required where mapping[key.rawValue] == nil { reportMissing(key.rawValue) }
        return OrderedMap(extensions)
    }

    /// Hands out every member but extensions: for objects whose keys are names.
    func readNames(_ body: (Member) -> Void) -> OrderedMap<YAMLNode> {
        var extensions: [OrderedMap<YAMLNode>.Entry] = []
        let pairs = mapping.pairs
        for index in pairs.indices {
            if pairs[index].key.isExtensionKey {
                let pair = pairs[index]
                extensions.append(.init(key: pair.key, keyRange: pair.keyRange, value: pair.value))
            } else {
                body(Member(context: context, pairs: pairs, index: index, parent: place.path))
            }
        }
        return OrderedMap(extensions)
    }

    func reportMissing(_ key: String, hint: String? = nil) {
        context.report(
            .warning(
                "missing-key", "\(title) needs the key `\(key)`", at: place.range, pointer: place.pointer, hint: hint,
                category: .document))
    }

    /// Documents carry vendors' keys without `x-`, and misspelt ones; neither is guessed at.
    private func reportUnknown(_ pair: YAMLMapping.Pair, known: [String]) {
        let near = Spelling.nearest(to: pair.key, among: known)
        context.report(
            .warning(
                "unknown-key", "`\(pair.key)` is not a key of \(title) and is ignored", at: pair.keyRange,
                pointer: place.path.appending(pair.key).pointer,
                hint: near.map { "Did you mean `\($0)`?" } ?? "Keys of your own begin with `x-`.", category: .document))
    }

    /// What a later version brought is read in an earlier one too: what its author means is plain.
    private func reportEarly(_ member: Member, _ since: OpenAPIDocument.Version) {
        member.warn(
            "later-keyword", "`\(member.key)` of \(title) belongs to OpenAPI \(since.rawValue); it is read as there",
            hint: "Write `openapi: \(since.rawValue).0` at the top if the document follows it.", isKey: true)
    }
}

extension String {
    /// Whether the key is a Specification Extension.
    var isExtensionKey: Bool { utf8.starts(with: "x-".utf8) }
}
