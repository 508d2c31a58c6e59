import ApusDiagnostics
import ApusYAML

/// A value with its key, ready to be read as what the key asks for.
///
/// Each method returns `nil`, with a warning, when the value is something else: it is then as if it were not there.
struct Member {
    let context: DecodingContext
    let parent: DocumentPath
    private let source: Source

    /// Where key and value are kept. A member is made for every pair of the document: pointing into the collection costs
    /// one reference, and copying the pair would cost four.
    private enum Source {
        case pair([YAMLMapping.Pair], Int)
        case item([YAMLNode], Int)
        case document(YAMLNode)
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

    /// A whole document.
    init(context: DecodingContext, document: LoadedDocument) {
        self.context = context
        parent = document.path
        source = .document(document.node)
    }

    var key: String {
        switch source {
        case .pair(let pairs, let index): pairs[index].key
        case .item(_, let index): String(index)
        case .document: parent.token
        }
    }

    var keyRange: SourceRange {
        switch source {
        case .pair(let pairs, let index): pairs[index].keyRange
        case .item(let items, let index): items[index].range
        case .document(let node): node.range
        }
    }

    var node: YAMLNode {
        switch source {
        case .pair(let pairs, let index): pairs[index].value
        case .item(let items, let index): items[index]
        case .document(let node): node
        }
    }

    /// Where the value stands.
    var place: Place { Place(range: node.range, path: path) }

    /// Where the value stands in the document.
    var path: DocumentPath {
        if case .document = source { parent } else { parent.appending(key) }
    }

    /// Text. A number or a boolean is taken by its text, with a warning: `version: 1.0` is common.
    func string() -> String? {
        if let target = misplacedReference("text") { return target.decode { $0.string() } }
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
        warn("unknown-value", "`\(text)` is not a value of `\(key)`, and is ignored", hint: hint)
        return nil
    }

    /// Items of a sequence, each as a member whose key is its index. A lone mapping is read as the only item.
    func items() -> [Member] {
        guard let items = node.sequence ?? loneItem() else {
            wrongCollection("a sequence")
            return []
        }
        let path = self.path
        return items.indices.map { Member(context: context, items: items, index: $0, parent: path) }
    }

    /// What `body` makes of each item of a sequence.
    func list<Value>(_ body: (Member) -> Value?) -> [Value] {
        if let target = misplacedReference("a list") { return target.decode { $0.list(body) } }
        return items().compactMap(body)
    }

    private func loneItem() -> [YAMLNode]? {
        guard node.mapping != nil else { return nil }
        warn("lone-item", "`\(key)` must be a sequence, not a mapping; it is read as a sequence of one")
        return [node]
    }

    /// A list of text; a lone text is read as the only item.
    func strings() -> [String] {
        if let target = misplacedReference("a list") { return target.decode { $0.strings() } }
        if let scalar = node.scalar, scalar.kind != .null {
            warn(
                "lone-item", "`\(key)` must be a sequence of strings, not \(node.kindName); it is read as its only item"
            )
            return [scalar.text]
        }
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

    /// An object of the specification; nothing at all is read as an empty one, since editors leave such keys behind.
    /// - Returns: `nil` also for an object that lacks what it cannot be used without.
    func object<Object: DecodableObject>(_ type: Object.Type) -> Object? {
        if let target = misplacedReference(Object.title) { return target.decode { $0.object(type) } }
        guard let mapping = node.mapping ?? emptyMapping(Object.title) else {
            return wrongType("a mapping (\(Object.title))")
        }
        let object = Object.decode(ObjectReader(context: context, mapping: mapping, place: place, title: Object.title))
        return object.isUsable ? object : nil
    }

    private func emptyMapping(_ title: String) -> YAMLMapping? {
        guard node.scalar?.kind == .null else { return nil }
        warn("empty-value", "`\(key)` has no value and is read as empty", hint: "Leave the key out, or write \(title).")
        return YAMLMapping([])
    }

    /// A list of objects.
    func objects<Object: DecodableObject>(_ type: Object.Type) -> [Object] { list { $0.object(type) } }

    /// A map of names to what `body` makes of each value.
    func map<Value>(_ body: (Member) -> Value?) -> OrderedMap<Value> {
        if let target = misplacedReference("a map") { return target.decode { $0.map(body) } }
        guard let mapping = node.mapping else {
            wrongCollection("a mapping")
            return .init()
        }
        return OrderedMap(Self.entries(mapping.pairs, mapping.pairs.indices, context, path, body))
    }

    /// What `body` makes of some pairs of a mapping that stands at a path.
    static func entries<Value>(
        _ pairs: [YAMLMapping.Pair], _ indices: Range<Int>, _ context: DecodingContext, _ path: DocumentPath,
        _ body: (Member) -> Value?
    ) -> [OrderedMap<Value>.Entry] {
        var entries: [OrderedMap<Value>.Entry] = []
        entries.reserveCapacity(indices.count)
        for index in indices {
            guard let value = body(Member(context: context, pairs: pairs, index: index, parent: path)) else { continue }
            entries.append(.init(key: pairs[index].key, keyRange: pairs[index].keyRange, value: value))
        }
        return entries
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
        warn(
            "wrong-type", "`\(key)` must be \(expected), not \(node.kindName); it is ignored",
            hint: "Write \(expected), or leave `\(key)` out where it is optional.")
        return nil
    }

    /// - Parameter isKey: whether the key is to blame, not the value.
    func warn(
        _ code: String, _ message: String, hint: String? = nil, isKey: Bool = false,
        category: Diagnostic.Category = .document
    ) {
        context.report(
            .warning(
                code, message, at: isKey ? keyRange : node.range, pointer: path.pointer, hint: hint,
                category: category))
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
