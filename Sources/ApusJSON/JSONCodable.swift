/// A type that can be read from JSON.
public protocol JSONDecodable {
    /// Reads the value that the reader stands on. The reader is only lent: it cannot outlive the call.
    init(json: borrowing JSONReader) throws(JSONError)
}

/// A type that can be written as JSON.
public protocol JSONEncodable {
    /// Writes exactly one JSON value. Never throws: the writer keeps the first problem and `jsonBytes()` throws it.
    func write(to writer: inout JSONWriter)
}

/// A type that can be read from JSON and written as JSON.
public typealias JSONCodable = JSONDecodable & JSONEncodable
