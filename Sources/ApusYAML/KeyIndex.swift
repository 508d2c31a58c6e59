import ApusDiagnostics

/// Text compared byte for byte: Swift's `==` on strings equates `é` in its composed and decomposed spelling.
struct KeyBytes: Hashable {
    let text: String

    static func == (lhs: KeyBytes, rhs: KeyBytes) -> Bool { lhs.text.hasSameBytes(as: rhs.text) }

    func hash(into hasher: inout Hasher) {
        // Without a copy, as `withUTF8` would need; only strings bridged from elsewhere have no storage of their own.
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}

/// Finds a mapping's key among those before it: by comparison while they are few, then by hash.
struct KeyIndex {
    private static let fewKeys = 12
    private var positions: [KeyBytes: Int] = [:]

    /// The index of the pair that holds the key already.
    func position(_ key: String, in pairs: [YAMLMapping.Pair]) -> Int? {
        guard pairs.count <= Self.fewKeys else { return positions[KeyBytes(text: key)] }
        return pairs.indices.first { pairs[$0].key.hasSameBytes(as: key) }
    }

    /// Takes note of the pair that was just appended.
    mutating func insert(_ pairs: [YAMLMapping.Pair]) {
        guard pairs.count > Self.fewKeys else { return }
        let unknown = positions.isEmpty ? pairs.startIndex : pairs.endIndex - 1
        for index in unknown..<pairs.endIndex { positions[KeyBytes(text: pairs[index].key)] = index }
    }
}
