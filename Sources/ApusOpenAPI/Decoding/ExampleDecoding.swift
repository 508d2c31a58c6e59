import ApusYAML

extension ExampleObject: DecodableObject {
    static let title = "an Example Object"

    enum Key: String, ObjectKey {
        case summary, description, value, dataValue, serializedValue, externalValue
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .dataValue, .serializedValue: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> ExampleObject {
        var object = ExampleObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .value, .dataValue: object.value = member.node
            case .serializedValue: object.serializedValue = member.string()
            case .externalValue: object.externalValue = member.string()
            }
        }
        reader.reportExclusive([Key.value, .dataValue], reading: "the later one is the example")
        reader.reportExclusive([Key.value, .serializedValue], reading: "`value` is the example")
        reader.reportExclusive([Key.value, .externalValue], reading: "`value` is the example")
        reader.reportExclusive([Key.serializedValue, .externalValue], reading: "nothing is fetched")
        return object
    }
}

extension LinkObject: DecodableObject {
    static let title = "a Link Object"

    enum Key: String, ObjectKey {
        case operationRef, operationId, parameters, requestBody, description, server
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> LinkObject {
        var object = LinkObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .operationRef: object.operationReference = member.string()
            case .operationId: object.operationID = member.string()
            case .parameters: object.parameters = member.node
            case .requestBody: object.requestBody = member.node
            case .description: object.description = member.string()
            case .server: object.server = member.object(ServerObject.self)
            }
        }
        return object
    }
}

extension Member {
    /// A map of names to Example Objects. Examples are an aid: one of another shape is left out with a warning.
    func exampleMap() -> OrderedMap<Referenced<ExampleObject>> {
        guard node.mapping != nil else {
            warn("wrong-type", "`\(key)` must be a mapping of names to examples, not \(node.kindName), and is ignored")
            return .init()
        }
        return map { member in
            if member.node.mapping != nil { return member.referenced(ExampleObject.self) }
            member.warn(
                "wrong-type", "`\(member.key)` must be an Example Object, not \(member.node.kindName), and is ignored",
                hint: "Put the example under the key `value`.")
            return nil
        }
    }
}
