extension Optional: JSONDecodable where Wrapped: JSONDecodable {
    /// Reads null as nil.
    public init(json: borrowing JSONReader) throws(JSONError) {
        self = json.isNull ? nil : try Wrapped(json: json)
    }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
    /// Writes nil as null.
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.writeNull() }
    }
}

extension Array: JSONDecodable where Element: JSONDecodable {
    /// Reads an array.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var reader = try json.array()
        self = []
        reserveCapacity(reader.count)
        for _ in 0..<reader.count { append(try reader.element()) }
    }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    /// Writes an array.
    public func write(to writer: inout JSONWriter) { writer.writeArray(self) }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
    /// Reads an object whose members have one type.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var reader = try json.object()
        self = try reader.additional()
    }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
    /// Writes an object, its members sorted by name.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.additional(self)
        writer.endObject()
    }
}
