import ApusDiagnostics
import ApusYAML

/// Keys that the specification does not let stand together.
extension ObjectReader {
    /// Tells of the first two of the keys that stand beside each other.
    /// - Parameter reading: what is made of it.
    func reportExclusive<Key: ObjectKey>(_ keys: [Key], reading: String) {
        let present = keys.filter { mapping[$0.rawValue] != nil }
        guard present.count > 1, let pair = mapping.pair(present[1].rawValue) else { return }
        report("exclusive-keys", "`\(present[0].rawValue)` and `\(pair.key)` exclude each other; \(reading)", pair)
    }

    /// Tells of a key that has no meaning beside another one.
    func reportIgnored(_ key: String, beside other: String) {
        if mapping[other] != nil { reportIgnored(key, "beside `\(other)`") }
    }

    /// Tells of a key that has no meaning where it stands.
    func reportIgnored(_ key: String, _ place: String) {
        guard let pair = mapping.pair(key) else { return }
        report("exclusive-keys", "`\(key)` says nothing \(place); it is ignored", pair)
    }

    private func report(_ code: String, _ message: String, _ pair: YAMLMapping.Pair) {
        context.report(
            .warning(
                code, message, at: pair.keyRange, pointer: place.path.appending(pair.key).pointer,
                category: .document))
    }
}
