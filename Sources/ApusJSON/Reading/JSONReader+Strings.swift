extension JSONReader {
    /// The content of a string entry. The parser has checked its UTF-8 and its escapes.
    @inline(__always)
    var stringContent: String {
        entry.pointee.isComplex ? unescaped : String(decoding: content, as: UTF8.self)
    }

    @inline(never)
    private var unescaped: String {
        let source = content
        // No escape is shorter than what it stands for.
        return String(unsafeUninitializedCapacity: source.count) { target in
            var unescaper = Unescaper(source: source, target: target)
            return unescaper.run()
        }
    }

    /// Whether a string entry's content is `key`.
    @inline(__always)
    static func matches(_ entry: TapePointer, in bytes: UnsafePointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>) -> Bool
    {
        if entry.pointee.isComplex { return matchesUnescaped(entry, in: bytes, key) }
        guard Int(entry.pointee.length) == key.count, let base = key.baseAddress else {
            return entry.pointee.length == 0 && key.isEmpty
        }
        return equalBytes(bytes + Int(entry.pointee.offset), base, count: key.count)
    }

    @inline(never)
    private static func matchesUnescaped(
        _ entry: TapePointer, in bytes: UnsafePointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let source = UnsafeBufferPointer(start: bytes + Int(entry.pointee.offset), count: Int(entry.pointee.length))
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count) { target in
            var unescaper = Unescaper(source: source, target: target)
            return UnsafeBufferPointer(rebasing: target[..<unescaper.run()]).elementsEqual(key)
        }
    }
}

/// Resolves the escapes of a string that the parser has accepted. `target` is at least as long as `source`.
private struct Unescaper {
    let source: UnsafeBufferPointer<UInt8>
    let target: UnsafeMutableBufferPointer<UInt8>
    private var read = 0
    private var written = 0

    init(source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>) {
        self.source = source
        self.target = target
    }

    /// The number of bytes written.
    mutating func run() -> Int {
        while read < source.count {
            let byte = source[read]
            if byte == .backslash {
                resolve(source[read + 1])
            } else {
                put(byte)
                read += 1
            }
        }
        return written
    }

    private mutating func put(_ byte: UInt8) {
        target[written] = byte
        written += 1
    }

    private mutating func resolve(_ letter: UInt8) {
        if letter == UInt8(ascii: "u") {
            for byte in String(unicodeScalar()).utf8 { put(byte) }
            return
        }
        read += 2
        switch letter {
        case UInt8(ascii: "b"): put(0x08)
        case UInt8(ascii: "f"): put(0x0C)
        case UInt8(ascii: "n"): put(.lineFeed)
        case UInt8(ascii: "r"): put(.carriageReturn)
        case UInt8(ascii: "t"): put(.tab)
        default: put(letter)
        }
    }

    private mutating func unicodeScalar() -> Character {
        var scalar = codeUnit()
        if scalar & 0xFC00 == 0xD800 { scalar = 0x10000 + (scalar & 0x3FF) << 10 + (codeUnit() & 0x3FF) }
        return Character(UnicodeScalar(scalar) ?? "\u{FFFD}")
    }

    private mutating func codeUnit() -> UInt32 {
        defer { read += 6 }
        return (2..<6).reduce(0) { $0 << 4 | UInt32(source[read + $1].hexValue ?? 0) }
    }
}
