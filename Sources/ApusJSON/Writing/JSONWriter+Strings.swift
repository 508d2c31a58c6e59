extension JSONWriter {
    /// Writes UTF-8 between quotes. Eight bytes at a time as long as nothing needs an escape.
    @inline(__always)
    mutating func writeQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        buffer.reserve(text.count &+ 2)
        buffer.append(.quote)
        if let base = text.baseAddress {
            let plain = copyPlain(base, text.count)
            if plain < text.count { writeEscaping(text, from: plain) }
        }
        buffer.append(.quote)
    }

    /// Copies bytes up to the first that needs an escape, for which room is reserved, and returns their number.
    @inline(__always)
    private mutating func copyPlain(_ source: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let target = buffer.end
        var index = 0
        while index &+ 8 <= count {
            let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            if EightBytes.needingEscape(word) != 0 { break }
            UnsafeMutableRawPointer(target + index).storeBytes(of: word, as: UInt64.self)
            index &+= 8
        }
        while index < count, !source[index].needsEscape {
            target[index] = source[index]
            index &+= 1
        }
        buffer.advance(index)
        return index
    }

    @inline(never)
    private mutating func writeEscaping(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
        for byte in text[start...] {
            if byte.needsEscape { writeEscape(byte) } else { buffer.append(byte) }
        }
    }

    private mutating func writeEscape(_ byte: UInt8) {
        buffer.append(.backslash)
        switch byte {
        case .quote, .backslash: buffer.append(byte)
        case 0x08: buffer.append(UInt8(ascii: "b"))
        case 0x0C: buffer.append(UInt8(ascii: "f"))
        case .lineFeed: buffer.append(UInt8(ascii: "n"))
        case .carriageReturn: buffer.append(UInt8(ascii: "r"))
        case .tab: buffer.append(UInt8(ascii: "t"))
        default:
            let digits: StaticString = "0123456789abcdef"
            buffer.append(("u00" as StaticString).utf8Bytes)
            buffer.append(digits.utf8Start[Int(byte >> 4)])
            buffer.append(digits.utf8Start[Int(byte & 15)])
        }
    }
}

extension UInt8 {
    @inline(__always)
    fileprivate var needsEscape: Bool { self < 0x20 || self == .quote || self == .backslash }
}
