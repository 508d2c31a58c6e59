public import ApusDiagnostics

/// A value of a YAML or JSON text, with the place it was written at.
public struct YAMLNode: Sendable, Hashable {
    /// What the value is.
    public enum Content: Sendable, Hashable {
        /// A scalar, its text kept beside its resolved meaning.
        case scalar(YAMLScalar)
        /// Items in order.
        case sequence([YAMLNode])
        /// Pairs in document order; keys are distinct byte for byte.
        case mapping(YAMLMapping)
    }

    /// What the value is.
    public let content: Content
    /// Where it was written. An alias's target keeps the range of the anchor's node.
    public let range: SourceRange

    /// A node from its parts.
    public init(_ content: Content, range: SourceRange) {
        self.content = content
        self.range = range
    }

    /// The scalar, when it is one.
    public var scalar: YAMLScalar? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar
    }

    /// The items, when it is a sequence.
    public var sequence: [YAMLNode]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    /// The pairs, when it is a mapping.
    public var mapping: YAMLMapping? {
        guard case .mapping(let mapping) = content else { return nil }
        return mapping
    }
}

/// A scalar: its text and what YAML 1.2's core schema makes of it.
public struct YAMLScalar: Sendable, Hashable {
    /// The resolved type. Numbers stay text, so that none is rounded or overflows.
    public enum Kind: Sendable, Hashable {
        /// `null`, `~` or an empty plain scalar.
        case null
        /// `true` or `false` in the core schema's spellings.
        case boolean(Bool)
        /// A decimal, octal (`0o`) or hexadecimal (`0x`) integer; `text` holds its digits.
        case integer
        /// A decimal fraction, an exponent form, `.inf` or `.nan`.
        case float
        /// Anything else, and every quoted scalar.
        case string
    }

    /// The scalar's value as text, after unescaping and folding.
    public let text: String
    /// The resolved type.
    public let kind: Kind

    /// A scalar from its parts.
    public init(text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }
}

/// An ordered mapping with text keys.
public struct YAMLMapping: Sendable, Hashable {
    /// A key with its value.
    public struct Pair: Sendable, Hashable {
        /// The key's text; a non-string scalar key, such as `200`, is taken by its text.
        public let key: String
        /// Where the key was written.
        public let keyRange: SourceRange
        /// The value.
        public let value: YAMLNode

        /// A pair from its parts.
        public init(key: String, keyRange: SourceRange, value: YAMLNode) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    /// In document order.
    public let pairs: [Pair]

    /// A mapping from its pairs.
    public init(_ pairs: [Pair]) { self.pairs = pairs }

    /// The pair of a key, compared byte for byte.
    public func pair(_ key: String) -> Pair? {
        // Mappings of an API document are short; Swift's `==` on strings equates NFC and NFD, bytes do not.
        // They are looked at by index, so that none but the one found is copied.
        pairs.indices.first { pairs[$0].key.hasSameBytes(as: key) }.map { pairs[$0] }
    }

    /// The value of a key.
    public subscript(key: String) -> YAMLNode? {
        pairs.indices.first { pairs[$0].key.hasSameBytes(as: key) }.map { pairs[$0].value }
    }
}
