/// Writes JSON into one growing buffer. Commas are its own business: say `beginObject`, members, `endObject`, or
/// `beginArray`, values, `endArray`.
public struct JSONWriter: ~Copyable {
    var buffer = ByteBuffer(capacity: 2_048)
    /// Whether the next value or name comes behind another one.
    var needsComma = false
    /// The innermost object that is open; those around it wait in `outerObjects`.
    var object = OpenObject()
    var outerObjects: [OpenObject] = []
    /// The first problem.
    var problem: JSONError?

    /// An object that is being written.
    struct OpenObject {
        /// Where its brace stands.
        var start = 0
        /// The unknown fields that are not written yet.
        var unknownFields = JSONObject()
    }

    /// An empty writer.
    public init() {}

    /// What has been written so far.
    var writtenBytes: UnsafeBufferPointer<UInt8> { buffer.bytes }

    /// The text, or the first problem.
    consuming func finish() throws(JSONError) -> [UInt8] {
        if let problem { throw problem }
        if buffer.count == 0 { writeNull() }
        return Array(buffer.bytes)
    }

    /// Reports that the value at hand has no JSON form. Something must still be written in its place; nobody will see
    /// it, since the whole write fails with the first problem. The message must not repeat the value.
    public mutating func fail(_ message: String) { report(.invalidValue, message) }

    @inline(never)
    mutating func report(_ kind: JSONError.Kind, _ message: String) {
        if problem == nil { problem = JSONError(kind, message) }
    }

    /// Writes the comma, if this value comes behind another one. Every value begins with it.
    @inline(__always)
    mutating func beginValue() {
        if needsComma { buffer.append(.comma) }
        needsComma = true
    }

    /// Writes a value and adds its place to the problem that it reports. A type that writes nothing counts as null.
    @inline(__always)
    mutating func writeValue<T: JSONCodable>(_ value: T, at token: @autoclosure () -> JSONError.PathToken) {
        let hadProblem = problem != nil
        let count = buffer.count
        value.write(to: &self)
        if buffer.count == count { writeNull() }
        if !hadProblem, let found = problem { problem = found.prepending(token()) }
    }
}
