import ApusDiagnostics

/// The keys of an object by their text.
///
/// Every pair of the document is looked up in one. A dictionary would hash its key, which takes longer than all else that is
/// done to find out what it is; a length and two bytes tell nearly all keys apart.
struct KeyTable<Key: ObjectKey>: Sendable {
    private struct Entry: Sendable {
        let text: String
        let key: Key
    }

    private var buckets: [[Entry]] = Array(repeating: [], count: 256)

    /// All keys of the type.
    init() {
        for key in Key.allCases {
            buckets[Self.bucket(key.rawValue)].append(Entry(text: key.rawValue, key: key))
        }
    }

    /// The key that is written so, byte for byte.
    subscript(text: String) -> Key? {
        let entries = buckets[Self.bucket(text)]
        for index in entries.indices where entries[index].text.hasSameBytes(as: text) { return entries[index].key }
        return nil
    }

    private static func bucket(_ text: String) -> Int {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return 0 }
        return (bytes.count &* 31 &+ Int(first) &* 7 &+ Int(last)) & 255
    }
}
