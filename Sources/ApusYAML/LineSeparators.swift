import ApusDiagnostics

/// Hides NEL, LS and PS from libyaml.
///
/// To YAML 1.2 these three are characters like any other (1.2.2, 5.4); libyaml, of YAML 1.1, breaks lines at them: a
/// plain scalar would end in its middle, and every line number behind would be one too high. Each is replaced by a
/// private-use character that the text does not hold, one for one, so that columns stay, and put back in the scalars.
struct LineSeparators {
    /// The text for libyaml.
    let bytes: [UInt8]
    private let originals: [Unicode.Scalar: Unicode.Scalar]

    private static let hidden: [Unicode.Scalar] = ["\u{85}", "\u{2028}", "\u{2029}"]

    init(_ text: CheckedText) throws(Unreadable) {
        let source = String(decoding: text.file.bytes[text.start...], as: UTF8.self).unicodeScalars
        let taken = Self.privateUse(in: source)
        let free = Array(Self.candidates.lazy.filter { !taken.contains($0) }.prefix(Self.hidden.count))
        guard free.count == Self.hidden.count else { throw Self.noneFree(text.file) }
        let standIns = Dictionary(uniqueKeysWithValues: zip(Self.hidden, free))
        originals = Dictionary(uniqueKeysWithValues: zip(free, Self.hidden))
        var rewritten = String.UnicodeScalarView()
        rewritten.append(contentsOf: source.lazy.map { standIns[$0] ?? $0 })
        bytes = Array(String(rewritten).utf8)
    }

    /// A scalar's text as it was written.
    func restore(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return text }
        var restored = String.UnicodeScalarView()
        restored.append(contentsOf: text.unicodeScalars.lazy.map { originals[$0] ?? $0 })
        return String(restored)
    }

    private static let candidates = (0xE000...0xF8FF).compactMap { Unicode.Scalar($0 as UInt32) }

    /// Every private-use character that the text holds, or that an escape such as `\uE000` may bring about.
    private static func privateUse(in source: String.UnicodeScalarView) -> Set<Unicode.Scalar> {
        var found: Set<Unicode.Scalar> = []
        var index = source.startIndex
        while let next = source[index...].firstIndex(where: { $0 == "\\" || 0xE000...0xF8FF ~= $0.value }) {
            index = source.index(after: next)
            if source[next] != "\\" {
                found.insert(source[next])
            } else if index < source.endIndex, let digits = ["u": 4, "U": 8][source[index]] {
                let hexadecimal = String(source[source.index(after: index)...].prefix(digits))
                if let scalar = UInt32(hexadecimal, radix: 16).flatMap(Unicode.Scalar.init) { found.insert(scalar) }
            }
        }
        return found
    }

    private static func noneFree(_ file: SourceFile) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-encoding", "the text holds Unicode line separators beside every private-use character",
                at: file.range(atOffset: 0), hint: "Write `U+0085`, `U+2028` and `U+2029` as escapes in double quotes.")
        )
    }
}
