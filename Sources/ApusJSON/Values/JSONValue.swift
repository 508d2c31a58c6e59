/// Any JSON value, exact: numbers keep their text, objects their order.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, with its text.
    case number(JSONNumber)
    /// A string, unescaped.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

extension JSONValue {
    /// The kind of the value; `.number` for every number.
    public var kind: JSONKind {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The string, if it is one.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The boolean, if it is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The number, if it is one.
    public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    /// The elements, if it is an array.
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    /// The members, if it is an object.
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The value of the member `key`; nil when there is none or the value is no object.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// The element at `index`; nil when there is none or the value is no array.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}

extension JSONValue: JSONCodable {
    /// Reads whatever the value is. Of members of one name, the last counts, in the first one's place.
    public init(json: borrowing JSONReader) throws(JSONError) { self = json.value() }

    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension JSONValue: CustomStringConvertible {
    /// Compact JSON.
    public var description: String {
        var writer = JSONWriter()
        writer.write(self)
        return String(decoding: writer.writtenBytes, as: UTF8.self)
    }
}
