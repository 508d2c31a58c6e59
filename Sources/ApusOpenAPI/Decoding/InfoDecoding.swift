extension InfoObject: DecodableObject {
    static let title = "an Info Object"

    enum Key: String, ObjectKey {
        case title, summary, description, termsOfService, contact, license, version
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .summary: .v31
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> InfoObject {
        var object = InfoObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.title, .version]) { key, member in
            switch key {
            case .title: object.title = member.string() ?? ""
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .termsOfService: object.termsOfService = member.string()
            case .contact: object.contact = member.object(ContactObject.self)
            case .license: object.license = member.object(LicenseObject.self)
            case .version: object.version = member.string() ?? ""
            }
        }
        return object
    }
}

extension ContactObject: DecodableObject {
    static let title = "a Contact Object"

    enum Key: String, ObjectKey {
        case name, url, email
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> ContactObject {
        var object = ContactObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .name: object.name = member.string()
            case .url: object.url = member.string()
            case .email: object.email = member.string()
            }
        }
        return object
    }
}

extension LicenseObject: DecodableObject {
    static let title = "a License Object"

    enum Key: String, ObjectKey {
        case name, identifier, url
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .identifier: .v31
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> LicenseObject {
        var object = LicenseObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .name: object.name = member.string() ?? ""
            case .identifier: object.identifier = member.string()
            case .url: object.url = member.string()
            }
        }
        return object
    }
}
