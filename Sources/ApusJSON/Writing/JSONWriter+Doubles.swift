extension JSONWriter {
    /// Writes the shortest decimal that reads as the same double; a whole one below 2^53 without point (`25`, `-0`).
    /// NaN and the infinities have no JSON form: they are a problem of kind `.notANumber`.
    public mutating func write(_ value: Double) {
        beginValue()
        guard value.isFinite else {
            report(.notANumber, "\(value.isNaN ? "NaN" : "an infinite number") cannot be written as JSON")
            append(value.description)
            return
        }
        if value.sign == .minus { buffer.append(.minus) }
        writeMagnitude(value.magnitude)
    }

    private mutating func writeMagnitude(_ value: Double) {
        if value < 0x1p53, value == value.rounded(.towardZero) {
            writeDigits(UInt64(value))
        } else if !writeShortFraction(value) {
            append(value.description)
        }
    }

    /// Writes a number of at most seven decimals and fifteen digits. If `digits / 10^decimals` is the number, that is
    /// its shortest form, since no two decimals of at most fifteen digits make the same double.
    private mutating func writeShortFraction(_ value: Double) -> Bool {
        guard value < 1e8 else { return false }
        var power = 1.0
        for decimals in 1...7 {
            power *= 10
            let digits = (value * power).rounded()
            if digits / power == value {
                writeFraction(UInt64(digits), decimals)
                return true
            }
        }
        return false
    }

    private mutating func writeFraction(_ digits: UInt64, _ decimals: Int) {
        var power: UInt64 = 1
        for _ in 0..<decimals { power *= 10 }
        writeDigits(digits / power)
        buffer.reserve(1 + decimals)
        buffer.end[0] = .dot
        var rest = digits % power
        for index in stride(from: decimals, to: 0, by: -1) {
            buffer.end[index] = .zero + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        buffer.advance(1 + decimals)
    }

    private mutating func append(_ text: String) {
        var copy = text
        copy.withUTF8 { buffer.append($0) }
    }
}
