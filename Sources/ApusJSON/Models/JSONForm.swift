/// What a value writes, for comparing, hashing and describing it.
struct JSONForm {
    private let bytes: [UInt8]
    /// Whether a part of the value has no JSON form. Its bytes then still tell such values apart.
    private let hasProblem: Bool

    init(_ value: some JSONCodable) {
        var writer = JSONWriter()
        value.write(to: &writer)
        bytes = Array(writer.writtenBytes)
        hasProblem = writer.problem != nil
    }

    /// The value that the bytes are, unless there was a problem.
    private var value: JSONValue? {
        hasProblem ? nil : try? JSONValue(jsonBytes: bytes, limits: .ownText)
    }

    /// The text, cut at about 1,000 characters, never within a character.
    var shortText: String {
        guard bytes.count > 1_000 else { return String(decoding: bytes, as: UTF8.self) }
        var end = 1_000
        while bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self) + "…"
    }
}

extension JSONForm: Hashable {
    static func == (left: JSONForm, right: JSONForm) -> Bool {
        if left.bytes == right.bytes { return true }
        guard let leftValue = left.value, let rightValue = right.value else { return false }
        return leftValue == rightValue
    }

    func hash(into hasher: inout Hasher) {
        if let value { hasher.combine(value) } else { hasher.combine(bytes) }
    }
}
