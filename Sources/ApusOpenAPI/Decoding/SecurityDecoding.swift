import ApusDiagnostics
import ApusYAML

extension SecuritySchemeObject: DecodableObject {
    static let title = "a Security Scheme Object"

    enum Key: String, ObjectKey {
        case type, description, name
        case location = "in"
        case scheme, bearerFormat, flows, openIdConnectUrl, oauth2MetadataUrl, deprecated
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .oauth2MetadataUrl, .deprecated: .v32
            default: .v30
            }
        }
    }

    /// The values of `type`.
    enum SchemeType: String, CaseIterable { case apiKey, http, mutualTLS, oauth2, openIdConnect }

    /// What cannot be a scheme; one of a kind that is not supported is another matter.
    var isUsable: Bool { !type.isEmpty && keyNameComplaint == nil }

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
            case .flows: object.flows = member.object(OAuthFlowsObject.self)?.flows ?? .init()
            case .openIdConnectUrl: object.openIDConnectURL = member.string()
            case .oauth2MetadataUrl: object.oauth2MetadataURL = member.string()
            case .deprecated: object.isDeprecated = member.boolean() ?? false
            }
        }
        object.reportMissingKeys(reader)
        if let complaint = object.keyNameComplaint {
            reader.context.report(
                .warning(
                    "bad-header-name", complaint, at: reader.place.range,
                    pointer: reader.place.path.appending("name").pointer, hint: "Name a header such as `X-API-Key`.",
                    category: .document))
        }
        return object
    }

    /// A key in a header becomes a header's name.
    private var keyNameComplaint: String? {
        guard type == "apiKey", let name, location == .header || location == .cookie else { return nil }
        guard !HTTPSyntax.isToken(name) || HTTPSyntax.isFraming(name) else { return nil }
        return "`\(name)` cannot carry an API key; the scheme is left out"
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

/// The flows on their way: the object is a map whose keys are fixed.
private struct OAuthFlowsObject: DecodableObject {
    static let title = "an OAuth Flows Object"

    var flows: OrderedMap<OAuthFlowObject>

    enum Key: String, ObjectKey {
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> OAuthFlowsObject {
        var entries: [OrderedMap<OAuthFlowObject>.Entry] = []
        _ = reader.read(Key.self) { key, member in
            guard let flow = member.object(OAuthFlowObject.self) else { return }
            entries.append(.init(key: key.rawValue, keyRange: member.keyRange, value: flow))
        }
        return OAuthFlowsObject(flows: OrderedMap(entries))
    }
}

extension OAuthFlowObject: DecodableObject {
    static let title = "an OAuth Flow Object"

    enum Key: String, ObjectKey {
        case authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl, scopes
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> OAuthFlowObject {
        var object = OAuthFlowObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .authorizationUrl: object.authorizationURL = member.string()
            case .deviceAuthorizationUrl: object.deviceAuthorizationURL = member.string()
            case .tokenUrl: object.tokenURL = member.string()
            case .refreshUrl: object.refreshURL = member.string()
            case .scopes: object.scopes = member.map { $0.node.scalar?.kind == .null ? "" : $0.string() }
            }
        }
        return object
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
