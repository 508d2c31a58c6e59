/// A type that can be read from JSON and written as JSON.
///
/// One protocol, not one for reading and one for writing: each conformance of each of a module's thousand types is a table
/// and functions, which cost building time and size.
public protocol JSONCodable {
    /// Reads the value that the reader stands on. The reader is only lent: it cannot outlive the call.
    init(json: borrowing JSONReader) throws(JSONError)

    /// Writes exactly one JSON value. Never throws: the writer keeps the first problem and `jsonBytes()` throws it.
    func write(to writer: inout JSONWriter)
}
