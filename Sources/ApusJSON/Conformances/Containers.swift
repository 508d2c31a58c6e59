extension Optional: JSONCodable where Wrapped: JSONCodable {
    /// Reads null as nil.
    public init(json: borrowing JSONReader) throws(JSONError) {
        self = json.isNull ? nil : try Wrapped(json: json)
    }

    /// Writes nil as null.
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.writeNull() }
    }
}

extension Array: JSONCodable where Element: JSONCodable {
    /// Reads an array.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var reader = try json.array()
        self = []
        reserveCapacity(reader.count)
        for _ in 0..<reader.count { append(try reader.element()) }
    }

    /// Writes an array.
    public func write(to writer: inout JSONWriter) { writer.writeArray(self) }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    /// Reads an object whose members have one type.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var reader = try json.object()
        self = try reader.additional()
    }

    /// Writes an object, its members sorted by name.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.additional(self)
        writer.endObject()
    }
}
