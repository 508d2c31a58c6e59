extension String: JSONCodable {
    /// Reads a string.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.string() }
    /// Writes a string.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Bool: JSONCodable {
    /// Reads `true` or `false`.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.bool() }
    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Double: JSONCodable {
    /// Reads the nearest double; a number beyond the largest one is an error, one too small to tell from zero is zero.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.double() }
    /// Writes the shortest decimal that reads as the same double; NaN and the infinities are errors.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Float: JSONCodable {
    /// Reads the nearest float; a number beyond the largest one is an error, one too small to tell from zero is zero.
    public init(json: borrowing JSONReader) throws(JSONError) {
        // Not by way of a double: rounding twice can miss the nearest float.
        let text = try json.number().text
        guard let value = Float(text), value.isFinite else { throw json.outOfRange("a Float") }
        self = value
    }
    /// Writes the shortest decimal that reads as the same float; NaN and the infinities are errors.
    public func write(to writer: inout JSONWriter) {
        let shortest = isFinite ? Double(description) : nil
        writer.write(shortest ?? Double(self))
    }
}

extension JSONNumber: JSONCodable {
    /// Reads a number with its exact text.
    public init(json: borrowing JSONReader) throws(JSONError) { self = try json.number() }
    /// Writes the text.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension JSONObject: JSONCodable {
    /// Reads an object. Of members of one name, the last counts, in the first one's place.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard case .object(let object) = json.value() else { throw json.mismatch(.object) }
        self = object
    }
    /// Writes an object.
    public func write(to writer: inout JSONWriter) { writer.write(.object(self)) }
}

extension JSONReader {
    /// The nearest double.
    ///
    /// - Throws: `JSONError` when the value is no number, or beyond the largest double.
    public func double() throws(JSONError) -> Double {
        guard entry.pointee.kind == .number else { throw mismatch(.number) }
        guard let value = NumberParsing.double(content) else { throw outOfRange("a Double") }
        return value
    }

    /// The whole number that the value is, however written: `25`, `25.0`, `1e3`.
    ///
    /// - Throws: `JSONError` when the value is no number, has a fraction, or does not fit.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) throws(JSONError) -> T {
        guard entry.pointee.kind == .number else { throw mismatch(.integer) }
        guard let value: T = NumberParsing.integer(content) else {
            throw isInteger ? outOfRange("\(T.self)") : mismatch(.integer)
        }
        return value
    }

    @inline(never)
    func outOfRange(_ type: String) -> JSONError {
        JSONError(.numberOutOfRange, "the number does not fit \(type)", byteOffset: byteOffset)
    }
}
