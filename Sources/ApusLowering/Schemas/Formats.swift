import ApusIR
import ApusOpenAPI

/// `type` and `format` to a primitive: OpenAPI's format registry and JSON Schema 2020-12 Validation, section 7.3.
enum Formats {
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
        default: .integer
        }
    }

    private static func number(_ format: String?) -> Primitive {
        switch format {
        case "float": .float
        case "decimal", "decimal128": .decimal
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
