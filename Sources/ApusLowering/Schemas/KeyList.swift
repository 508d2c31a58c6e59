import ApusDiagnostics
import ApusOpenAPI

/// Distinct keys in order, told apart byte for byte: found by comparison while they are few, as they mostly are, then by
/// hash. A hash table for every small object costs more than all of its comparisons.
struct KeyList {
    private static let few = 12
    private var keys: [String] = []
    private var positions: [ByteKey: Int] = [:]

    var isEmpty: Bool { keys.isEmpty }

    func position(of key: String) -> Int? {
        guard keys.count <= Self.few else { return positions[ByteKey(key)] }
        return keys.firstIndex { $0.hasSameBytes(as: key) }
    }

    /// Adds a key at the end.
    /// - Returns: where it is already; `nil` when it was added.
    mutating func insert(_ key: String) -> Int? {
        if let position = position(of: key) { return position }
        keys.append(key)
        guard keys.count > Self.few else { return nil }
        let unknown = positions.isEmpty ? 0 : keys.count - 1
        for index in unknown..<keys.count { positions[ByteKey(keys[index])] = index }
        return nil
    }
}
