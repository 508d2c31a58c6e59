import ApusDiagnostics
import ApusYAML

/// A value with its key, ready to be read as what the key asks for.
///
/// Each method returns `nil`, with a diagnostic, when the value is something else.
struct Member {
    let context: DecodingContext
    let key: String
    let keyRange: SourceRange
    let node: YAMLNode
    let parent: DocumentPath

    init(context: DecodingContext, pair: YAMLMapping.Pair, parent: DocumentPath) {
        self.init(context: context, key: pair.key, keyRange: pair.keyRange, node: pair.value, parent: parent)
    }

    init(context: DecodingContext, key: String, keyRange: SourceRange, node: YAMLNode, parent: DocumentPath) {
        self.context = context
        self.key = key
        self.keyRange = keyRange
        self.node = node
        self.parent = parent
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
        return items.enumerated().map { index, item in
            Member(context: context, key: String(index), keyRange: item.range, node: item, parent: path)
        }
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
        return OrderedMap(
            mapping.pairs.compactMap { pair in
                body(Member(context: context, pair: pair, parent: path)).map {
                    .init(key: pair.key, keyRange: pair.keyRange, value: $0)
                }
            })
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
