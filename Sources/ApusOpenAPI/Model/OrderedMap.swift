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
        var index: [ByteKey: Int] = [:]
        index.reserveCapacity(entries.count)
        // From the back, so that the first of equal keys stays; by index, so that no entry is copied.
        for position in entries.indices.reversed() { index[ByteKey(entries[position].key)] = position }
        self.index = index
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { entries.isEmpty }

    /// The entry of a key.
    public func entry(_ key: String) -> Entry? {
        position(key).map { entries[$0] }
    }

    /// The value of a key.
    public subscript(key: String) -> Value? { position(key).map { entries[$0].value } }

    private func position(_ key: String) -> Int? {
        if let index { return index[ByteKey(key)] }
        return entries.indices.first { entries[$0].key.hasSameBytes(as: key) }
    }
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
    public static func == (lhs: ByteKey, rhs: ByteKey) -> Bool { lhs.text.hasSameBytes(as: rhs.text) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        // Without a copy, as `withUTF8` would need; only strings bridged from elsewhere have no storage of their own.
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}
