/// Line and column of a byte, both from 1. A line ends with LF, CR or CRLF; columns count Unicode scalars.
struct JSONTextPosition: Sendable {
    var line = 1
    var column = 1

    init(of offset: Int, in text: [UInt8]) {
        for index in 0..<min(offset, text.count) {
            let byte = text[index]
            let isCRofCRLF = byte == .carriageReturn && index + 1 < text.count && text[index + 1] == .lineFeed
            if byte == .lineFeed || (byte == .carriageReturn && !isCRofCRLF) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}
