import ApusDiagnostics

/// A strict reader of JSON (RFC 8259) that gives the same events as libyaml would.
///
/// Why not libyaml for JSON too: it refuses the surrogate pairs that JSON writes for characters beyond U+FFFF, tabs
/// as indentation and the control characters U+007F–U+009F, all legal in JSON; and it is several times slower.
struct JSONReader {
    private var cursor: JSONCursor
    /// Whether each open collection is an object, outermost first.
    private var objects: [Bool] = []

    /// Whether a text may be JSON: its first byte that is no white space opens an object or array.
    static func isCandidate(_ text: CheckedText) -> Bool {
        let first = text.file.bytes[text.start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// Reads one JSON text into the builder.
    static func read(_ text: CheckedText, into builder: inout NodeBuilder) throws(Unreadable) {
        try text.file.bytes.withUnsafeBufferPointer { bytes throws(Unreadable) in
            var reader = JSONReader(text, bytes)
            try reader.run(&builder)
        }
    }

    private init(_ text: CheckedText, _ bytes: UnsafeBufferPointer<UInt8>) {
        cursor = JSONCursor(file: text.file, bytes: bytes, offset: text.start)
    }

    /// What the grammar allows next.
    private enum Expectation {
        case value
        case firstItem
        case key
        case firstKey
        case separator
    }

    private mutating func run(_ builder: inout NodeBuilder) throws(Unreadable) {
        var expected = Expectation.value
        repeat {
            cursor.skipWhiteSpace()
            switch expected {
            case .firstItem where cursor.byte == UInt8(ascii: "]"), .firstKey where cursor.byte == UInt8(ascii: "}"):
                expected = try close(&builder)
            case .value, .firstItem: expected = try value(&builder)
            case .key, .firstKey: expected = try key(&builder)
            case .separator: expected = try separator(&builder)
            }
        } while !(objects.isEmpty && expected == .separator)
        cursor.skipWhiteSpace()
        if cursor.byte != nil { throw cursor.unexpected("the end of the text") }
    }

    private mutating func value(_ builder: inout NodeBuilder) throws(Unreadable) -> Expectation {
        switch cursor.byte {
        case UInt8(ascii: "{"): return try open(isObject: true, &builder)
        case UInt8(ascii: "["): return try open(isObject: false, &builder)
        default:
            let start = cursor.position
            let scalar = try cursor.scalar()
            try builder.scalar(scalar, at: Place(start, cursor.position))
            return .separator
        }
    }

    private mutating func open(isObject: Bool, _ builder: inout NodeBuilder) throws(Unreadable) -> Expectation {
        try builder.begin(isMapping: isObject, at: Place(cursor.position, cursor.position))
        cursor.offset += 1
        objects.append(isObject)
        return isObject ? .firstKey : .firstItem
    }

    private mutating func close(_ builder: inout NodeBuilder) throws(Unreadable) -> Expectation {
        cursor.offset += 1
        objects.removeLast()
        try builder.end(at: cursor.position)
        return .separator
    }

    private mutating func key(_ builder: inout NodeBuilder) throws(Unreadable) -> Expectation {
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.unexpected("a key in double quotes") }
        _ = try value(&builder)
        cursor.skipWhiteSpace()
        guard cursor.byte == UInt8(ascii: ":") else { throw cursor.unexpected("`:`") }
        cursor.offset += 1
        return .value
    }

    private mutating func separator(_ builder: inout NodeBuilder) throws(Unreadable) -> Expectation {
        let isObject = objects[objects.count - 1]
        switch cursor.byte {
        case UInt8(ascii: ","):
            cursor.offset += 1
            return isObject ? .key : .value
        case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"): return try close(&builder)
        default: throw cursor.unexpected(isObject ? "`,` or `}`" : "`,` or `]`")
        }
    }
}
