extension TagObject: DecodableObject {
    static let title = "a Tag Object"

    enum Key: String, ObjectKey {
        case name, summary, description, externalDocs, parent, kind
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .summary, .parent, .kind: .v32
            default: .v30
            }
        }
    }

    var isUsable: Bool { !name.isEmpty }

    static func decode(_ reader: ObjectReader) -> TagObject {
        var object = TagObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.name]) { key, member in
            switch key {
            case .name: object.name = member.string() ?? ""
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .externalDocs: object.externalDocs = member.object(ExternalDocumentationObject.self)
            case .parent: object.parent = member.string()
            case .kind: object.kind = member.string()
            }
        }
        return object
    }
}

extension ExternalDocumentationObject: DecodableObject {
    static let title = "an External Documentation Object"

    enum Key: String, ObjectKey {
        case description, url
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> ExternalDocumentationObject {
        var object = ExternalDocumentationObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .description: object.description = member.string()
            case .url: object.url = member.string() ?? ""
            }
        }
        return object
    }
}
