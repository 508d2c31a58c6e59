import ApusYAML

extension SecuritySchemeObject: DecodableObject {
    static let title = "a Security Scheme Object"

    enum Key: String, ObjectKey {
        case type, description, name
        case location = "in"
        case scheme, bearerFormat, flows, openIdConnectUrl, oauth2MetadataUrl, deprecated
        static let table = makeTable()
    }

    /// The values of `type`.
    enum SchemeType: String, CaseIterable { case apiKey, http, mutualTLS, oauth2, openIdConnect }

    static func decode(_ reader: ObjectReader) -> SecuritySchemeObject {
        var object = SecuritySchemeObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.type]) { key, member in
            switch key {
            case .type: object.type = member.oneOf(SchemeType.self)?.rawValue ?? ""
            case .description: object.description = member.string()
            case .name: object.name = member.string()
            case .location: object.location = member.oneOf(ParameterObject.Location.self)
            case .scheme: object.scheme = member.string()
            case .bearerFormat: object.bearerFormat = member.string()
            case .flows: object.flows = member.node
            case .openIdConnectUrl: object.openIDConnectURL = member.string()
            case .oauth2MetadataUrl: object.oauth2MetadataURL = member.string()
            case .deprecated: object.isDeprecated = member.boolean() ?? false
            }
        }
        object.reportMissingKeys(reader)
        return object
    }

    /// What each type needs besides.
    private func reportMissingKeys(_ reader: ObjectReader) {
        switch type {
        case "apiKey":
            if name == nil { reader.reportMissing("name") }
            if location == nil { reader.reportMissing("in") }
        case "http":
            if scheme == nil { reader.reportMissing("scheme", hint: "Such as `bearer` or `basic`.") }
        default: break
        }
    }
}

extension SecurityRequirementObject: DecodableObject {
    static let title = "a Security Requirement Object"

    static func decode(_ reader: ObjectReader) -> SecurityRequirementObject {
        var object = SecurityRequirementObject(place: reader.place)
        object.schemes = OrderedMap(
            reader.mapping.pairs.map { pair in
                let member = Member(context: reader.context, pair: pair, parent: reader.place.path)
                return .init(key: pair.key, keyRange: pair.keyRange, value: member.strings())
            })
        return object
    }
}
