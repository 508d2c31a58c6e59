import OpenRouter

/// The raw values of an enumeration that can be listed.
struct EnumerationCases {
    /// The first case.
    let first: Any
    private let values: [JSONValue]

    /// `nil` for types without cases, and for raw values that are neither texts nor whole numbers.
    init?(_ type: Any.Type) {
        guard let type = type as? any CaseIterable.Type else { return nil }
        let cases = Self.all(type)
        let values = cases.compactMap { value in (value as? any RawRepresentable).flatMap { Self.rawValue($0) } }
        guard let first = cases.first, values.count == cases.count else { return nil }
        self.first = first
        self.values = values
    }

    /// The schema, with the type's own description.
    func schema(of type: Any.Type) -> JSONValue {
        var schema: JSONObject = ["type": values[0].string == nil ? "integer" : "string", "enum": .array(values)]
        if let text = (type as? any SchemaDescribing.Type)?.schemaDescription { schema["description"] = .string(text) }
        return .object(schema)
    }

    private static func all<Cases: CaseIterable>(_ type: Cases.Type) -> [Any] { type.allCases.map { $0 } }

    private static func rawValue<Case: RawRepresentable>(_ value: Case) -> JSONValue? {
        switch value.rawValue {
        case let text as String: .string(text)
        case let number as any BinaryInteger: .number(JSONNumber(number))
        default: nil
        }
    }
}
