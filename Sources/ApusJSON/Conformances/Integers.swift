// Whole numbers: `25`, `25.0` and `1e3` are accepted, by value; `1.5`, `"25"` and `true` are not.

extension Int: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int8: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int16: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int32: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int64: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt8: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt16: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt32: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt64: JSONCodable {
    /// Reads a whole number that fits.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.integer() }
    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}
