import ApusDiagnostics

/// A text that is valid UTF-8 within the size limit.
struct CheckedText {
    let file: SourceFile
    /// The offset of the first byte behind the byte order mark: 3 or 0.
    let start: Int
    /// The first character that YAML refuses and JSON allows inside strings (DEL, C1 controls, U+FFFE, U+FFFF).
    let unprintable: (offset: Int, scalar: Unicode.Scalar)?
    /// Whether NEL, LS or PS occur, which libyaml takes for line breaks and YAML 1.2 does not.
    let hasUnicodeBreaks: Bool

    /// YAML 1.2.2, 5.1: the characters that a YAML text can hold.
    func refuseUnprintable() throws(Unreadable) {
        guard let unprintable else { return }
        throw TextCheck.controlCharacter(unprintable.scalar, file, unprintable.offset)
    }
}

/// What must hold before any parser sees a byte: size, UTF-8, no control characters.
enum TextCheck {
    static func check(_ file: SourceFile, _ limits: YAMLLimits) throws(Unreadable) -> CheckedText {
        try checkSize(file, limits)
        try refuseOtherEncodings(file)
        return try file.bytes.withUnsafeBufferPointer { bytes throws(Unreadable) in
            var scan = Scan(file: file, bytes: bytes)
            try scan.run()
            return CheckedText(
                file: file, start: scan.start, unprintable: scan.unprintable, hasUnicodeBreaks: scan.hasUnicodeBreaks)
        }
    }

    private static func checkSize(_ file: SourceFile, _ limits: YAMLLimits) throws(Unreadable) {
        guard file.bytes.count > limits.maximumBytes else { return }
        throw Unreadable(
            diagnostic: .error(
                "yaml-size", "the text has `\(file.bytes.count)` bytes, more than the limit of \(limits.maximumBytes)",
                at: file.range(atOffset: 0), hint: "Split the document, or take examples out of it."))
    }

    /// UTF-16 and UTF-32 show themselves by a byte order mark, or by NULs around the first ASCII character
    /// (YAML 1.2.2, 5.2).
    private static func refuseOtherEncodings(_ file: SourceFile) throws(Unreadable) {
        let head = Array(file.bytes.prefix(4)) + [1, 1, 1, 1]
        let encoding: String? =
            switch (head[0], head[1], head[2], head[3]) {
            case (0, 0, 0xFE, 0xFF), (0xFF, 0xFE, 0, 0), (0, 0, 0, 1...), (1..., 0, 0, 0): "UTF-32"
            case (0xFE, 0xFF, _, _), (0xFF, 0xFE, _, _), (0, 1..., 0, _), (1..., 0, 1..., 0): "UTF-16"
            default: nil
            }
        guard let encoding else { return }
        throw Unreadable(
            diagnostic: .error(
                "yaml-encoding", "the text is in `\(encoding)`, and only UTF-8 is read", at: file.range(atOffset: 0),
                hint: "Save it as UTF-8, for example with `iconv -f \(encoding) -t UTF-8`."))
    }

    static func controlCharacter(_ scalar: Unicode.Scalar, _ file: SourceFile, _ offset: Int) -> Unreadable {
        let escape = String(scalar.codePoint.dropFirst(2))
        return Unreadable(
            diagnostic: .error(
                "yaml-control-character", "the control character `\(scalar.codePoint)` is not allowed",
                at: file.range(atOffset: offset),
                hint: "Delete it, or write it as `\\u\(escape)` in double quotes."))
    }

    /// One pass over the bytes.
    private struct Scan {
        let file: SourceFile
        let bytes: UnsafeBufferPointer<UInt8>
        var start = 0
        var unprintable: (offset: Int, scalar: Unicode.Scalar)?
        var hasUnicodeBreaks = false

        init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>) {
            self.file = file
            self.bytes = bytes
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        }

        mutating func run() throws(Unreadable) {
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if 0x20..<0x7F ~= byte {
                    index = printableEnd(index + 1)
                } else if byte < 0x80 {
                    try control(byte, at: index)
                    index += 1
                } else {
                    index += try multibyte(at: index)
                }
            }
        }

        /// The end of a run of printable ASCII, eight bytes at a time. In a byte from 0x20 to 0x7E neither it, nor it
        /// less 0x20, nor it plus 1 has the high bit; a borrow or carry comes only from a byte that ends the run.
        private func printableEnd(_ start: Int) -> Int {
            var index = start
            let base = UnsafeRawBufferPointer(bytes)
            while index + 8 <= bytes.count {
                let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let outside = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
                guard outside & 0x8080_8080_8080_8080 == 0 else { return index }
                index += 8
            }
            return index
        }

        private mutating func control(_ byte: UInt8, at index: Int) throws(Unreadable) {
            switch byte {
            case 0x09, 0x0A, 0x0D: return
            case 0x7F: note(Unicode.Scalar(byte), at: index)
            default: throw TextCheck.controlCharacter(Unicode.Scalar(byte), file, index)
            }
        }

        private mutating func note(_ scalar: Unicode.Scalar, at index: Int) {
            if unprintable == nil { unprintable = (index, scalar) }
        }

        /// Checks the scalar at an offset by the table of well-formed sequences (Unicode, table 3-7).
        /// - Returns: its length in bytes.
        private mutating func multibyte(at index: Int) throws(Unreadable) -> Int {
            guard let (scalar, length) = decode(at: index) else { throw invalid(at: index) }
            switch scalar.value {
            case 0x85, 0x2028, 0x2029: hasUnicodeBreaks = true
            case 0x80...0x9F, 0xFFFE, 0xFFFF: note(scalar, at: index)
            default: break
            }
            return length
        }

        private func decode(at index: Int) -> (Unicode.Scalar, Int)? {
            let first = bytes[index]
            let length: Int
            switch first {
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF: length = 3
            case 0xF0...0xF4: length = 4
            default: return nil
            }
            guard index + length <= bytes.count else { return nil }
            var value = UInt32(first) & (0xFF >> UInt32(length + 1))
            for offset in 1..<length {
                let byte = bytes[index + offset]
                guard byte & 0xC0 == 0x80 else { return nil }
                value = value << 6 | UInt32(byte & 0x3F)
            }
            // Overlong forms decode to less than their length needs; surrogates and beyond U+10FFFF are no scalars.
            let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
            guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
            return (scalar, length)
        }

        private func invalid(at index: Int) -> Unreadable {
            let byte = String(bytes[index], radix: 16, uppercase: true)
            return Unreadable(
                diagnostic: .error(
                    "yaml-encoding", "the byte `0x\(byte)` at offset \(index) is not part of valid UTF-8",
                    at: file.range(atOffset: index),
                    hint: "Save the file as UTF-8; it may be in an older encoding such as ISO 8859-1."))
        }
    }
}
