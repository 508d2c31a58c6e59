/// Checks one JSON text (RFC 8259) and leaves its tape. One loop, no recursion: open containers are chained through
/// the tape itself.
struct Parser: ~Copyable {
    let bytes: UnsafeMutablePointer<UInt8>
    let count: Int
    let maximumDepth: Int
    var position = 0

    private var tape: UnsafeMutablePointer<TapeEntry>
    private var tapeCount = 0
    private var tapeCapacity: Int
    /// The index of the innermost open container, or `none`.
    private var open = Parser.none
    private var depth = 0

    private static let none = UInt32.max
    private static let padding = 8
    /// What the 32-bit offsets of the tape can tell apart, on machines whose `Int` is wide enough to exceed it.
    private static let addressableBytes = Int(clamping: UInt32.max - 1)

    init(_ source: [UInt8], limits: JSONLimits) throws(JSONError) {
        let maximumBytes = min(limits.maximumBytes, Parser.addressableBytes)
        guard source.count <= maximumBytes else {
            throw JSONError(.tooLarge, "the text has \(source.count) bytes, more than the limit of \(maximumBytes)")
        }
        count = source.count
        maximumDepth = limits.maximumDepth
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: source.count + Parser.padding)
        _ = UnsafeMutableBufferPointer(start: copy, count: source.count).initialize(from: source)
        (copy + source.count).initialize(repeating: 0, count: Parser.padding)
        bytes = copy
        tapeCapacity = source.count / 12 + 16
        tape = .allocate(capacity: tapeCapacity)
    }

    deinit {
        bytes.deallocate()
        tape.deallocate()
    }

    /// Hands both buffers over.
    consuming func finish() -> (bytes: UnsafePointer<UInt8>, tape: TapePointer) {
        let result = (UnsafePointer(bytes), TapePointer(tape))
        discard self
        return result
    }

    mutating func run() throws(JSONError) {
        try refuseByteOrderMark()
        var expected = Expected.value
        while expected != .end {
            skipWhiteSpace()
            expected = try step(expected)
        }
    }

    private enum Expected { case value, valueOrClose, name, nameOrClose, commaOrClose, end }

    @inline(__always)
    private mutating func step(_ expected: Expected) throws(JSONError) -> Expected {
        switch expected {
        case .value: return try readValue()
        case .valueOrClose: return bytes[position] == .closeBracket ? close() : try readValue()
        case .nameOrClose where bytes[position] == .closeBrace: return close()
        case .name, .nameOrClose: return try readName()
        case .commaOrClose: return try readCommaOrClose()
        case .end: return .end
        }
    }

    @inline(__always)
    private mutating func readValue() throws(JSONError) -> Expected {
        switch bytes[position] {
        case .quote:
            append(try scanString())
        case .minus, UInt8(ascii: "0")...UInt8(ascii: "9"):
            append(try scanNumber())
        case .openBrace:
            try openContainer(.object)
            return .nameOrClose
        case .openBracket:
            try openContainer(.array)
            return .valueOrClose
        default:
            append(try scanLiteral())
        }
        return .commaOrClose
    }

    @inline(__always)
    private mutating func readName() throws(JSONError) -> Expected {
        guard bytes[position] == .quote else { throw unexpected("expected a member name in quotes") }
        append(try scanString())
        skipWhiteSpace()
        guard bytes[position] == .colon else { throw unexpected("expected `:` after a member name") }
        position &+= 1
        return .value
    }

    @inline(__always)
    private mutating func readCommaOrClose() throws(JSONError) -> Expected {
        guard open != Parser.none else {
            guard position == count else { throw unexpected("expected nothing after the value") }
            return .end
        }
        let isObject = tape[Int(open)].kind == .object
        tape[Int(open)].length &+= 1
        switch bytes[position] {
        case .comma:
            position &+= 1
            return isObject ? .name : .value
        case .closeBrace where isObject, .closeBracket where !isObject:
            return close()
        default:
            throw unexpected(isObject ? "expected `,` or `}` in an object" : "expected `,` or `]` in an array")
        }
    }

    @inline(__always)
    private mutating func openContainer(_ kind: TapeEntry.Kind) throws(JSONError) {
        guard depth < maximumDepth else {
            throw JSONError(
                .depthExceeded, "more than \(maximumDepth) levels of arrays and objects", byteOffset: position)
        }
        depth &+= 1
        var entry = TapeEntry(kind, offset: position, length: 0)
        entry.span = open
        open = UInt32(truncatingIfNeeded: tapeCount)
        append(entry)
        position &+= 1
    }

    @inline(__always)
    private mutating func close() -> Expected {
        let index = Int(open)
        open = tape[index].span
        tape[index].span = UInt32(truncatingIfNeeded: tapeCount &- index)
        depth &-= 1
        position &+= 1
        return .commaOrClose
    }

    @inline(__always)
    private mutating func append(_ entry: TapeEntry) {
        if tapeCount == tapeCapacity { grow() }
        (tape + tapeCount).initialize(to: entry)
        tapeCount &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<TapeEntry>.allocate(capacity: tapeCapacity * 2)
        larger.moveInitialize(from: tape, count: tapeCount)
        tape.deallocate()
        tape = larger
        tapeCapacity *= 2
    }
}
