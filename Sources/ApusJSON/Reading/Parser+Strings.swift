extension Parser {
    /// A string, from its opening quote to behind its closing one. Checks all that RFC 8259, section 7 asks of it, and
    /// that it is UTF-8 without surrogates, so that later nothing can go wrong.
    @inline(__always)
    mutating func scanString() throws(JSONError) -> TapeEntry {
        let start = position &+ 1
        position = start
        var hasEscapes = false
        while true {
            skipPlainBytes()
            let byte = bytes[position]
            if byte == .quote { break }
            if byte == .backslash {
                hasEscapes = true
                try scanEscape()
            } else if byte >= 0x80 {
                try scanScalar()
            } else {
                throw badStringByte()
            }
        }
        position &+= 1
        return TapeEntry(.string, offset: start, length: position &- 1 &- start, isComplex: hasEscapes)
    }

    /// Goes to the next byte that is a quote, a backslash, a control character or not ASCII. The zeros behind the text
    /// are control characters, so this cannot run away.
    @inline(__always)
    private mutating func skipPlainBytes() {
        while true {
            let word = EightBytes.load(UnsafePointer(bytes) + position)
            let marks = EightBytes.needingEscape(word) | (word & EightBytes.tops)
            if marks != 0 {
                position &+= marks.trailingZeroBitCount &>> 3
                return
            }
            position &+= 8
        }
    }

    @inline(never)
    private func badStringByte() -> JSONError {
        position < count
            ? JSONError(.syntax, "a string cannot hold a control character unescaped", byteOffset: position)
            : endInString()
    }

    private func endInString() -> JSONError {
        JSONError(.unexpectedEnd, "the text ends inside a string", byteOffset: count)
    }

    @inline(never)
    private mutating func scanEscape() throws(JSONError) {
        switch bytes[position + 1] {
        case .quote, .backslash, .slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            try scanUnicodeEscape()
        default:
            guard position + 1 < count else { throw endInString() }
            throw JSONError(.syntax, "a backslash that begins no escape of JSON", byteOffset: position)
        }
    }

    private mutating func scanUnicodeEscape() throws(JSONError) {
        let start = position
        let first = try scanHexUnit()
        guard first & 0xF800 == 0xD800 else { return }
        let hasPartner = first < 0xDC00 && bytes[position] == .backslash && bytes[position + 1] == UInt8(ascii: "u")
        guard hasPartner, try scanHexUnit() & 0xFC00 == 0xDC00 else {
            throw JSONError(.syntax, "a `\\u` escape of half a surrogate pair", byteOffset: start)
        }
    }

    /// The code unit of the `\uXXXX` at `position`.
    private mutating func scanHexUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for offset in 2..<6 {
            guard let digit = bytes[position + offset].hexValue else {
                guard position + offset < count else { throw endInString() }
                throw JSONError(.syntax, "a `\\u` escape needs four hexadecimal digits", byteOffset: position)
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 6
        return unit
    }

    /// Goes over one scalar of two to four bytes: table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences".
    @inline(__always)
    private mutating func scanScalar() throws(JSONError) {
        let second = bytes[position &+ 1]
        let length: Int
        let secondIsGood: Bool
        switch bytes[position] {
        case 0xC2...0xDF: (length, secondIsGood) = (2, true)
        case 0xE0: (length, secondIsGood) = (3, second >= 0xA0)
        case 0xED: (length, secondIsGood) = (3, second < 0xA0)
        case 0xE1...0xEF: (length, secondIsGood) = (3, true)
        case 0xF0: (length, secondIsGood) = (4, second >= 0x90)
        case 0xF4: (length, secondIsGood) = (4, second < 0x90)
        case 0xF1...0xF3: (length, secondIsGood) = (4, true)
        default: (length, secondIsGood) = (1, false)
        }
        guard secondIsGood, second & 0xC0 == 0x80,
            length < 3 || bytes[position &+ 2] & 0xC0 == 0x80,
            length < 4 || bytes[position &+ 3] & 0xC0 == 0x80
        else { throw JSONError(.invalidUTF8, "the bytes are not UTF-8", byteOffset: position) }
        position &+= length
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
