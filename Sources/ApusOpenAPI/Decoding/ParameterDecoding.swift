extension ParameterObject: DecodableObject {
    static let title = "a Parameter Object"

    enum Key: String, ObjectKey {
        case name
        case location = "in"
        case description, required, deprecated, allowEmptyValue, style, explode, allowReserved, schema, content
        case example, examples
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> ParameterObject {
        var object = ParameterObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.name, .location]) { key, member in
            switch key {
            case .name: object.name = member.string() ?? ""
            case .location: object.location = member.oneOf(Location.self) ?? .query
            default: ValueKey(rawValue: key.rawValue).map { object.value.decode($0, member) }
            }
        }
        return object
    }
}

extension HeaderObject: DecodableObject {
    static let title = "a Header Object"

    static func decode(_ reader: ObjectReader) -> HeaderObject {
        var object = HeaderObject(place: reader.place)
        object.extensions = reader.read(ValueKey.self) { key, member in object.value.decode(key, member) }
        return object
    }
}

/// The keys that Parameter Objects and Header Objects share.
enum ValueKey: String, ObjectKey {
    case description, required, deprecated, allowEmptyValue, style, explode, allowReserved, schema, content
    case example, examples
    static let table = makeTable()
}

extension ValueDescription {
    mutating func decode(_ key: ValueKey, _ member: Member) {
        switch key {
        case .description: description = member.string()
        case .required: isRequired = member.boolean() ?? false
        case .deprecated: isDeprecated = member.boolean() ?? false
        case .allowEmptyValue: allowsEmptyValue = member.boolean() ?? false
        case .style: style = member.oneOf(ParameterObject.Style.self)
        case .explode: explode = member.boolean()
        case .allowReserved: allowsReserved = member.boolean() ?? false
        case .schema: schema = member.schema()
        case .content: content = member.referencedMap(MediaTypeObject.self)
        case .example: example = member.node
        case .examples: examples = member.exampleMap()
        }
    }
}
