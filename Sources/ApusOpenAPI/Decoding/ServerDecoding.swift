import ApusDiagnostics
import ApusYAML

extension ServerObject: DecodableObject {
    static let title = "a Server Object"

    enum Key: String, ObjectKey {
        case url, name, description, variables
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .name: .v32
            default: .v30
            }
        }
    }

    var isUsable: Bool { !url.isEmpty }

    static func decode(_ reader: ObjectReader) -> ServerObject {
        var object = ServerObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.url]) { key, member in
            switch key {
            case .url: object.url = member.string() ?? ""
            case .name: object.name = member.string()
            case .description: object.description = member.string()
            case .variables: object.variables = member.objectMap(ServerVariableObject.self)
            }
        }
        return object
    }
}

extension ServerVariableObject: DecodableObject {
    static let title = "a Server Variable Object"

    enum Key: String, ObjectKey {
        case values = "enum"
        case defaultValue = "default"
        case description
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> ServerVariableObject {
        var object = ServerVariableObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.defaultValue]) { key, member in
            switch key {
            case .values:
                object.values = member.strings()
                if object.values.isEmpty, member.node.sequence != nil {
                    member.warn(
                        "empty-enum", "`enum` of a server variable has no values; any is taken",
                        hint: "Leave `enum` out, or list the values.")
                }
            case .defaultValue: object.defaultValue = member.string() ?? ""
            case .description: object.description = member.string()
            }
        }
        // Without a default the first value is as good as any.
        if reader.mapping["default"] == nil, let first = object.values.first { object.defaultValue = first }
        return object
    }
}
