public import ApusDiagnostics

/// A map in document order whose keys are told apart byte for byte.
///
/// Swift's `==` on strings takes `é` written as one scalar or as two for equal; JSON does not.
public struct OrderedMap<Value: Sendable>: Sendable {
    /// A key with its value.
    public struct Entry: Sendable {
        /// The key.
        public let key: String
        /// Where the key was written.
        public let keyRange: SourceRange
        /// The value.
        public let value: Value
    }

    /// In document order.
    public let entries: [Entry]
    /// Only for maps that are worth it: most have a handful of keys.
    private let index: [ByteKey: Int]?

    /// An empty map.
    public init() { self.init([]) }

    init(_ entries: [Entry]) {
        self.entries = entries
        guard entries.count > 12 else { index = nil; return }
        index = Dictionary(entries.enumerated().map { (ByteKey($1.key), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { entries.isEmpty }

    /// The entry of a key.
    public func entry(_ key: String) -> Entry? {
        if let index { return index[ByteKey(key)].map { entries[$0] } }
        return entries.first { $0.key.utf8.elementsEqual(key.utf8) }
    }

    /// The value of a key.
    public subscript(key: String) -> Value? { entry(key)?.value }
}

extension OrderedMap: Sequence {
    /// Walks the entries in document order.
    public func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}

/// A string that equals another one only when their bytes are equal.
public struct ByteKey: Hashable, Sendable {
    /// The string.
    public let text: String

    /// A key from its text.
    public init(_ text: String) { self.text = text }

    /// Whether the bytes are equal.
    public static func == (lhs: ByteKey, rhs: ByteKey) -> Bool { lhs.text.utf8.elementsEqual(rhs.text.utf8) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
