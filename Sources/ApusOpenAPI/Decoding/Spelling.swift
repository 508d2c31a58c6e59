/// Near misses of known words.
enum Spelling {
    /// More words are not looked at: a hint is not worth a tenth of a second.
    private static let mostWords = 5_000

    /// The known word that a writer probably meant: the nearest within a third of the word's length.
    static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let letters = Array(lowercased(word).prefix(64))
        var best: (word: String, distance: Int)?
        for candidate in known.prefix(mostWords) {
            let other = lowercased(candidate)
            let allowed = max(1, min(letters.count, other.count) / 3)
            guard abs(other.count - letters.count) <= allowed, min(letters.count, other.count) > 2 else { continue }
            let distance = distance(letters, other)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    private static func lowercased(_ word: String) -> [UInt8] {
        word.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    }

    /// Letters to insert, delete, replace or swap with a neighbour (optimal string alignment).
    private static func distance(_ lhs: [UInt8], _ rhs: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...rhs.count)
        for row in 1...max(lhs.count, 1) where row <= lhs.count {
            var current = [row]
            for column in 1...max(rhs.count, 1) where column <= rhs.count {
                let replace = last[column - 1] + (lhs[row - 1] == rhs[column - 1] ? 0 : 1)
                var least = min(replace, last[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, lhs[row - 1] == rhs[column - 2], lhs[row - 2] == rhs[column - 1] {
                    least = min(least, beforeLast[column - 2] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[rhs.count]
    }
}
