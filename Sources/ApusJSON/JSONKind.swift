/// The kinds of JSON values (RFC 8259, section 3).
public enum JSONKind: Sendable, Hashable, CustomStringConvertible {
    case null, boolean, number, string, array, object
    /// A number whose value is a whole one (`25`, `25.0`, `1e3`). `JSONReader.kind` says `.number` for every number;
    /// this case is for asking (`isKind(.integer)`) and for error messages.
    case integer

    /// The kind with its article, as error messages say it: `an integer`.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        case .integer: "an integer"
        }
    }
}
