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
///
/// A table of its own, because a megabyte of short keys is a hostile document: each key is hashed once, where a dictionary would
/// hash it to look for it, to insert it, and each time that it grows.
struct KeyIndex {
    private static let fewKeys = 12

    /// A place of the table; free ones have no position.
    private struct Slot {
        var hash = 0
        var position = -1
    }

    /// At most half full, a power of two of places; a key lies at its hash or in the next free place behind it.
    private var slots: [Slot] = []
    private var count = 0
    /// The hash of the key that was looked for last: the next one to be inserted.
    private var lastHash = 0

    /// The index of the pair that holds the key already.
    mutating func position(_ key: String, in pairs: [YAMLMapping.Pair]) -> Int? {
        guard pairs.count > Self.fewKeys else { return pairs.indices.first { pairs[$0].key.hasSameBytes(as: key) } }
        lastHash = KeyBytes(text: key).hashValue
        var place = lastHash & (slots.count - 1)
        while slots[place].position >= 0 {
            let slot = slots[place]
            if slot.hash == lastHash, pairs[slot.position].key.hasSameBytes(as: key) { return slot.position }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes note of the pair that was just appended, whose key was looked for last.
    mutating func insert(_ pairs: [YAMLMapping.Pair]) {
        guard pairs.count > Self.fewKeys else { return }
        guard slots.isEmpty else { return add(Slot(hash: lastHash, position: pairs.count - 1)) }
        for index in pairs.indices { add(Slot(hash: KeyBytes(text: pairs[index].key).hashValue, position: index)) }
    }

    private mutating func add(_ slot: Slot) {
        if 2 * (count + 1) > slots.count { grow() }
        count += 1
        put(slot)
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: max(64, 2 * old.count))
        for slot in old where slot.position >= 0 { put(slot) }
    }

    private mutating func put(_ slot: Slot) {
        var place = slot.hash & (slots.count - 1)
        while slots[place].position >= 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }
}
