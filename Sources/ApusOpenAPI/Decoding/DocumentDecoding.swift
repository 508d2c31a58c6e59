import ApusDiagnostics
import ApusYAML

extension OpenAPIDocument: DecodableObject {
    static let title = "an OpenAPI Object"

    enum Key: String, ObjectKey {
        case openapi
        case selfURI = "$self"
        case info, jsonSchemaDialect, servers, paths, webhooks, components, security, tags, externalDocs
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .jsonSchemaDialect, .webhooks: .v31
            case .selfURI: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> OpenAPIDocument {
        var document = OpenAPIDocument(
            info: InfoObject(place: reader.place), components: ComponentsObject(place: reader.place),
            place: reader.place)
        document.version = reader.context.version
        document.extensions = reader.read(Key.self, required: [.info]) { key, member in
            switch key {
            case .openapi: document.openapi = member.node.scalar?.text ?? ""
            case .selfURI: document.selfURI = member.string()
            case .info: member.object(InfoObject.self).map { document.info = $0 }
            case .jsonSchemaDialect: document.jsonSchemaDialect = member.string()
            case .servers: document.servers = member.objects(ServerObject.self)
            case .paths:
                document.paths = member.mapOfMany { $0.key.isExtensionKey ? nil : $0.referenced(PathItemObject.self) }
            case .webhooks: document.webhooks = member.namedObjects(PathItemObject.self)
            case .components: member.object(ComponentsObject.self).map { document.components = $0 }
            case .security: document.security = member.objects(SecurityRequirementObject.self)
            case .tags: document.tags = member.objects(TagObject.self)
            case .externalDocs: document.externalDocs = member.object(ExternalDocumentationObject.self)
            }
        }
        reportEmptiness(reader)
        document.globals = decodeGlobals(reader)
        return document
    }

    /// OpenAPI 3.0 needs `paths`, later versions one of three.
    private static func reportEmptiness(_ reader: ObjectReader) {
        let parts = reader.context.version == .v30 ? ["paths"] : ["paths", "components", "webhooks"]
        guard parts.allSatisfy({ reader.mapping[$0] == nil }) else { return }
        reader.context.report(
            .warning(
                "missing-key",
                parts.count == 1
                    ? "\(reader.title) needs the key `paths`; there is nothing to call"
                    : "\(reader.title) needs one of `paths`, `components`, `webhooks`; there is nothing to generate",
                at: reader.place.range, pointer: reader.place.pointer, category: .document))
    }

    /// The globals are parameters like any others, so that they are decoded and linked like them.
    private static func decodeGlobals(_ reader: ObjectReader) -> [Referenced<ParameterObject>] {
        for key in ["x-apus-globals", "x-speakeasy-globals"] {
            guard let pair = reader.mapping.pair(key) else { continue }
            guard let parameters = pair.value.mapping?.pair("parameters") else { return [] }
            let path = reader.place.path.appending(key)
            return Member(context: reader.context, pair: parameters, parent: path).referencedItems(ParameterObject.self)
        }
        return []
    }
}
