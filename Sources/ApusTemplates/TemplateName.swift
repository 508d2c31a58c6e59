/// A name with its hash, so that comparing two different names is one comparison of integers.
struct TemplateName: Sendable, Hashable {
    let text: String
    /// In the manner of FNV-1a, over eight bytes in one step as long as there are so many: each field of each context has a
    /// name. The same in every process.
    private let fingerprint: UInt64

    init(_ text: String) {
        self.text = text
        let known = text.utf8.withContiguousStorageIfAvailable { Self.fingerprint(of: UnsafeRawBufferPointer($0)) }
        fingerprint = known ?? Array(text.utf8).withUnsafeBytes(Self.fingerprint)
    }

    private static func fingerprint(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            value = (value ^ word) &* 0x0000_0100_0000_01B3
            // A product says nothing of the upper bytes in its lower ones.
            value ^= value >> 32
            index += 8
        }
        while index < bytes.count {
            value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return value
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
