extension ComponentsObject: DecodableObject {
    static let title = "a Components Object"

    enum Key: String, ObjectKey {
        case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks
        case pathItems, mediaTypes
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .pathItems: .v31
            case .mediaTypes: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> ComponentsObject {
        var object = ComponentsObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .schemas: object.schemas = member.mapOfMany { $0.schema() }
            case .responses: object.responses = member.referencedMap(ResponseObject.self)
            case .parameters: object.parameters = member.referencedMap(ParameterObject.self)
            case .examples: object.examples = member.exampleMap()
            case .requestBodies: object.requestBodies = member.referencedMap(RequestBodyObject.self)
            case .headers: object.headers = member.referencedMap(HeaderObject.self)
            case .securitySchemes: object.securitySchemes = member.referencedMap(SecuritySchemeObject.self)
            case .links: object.links = member.referencedMap(LinkObject.self)
            case .callbacks: object.callbacks = member.referencedMap(CallbackObject.self)
            case .pathItems: object.pathItems = member.referencedMap(PathItemObject.self)
            case .mediaTypes: object.mediaTypes = member.referencedMap(MediaTypeObject.self)
            }
        }
        return object
    }
}
