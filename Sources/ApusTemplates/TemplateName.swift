/// A name with its hash, so that comparing two different names is one comparison of integers.
struct TemplateName: Sendable, Hashable {
    let text: String
    /// FNV-1a, 64 bits, of the UTF-8 bytes: the same in every process.
    private let fingerprint: UInt64

    init(_ text: String) {
        self.text = text
        self.fingerprint = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    static func == (lhs: TemplateName, rhs: TemplateName) -> Bool {
        lhs.fingerprint == rhs.fingerprint && lhs.text == rhs.text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

extension [TemplateName] {
    /// The dotted spelling; a path without parts is the current value, `.`.
    var dotted: String { isEmpty ? "." : map(\.text).joined(separator: ".") }
}
