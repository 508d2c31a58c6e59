// Whole numbers: `25`, `25.0` and `1e3` are accepted, by value; `1.5`, `"25"` and `true` are not.

extension Int: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int8: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int16: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int32: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int64: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt8: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt16: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt32: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt64: JSONDecodable, JSONEncodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}
