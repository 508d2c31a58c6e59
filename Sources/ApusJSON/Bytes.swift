extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let slash = UInt8(ascii: "/")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let dot = UInt8(ascii: ".")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")

    @inline(__always) var isDigit: Bool { self &- .zero < 10 }
}

/// Eight bytes looked at together. A set top bit in a result marks a byte; only the lowest mark is exact, because a
/// borrow can run upwards from a true mark.
enum EightBytes {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let tops: UInt64 = 0x8080_8080_8080_8080

    /// Marks control characters, quotes and backslashes: what a JSON string cannot hold unescaped.
    @inline(__always)
    static func needingEscape(_ word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let controls = (word &- ones &* 0x20) & ~word
        return (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | controls) & tops
    }

    /// Reads eight bytes so that the first in memory is the lowest.
    @inline(__always)
    static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }
}

/// Whether `count` bytes at two places are equal.
@inline(__always)
func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    if count >= 8 {
        var index = 0
        while index &+ 8 < count {
            if EightBytes.load(left + index) != EightBytes.load(right + index) { return false }
            index &+= 8
        }
        return EightBytes.load(left + (count &- 8)) == EightBytes.load(right + (count &- 8))
    }
    var index = 0
    while index < count {
        if left[index] != right[index] { return false }
        index &+= 1
    }
    return true
}

extension StaticString {
    /// The UTF-8 of a key. A string literal always has it; only a lone scalar literal would not.
    @inline(__always)
    var utf8Bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }

    /// The key as a string, for error paths.
    var asString: String { String(decoding: utf8Bytes, as: UTF8.self) }
}
