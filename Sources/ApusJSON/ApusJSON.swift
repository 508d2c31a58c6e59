// The door of this room. In: the bytes of one JSON text (RFC 8259). Out: a value of any `JSONCodable` type; and back.
//
// Reading: 1. `Parser` checks the whole text once, iteratively, and leaves a flat tape (`TapeEntry`), owned by a
// `JSONDocument`. 2. `JSONReader`, `JSONObjectReader` and `JSONArrayReader` are cursors on that tape; a type's
// `init(json:)` pulls its members through them. 3. A `JSONError` collects its path while it unwinds; here, at the end,
// it gets its line and column.
//
// Writing: a type's `write(to:)` pushes its members into a `JSONWriter`, one growing buffer of bytes.

extension JSONCodable {
    /// Reads a value from the bytes of one JSON text.
    ///
    /// - Parameters:
    ///   - jsonBytes: UTF-8 without a byte order mark; exactly one value, white space around it allowed (RFC 8259).
    ///   - limits: what the text may cost: bytes and nesting depth.
    /// - Throws: `JSONError` with the path, byte offset, line and column of what does not fit.
    public init(jsonBytes: [UInt8], limits: JSONLimits = .init()) throws(JSONError) {
        do {
            let document = try JSONDocument(jsonBytes, limits: limits)
            self = try document.withRoot { root throws(JSONError) in try Self(json: root) }
        } catch {
            throw error.located(in: jsonBytes)
        }
    }

    /// Reads a value from JSON text; see `init(jsonBytes:limits:)`.
    public init(jsonText: String, limits: JSONLimits = .init()) throws(JSONError) {
        try self.init(jsonBytes: Array(jsonText.utf8), limits: limits)
    }

    /// The value as one compact JSON text in UTF-8.
    ///
    /// - Throws: `JSONError` when a part has no JSON form: a number that is NaN or infinite, or what a `write(to:)`
    ///   reported with `JSONWriter.fail(_:)`.
    public func jsonBytes() throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return try writer.finish()
    }

    /// The value as one compact JSON text; see `jsonBytes()`.
    public func jsonText() throws(JSONError) -> String {
        String(decoding: try jsonBytes(), as: UTF8.self)
    }
}
