extension Parser {
    @inline(__always)
    mutating func skipWhiteSpace() {
        while true {
            switch bytes[position] {
            case .space, .lineFeed, .carriageReturn, .tab: position &+= 1
            default: return
            }
        }
    }

    /// A number by the grammar of RFC 8259, section 6. Its value is read later, by the type that wants it.
    @inline(__always)
    mutating func scanNumber() throws(JSONError) -> TapeEntry {
        let start = position
        if bytes[position] == .minus { position &+= 1 }
        if bytes[position] == .zero {
            position &+= 1
            if bytes[position].isDigit { throw unexpected("a number cannot begin with 0 and another digit") }
        } else {
            try skipDigits("expected a digit after `-`")
        }
        let isComplex = try scanFractionAndExponent()
        return TapeEntry(.number, offset: start, length: position &- start, isComplex: isComplex)
    }

    @inline(__always)
    private mutating func scanFractionAndExponent() throws(JSONError) -> Bool {
        var isComplex = false
        if bytes[position] == .dot {
            position &+= 1
            try skipDigits("expected a digit after the decimal point")
            isComplex = true
        }
        if bytes[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            if bytes[position] == .plus || bytes[position] == .minus { position &+= 1 }
            try skipDigits("expected a digit in the exponent")
            isComplex = true
        }
        return isComplex
    }

    @inline(__always)
    private mutating func skipDigits(_ problem: StaticString) throws(JSONError) {
        guard bytes[position].isDigit else { throw unexpected(problem) }
        repeat { position &+= 1 } while bytes[position].isDigit
    }

    @inline(__always)
    mutating func scanLiteral() throws(JSONError) -> TapeEntry {
        if let entry = literal("null", .null) ?? literal("true", .true) ?? literal("false", .false) { return entry }
        throw unexpected("expected a value")
    }

    /// The literal, if it stands here. What follows it is checked by the next step, as after any value.
    @inline(__always)
    private mutating func literal(_ word: StaticString, _ kind: TapeEntry.Kind) -> TapeEntry? {
        let length = word.utf8CodeUnitCount
        guard equalBytes(UnsafePointer(bytes) + position, word.utf8Start, count: length) else { return nil }
        defer { position &+= length }
        return TapeEntry(kind, offset: position, length: length)
    }

    func refuseByteOrderMark() throws(JSONError) {
        if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw JSONError(
                .syntax, "the text begins with a byte order mark, which JSON does not allow (RFC 8259, section 8.1)",
                byteOffset: 0)
        }
    }

    /// The error for the byte at `position`, or for the end of the text when that is where we are.
    @inline(never)
    func unexpected(_ problem: StaticString) -> JSONError {
        guard position < count else {
            if count == 0 {
                return JSONError(.unexpectedEnd, "the text is empty, expected a JSON value", byteOffset: 0)
            }
            return JSONError(.unexpectedEnd, "\(problem), found the end of the text", byteOffset: count)
        }
        return JSONError(.syntax, "\(problem), found \(Parser.name(of: bytes[position]))", byteOffset: position)
    }

    /// A byte in words. Letters and digits could be part of a secret and are not shown.
    private static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x20: "a space"
        case ..<0x20, 0x7F: "a control character"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): "a letter"
        case UInt8(ascii: "0")...UInt8(ascii: "9"): "a digit"
        case 0x80...: "a character outside ASCII"
        case UInt8(ascii: "`"): "a backquote"
        default: "`\(Character(UnicodeScalar(byte)))`"
        }
    }
}
