#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import OpenRouter

/// A type that is not looked into.
struct SchemaLeaf {
    let schema: JSONValue
    /// A made-up value.
    let value: () throws -> Any

    private init(_ schema: JSONValue, _ value: @escaping @autoclosure () throws -> Any) {
        self.schema = schema
        self.value = value
    }

    /// The leaf that a type is; `nil` when it is none.
    static func of(_ type: Any.Type, _ recorder: SchemaRecorder) -> SchemaLeaf? {
        if type == JSONValue.self { return anything(recorder) }
        return scalar(type) ?? integer(type) ?? text(type)
    }

    private static func scalar(_ type: Any.Type) -> SchemaLeaf? {
        switch type {
        case is String.Type: SchemaLeaf(["type": "string"], "")
        case is Bool.Type: SchemaLeaf(["type": "boolean"], false)
        case is Double.Type: SchemaLeaf(["type": "number"], 0 as Double)
        case is Float.Type: SchemaLeaf(["type": "number"], 0 as Float)
        case is Decimal.Type: SchemaLeaf(["type": "number"], 0 as Decimal)
        default: nil
        }
    }

    private static func integer(_ type: Any.Type) -> SchemaLeaf? {
        guard let type = type as? any FixedWidthInteger.Type else { return nil }
        var schema: JSONObject = ["type": "integer"]
        if !isSigned(type) { schema["minimum"] = 0 }
        return SchemaLeaf(.object(schema), zero(type))
    }

    private static func isSigned<Number: FixedWidthInteger>(_ type: Number.Type) -> Bool { type.isSigned }
    private static func zero<Number: FixedWidthInteger>(_ type: Number.Type) -> Any { Number.zero }

    /// Types that travel as texts.
    private static func text(_ type: Any.Type) -> SchemaLeaf? {
        switch type {
        case is Date.Type: SchemaLeaf(["type": "string", "format": "date-time"], Date(timeIntervalSince1970: 0))
        case is UUID.Type: SchemaLeaf(["type": "string", "format": "uuid"], UUID())
        case is URL.Type: SchemaLeaf(["type": "string", "format": "uri"], URL(string: "https://example.com") as Any)
        case is Data.Type: SchemaLeaf(["type": "string", "contentEncoding": "base64"], Data())
        default: nil
        }
    }

    private static func anything(_ recorder: SchemaRecorder) -> SchemaLeaf {
        SchemaLeaf([:], try recorder.loose("a `JSONValue` may be anything", JSONValue.null))
    }
}

extension SchemaRecorder {
    /// The value, unless the schema is to be strict.
    func loose<Value>(_ what: String, _ value: Value) throws -> Value {
        if isStrict { throw fail("\(what), which a strict schema cannot say; ask with `strict: false`") }
        return value
    }
}
