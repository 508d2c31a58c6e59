/// A cursor on one value of a parsed text. It is only ever lent, to `init(json:)`: it cannot be copied or kept.
public struct JSONReader: ~Copyable {
    /// Not retained: whoever lends the reader keeps the document alive meanwhile. One reference count a field would
    /// cost more than reading the field.
    let document: Unmanaged<JSONDocument>
    let entry: TapePointer

    @inline(__always)
    init(_ document: Unmanaged<JSONDocument>, _ entry: TapePointer) {
        self.document = document
        self.entry = entry
    }

    /// The first byte of the value on the tape.
    @inline(__always)
    var start: UnsafePointer<UInt8> { document._withUnsafeGuaranteedRef { $0.bytes } + Int(entry.pointee.offset) }

    /// The bytes of a number, or of a string between its quotes.
    @inline(__always)
    var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: Int(entry.pointee.length)) }
}

extension JSONReader {
    /// The kind of the value; `.number` for every number.
    public var kind: JSONKind { entry.pointee.kind.jsonKind }

    /// Whether the value is null.
    public var isNull: Bool { entry.pointee.kind == .null }

    /// Where the value begins in the text, in bytes.
    public var byteOffset: Int { entry.errorOffset }

    /// The members of the value.
    ///
    /// - Throws: `JSONError` when it is not an object.
    public func object() throws(JSONError) -> JSONObjectReader {
        guard entry.pointee.kind == .object else { throw mismatch(.object) }
        try checkStack()
        return JSONObjectReader(document.takeUnretainedValue(), entry)
    }

    /// The elements of the value.
    ///
    /// - Throws: `JSONError` when it is not an array.
    public func array() throws(JSONError) -> JSONArrayReader {
        guard entry.pointee.kind == .array else { throw mismatch(.array) }
        try checkStack()
        return JSONArrayReader(document.takeUnretainedValue(), entry)
    }

    /// The whole subtree. Of members of one name, the last counts, in the first one's place.
    public func value() -> JSONValue { JSONValueBuilder.value(of: self) }

    /// The string that the value is, unescaped.
    ///
    /// - Throws: `JSONError` when it is not a string.
    public func string() throws(JSONError) -> String {
        guard entry.pointee.kind == .string else { throw mismatch(.string) }
        return stringContent
    }

    /// The boolean that the value is.
    ///
    /// - Throws: `JSONError` when it is not a boolean.
    public func bool() throws(JSONError) -> Bool {
        switch entry.pointee.kind {
        case .true: return true
        case .false: return false
        default: throw mismatch(.boolean)
        }
    }

    /// The number that the value is, with its exact text.
    ///
    /// - Throws: `JSONError` when it is not a number.
    public func number() throws(JSONError) -> JSONNumber {
        guard entry.pointee.kind == .number else { throw mismatch(.number) }
        return JSONNumber(checked: String(decoding: content, as: UTF8.self))
    }

    /// An error of kind `.invalidValue` at this value, for types that read a format out of it. The message says what
    /// was expected (`expected a date-time of RFC 3339`) and must not repeat the value, which may be a secret.
    public func invalidValue(_ message: String) -> JSONError {
        JSONError(.invalidValue, message, byteOffset: byteOffset)
    }

    /// Every level of a recursive type passes here, on its way into an object or an array.
    @inline(__always)
    private func checkStack() throws(JSONError) {
        guard document._withUnsafeGuaranteedRef({ $0.stack.isExceeded }) else { return }
        throw JSONError(
            .depthExceeded, "the nesting needs more stack than `JSONLimits.maximumStackBytes` allows",
            byteOffset: byteOffset)
    }

    /// The error that the member, whose value this is, has the name of another one.
    func duplicate() -> JSONError {
        JSONError(.duplicateKey, "the object has two members of one name", byteOffset: (entry - 1).errorOffset)
    }

    @inline(never)
    func mismatch(_ expected: JSONKind) -> JSONError {
        JSONError(
            .typeMismatch(expected: expected, found: kind), "expected \(expected), found \(found(expected))",
            byteOffset: byteOffset)
    }

    private func found(_ expected: JSONKind) -> String {
        kind == .number && expected == .integer ? "a number that is not whole" : "\(kind)"
    }
}
