extension JSONWriter {
    /// Writes `null`.
    public mutating func writeNull() { writePlain("null") }

    /// Writes `true` or `false`.
    public mutating func write(_ value: Bool) { writePlain(value ? "true" : "false") }

    /// Writes a number as its text.
    public mutating func write(_ value: JSONNumber) {
        beginValue()
        var copy = value.text
        copy.withUTF8 { buffer.append($0) }
    }

    /// Writes a whole number.
    public mutating func write(_ value: some FixedWidthInteger) {
        if let value = Int64(exactly: value) { write(value) } else { writePlain("\(value)") }
    }

    /// Writes a whole number.
    public mutating func write(_ value: Int64) {
        beginValue()
        if value < 0 { buffer.append(.minus) }
        writeDigits(value.magnitude)
    }

    /// Writes a string, escaping only what RFC 8259 demands: quote, backslash, control characters.
    public mutating func write(_ value: String) {
        beginValue()
        var copy = value
        copy.withUTF8 { writeQuoted($0) }
    }

    mutating func writePlain(_ text: StaticString) {
        beginValue()
        buffer.append(text.utf8Bytes)
    }

    private mutating func writePlain(_ text: String) {
        beginValue()
        var copy = text
        copy.withUTF8 { buffer.append($0) }
    }

    /// Writes decimal digits, without leading zeros.
    mutating func writeDigits(_ value: UInt64) {
        buffer.reserve(20)
        var count = 1
        var power: UInt64 = 10
        while count < 20, value >= power {
            count += 1
            power = count < 20 ? power &* 10 : .max
        }
        var rest = value
        for index in stride(from: count - 1, through: 0, by: -1) {
            buffer.end[index] = .zero + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        buffer.advance(count)
    }
}
