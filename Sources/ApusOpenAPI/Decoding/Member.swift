import ApusDiagnostics
import ApusYAML

/// A value with its key, ready to be read as what the key asks for.
///
/// Each method returns `nil`, with a diagnostic, when the value is something else.
struct Member {
    let context: DecodingContext
    let parent: DocumentPath
    private let source: Source

    /// Where key and value are kept. A member is made for every pair of the document: pointing into the collection costs
    /// one reference, and copying the pair would cost four.
    private enum Source {
        case pair([YAMLMapping.Pair], Int)
        case item([YAMLNode], Int)
    }

    /// The pair of a mapping at an index.
    init(context: DecodingContext, pairs: [YAMLMapping.Pair], index: Int, parent: DocumentPath) {
        self.context = context
        self.parent = parent
        source = .pair(pairs, index)
    }

    /// The item of a sequence at an index, which is its key.
    private init(context: DecodingContext, items: [YAMLNode], index: Int, parent: DocumentPath) {
        self.context = context
        self.parent = parent
        source = .item(items, index)
    }

    init(context: DecodingContext, pair: YAMLMapping.Pair, parent: DocumentPath) {
        self.init(context: context, pairs: [pair], index: 0, parent: parent)
    }

    init(context: DecodingContext, key: String, keyRange: SourceRange, node: YAMLNode, parent: DocumentPath) {
        self.init(context: context, pair: .init(key: key, keyRange: keyRange, value: node), parent: parent)
    }

    var key: String {
        switch source {
        case .pair(let pairs, let index): pairs[index].key
        case .item(_, let index): String(index)
        }
    }

    var keyRange: SourceRange {
        switch source {
        case .pair(let pairs, let index): pairs[index].keyRange
        case .item(let items, let index): items[index].range
        }
    }

    var node: YAMLNode {
        switch source {
        case .pair(let pairs, let index): pairs[index].value
        case .item(let items, let index): items[index]
        }
    }

    /// Where the value stands.
    var place: Place { Place(range: node.range, path: parent.appending(key)) }

    /// Text. A number or a boolean is taken by its text, with a warning: `version: 1.0` is common.
    func string() -> String? {
        guard let scalar = node.scalar else { return wrongType("a string") }
        switch scalar.kind {
        case .string: return scalar.text
        case .null:
            warn("empty-value", "`\(key)` has no value and is ignored", hint: "Leave the key out, or write a string.")
            return nil
        case .boolean, .integer, .float:
            warn(
                "unquoted-string", "`\(key)` must be a string; \(node.kindName) `\(scalar.text)` is read as text",
                hint: "Put the value in quotes.")
            return scalar.text
        }
    }

    /// `true` or `false`; the same in quotes, with a warning.
    func boolean() -> Bool? {
        guard let scalar = node.scalar else { return wrongType("a boolean") }
        switch (scalar.kind, scalar.text) {
        case (.boolean(let value), _): return value
        case (.string, "true"), (.string, "false"):
            warn("quoted-boolean", "`\(key)` must be a boolean, not a string", hint: "Write it without quotes.")
            return scalar.text == "true"
        default: return wrongType("a boolean")
        }
    }

    /// One of the raw values of an enumeration.
    func oneOf<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> Value? {
        guard let text = string() else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let hint =
            Spelling.nearest(to: text, among: known).map { "Did you mean `\($0)`?" }
            ?? "Known are \(known.map { "`\($0)`" }.joined(separator: ", "))."
        fail("unknown-value", "`\(text)` is not a value of `\(key)`", hint: hint)
        return nil
    }

    /// Items of a sequence, each as a member whose key is its index.
    func items() -> [Member] {
        guard let items = node.sequence else {
            wrongCollection("a sequence")
            return []
        }
        let path = parent.appending(key)
        return items.indices.map { Member(context: context, items: items, index: $0, parent: path) }
    }

    /// A list of text.
    func strings() -> [String] {
        guard let items = node.sequence else {
            wrongCollection("a sequence of strings")
            return []
        }
        // The common case makes no path.
        let texts = items.compactMap { item in
            if let scalar = item.scalar, scalar.kind == .string { scalar.text } else { nil as String? }
        }
        return texts.count == items.count ? texts : self.items().compactMap { $0.string() }
    }

    /// An object of the specification.
    func object<Object: DecodableObject>(_ type: Object.Type) -> Object? {
        guard let mapping = node.mapping else { return wrongType("a mapping (\(Object.title))") }
        return Object.decode(ObjectReader(context: context, mapping: mapping, place: place, title: Object.title))
    }

    /// A list of objects.
    func objects<Object: DecodableObject>(_ type: Object.Type) -> [Object] { items().compactMap { $0.object(type) } }

    /// A map of names to what `body` makes of each value.
    func map<Value>(_ body: (Member) -> Value?) -> OrderedMap<Value> {
        guard let mapping = node.mapping else {
            wrongCollection("a mapping")
            return .init()
        }
        let path = parent.appending(key)
        let pairs = mapping.pairs
        var entries: [OrderedMap<Value>.Entry] = []
        entries.reserveCapacity(pairs.count)
        for index in pairs.indices {
            guard let value = body(Member(context: context, pairs: pairs, index: index, parent: path)) else { continue }
            entries.append(.init(key: pairs[index].key, keyRange: pairs[index].keyRange, value: value))
        }
        return OrderedMap(entries)
    }

    /// A map of names to objects.
    func objectMap<Object: DecodableObject & Sendable>(_ type: Object.Type) -> OrderedMap<Object> {
        map { $0.object(type) }
    }

    /// The pairs of a mapping as they are.
    func nodes() -> OrderedMap<YAMLNode> { map { $0.node } }
}

extension Member {
    /// Reports what is no collection; nothing at all is read as an empty one, since editors leave such keys behind.
    private func wrongCollection(_ expected: String) {
        guard node.scalar?.kind == .null else { wrongType(expected) as Void?; return }
        warn("empty-value", "`\(key)` has no value and is ignored", hint: "Leave the key out, or write \(expected).")
    }

    /// Reports a value of another type than the key asks for.
    @discardableResult
    func wrongType<Value>(_ expected: String) -> Value? {
        fail(
            "wrong-type", "`\(key)` must be \(expected), not \(node.kindName)",
            hint: "Write \(expected), or leave `\(key)` out where it is optional.")
        return nil
    }

    func fail(_ code: String, _ message: String, hint: String? = nil) {
        context.report(.error(code, message, at: node.range, pointer: parent.appending(key).pointer, hint: hint))
    }

    func warn(_ code: String, _ message: String, hint: String? = nil) {
        context.report(.warning(code, message, at: node.range, pointer: parent.appending(key).pointer, hint: hint))
    }
}

extension YAMLNode {
    /// What the node is, with its article, for messages.
    var kindName: String {
        switch content {
        case .mapping: "a mapping"
        case .sequence: "a sequence"
        case .scalar(let scalar):
            switch scalar.kind {
            case .null: "null"
            case .boolean: "a boolean"
            case .integer: "an integer"
            case .float: "a number"
            case .string: "a string"
            }
        }
    }
}
