import ApusIR
import ApusOpenAPI

/// `type` and `format` to a primitive: OpenAPI's format registry and JSON Schema 2020-12 Validation, section 7.3; the user's
/// mapping before both.
extension Builder {
    func primitive(_ shape: Shape) -> Primitive {
        if let format = shape.format, let mapped = mappings.primitive(format) { return mapped }
        let primitive = Formats.primitive(shape)
        guard let name = Formats.typeName(primitive), let mapped = mappings.primitive(name) else { return primitive }
        return mapped
    }
}

/// What formats stand for.
enum Formats {
    /// The name of a type that no format says more of.
    static func typeName(_ primitive: Primitive) -> String? {
        switch primitive {
        case .string, .integer, .boolean: primitive.rawValue
        case .double: "number"
        default: nil
        }
    }

    static func primitive(_ shape: Shape) -> Primitive {
        switch shape.types {
        case .string: string(shape)
        case .integer: integer(shape.format)
        case .number: number(shape.format)
        case .boolean: .boolean
        default: untyped(shape)
        }
    }

    private static func string(_ shape: Shape) -> Primitive {
        switch shape.format {
        case "date-time": .dateTime
        case "date": .date
        case "uuid": .uuid
        case "uri", "url": .uri
        case "byte", "base64": .base64
        case "binary": .binary
        default: shape.contentEncoding?.lowercased() == "base64" ? .base64 : .string
        }
    }

    private static func integer(_ format: String?) -> Primitive {
        switch format {
        case "int32": .int32
        case "int64": .int64
        // Beyond 64 bits a decimal holds up to 38 digits.
        case "bigint", "big-integer", "int128", "uint128", "decimal", "decimal128": .decimal
        default: .integer
        }
    }

    private static func number(_ format: String?) -> Primitive {
        switch format {
        case "float": .float
        case "decimal", "decimal128", "bigint", "big-integer": .decimal
        case "int32": .int32
        case "int64": .int64
        default: .double
        }
    }

    /// Without a type, a format that only strings have says enough.
    private static func untyped(_ shape: Shape) -> Primitive {
        guard shape.types.isEmpty, shape.format != nil || shape.contentEncoding != nil else { return .any }
        let primitive = string(shape)
        return primitive == .string ? .any : primitive
    }
}
