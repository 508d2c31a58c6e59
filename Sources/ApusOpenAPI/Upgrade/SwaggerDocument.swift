import ApusDiagnostics
import ApusYAML

/// The Swagger Object (2.0) to an OpenAPI Object.
extension SwaggerUpgrade {
    /// A pair of the upgraded document, and the pair of the old one that it is as it was.
    struct RootPair {
        let upgraded: UpgradedNode.Pair
        var source: SwaggerNode.Pair?
    }

    func document(_ root: SwaggerNode) -> [RootPair] {
        consumes = root["consumes"].map { SwaggerMediaTypes($0) }
        produces = root["produces"].map { SwaggerMediaTypes($0) }
        sharedProduces = produces ?? firstProduces(root)
        var pairs: [RootPair] = []
        var servers: UpgradedNode.Pair? = self.servers(root)
        let components = self.components(root)
        var isComponentsOpen = components != nil
        for pair in root.pairs {
            switch pair.key {
            case "swagger":
                pairs.append(new("openapi", pair.keyRange, UpgradedNode("3.0.4", for: pair.value)))
            case "host", "basePath", "schemes":
                if let pair = servers { pairs.append(RootPair(upgraded: pair)) }
                servers = nil
            case "consumes", "produces": break
            case "paths": pairs.append(new("paths", pair.keyRange, map(unlessReference: pair.value, as: .pathItem)))
            case "definitions", "parameters", "responses", "securityDefinitions":
                if isComponentsOpen, let components { pairs.append(RootPair(upgraded: components)) }
                isComponentsOpen = false
            default:
                let same = UpgradedNode.Pair(key: pair.key, keyRange: pair.keyRange, value: UpgradedNode(pair.value))
                pairs.append(RootPair(upgraded: same, source: pair))
            }
        }
        return pairs
    }

    private func new(_ key: String, _ range: SourceRange, _ value: UpgradedNode) -> RootPair {
        RootPair(upgraded: .init(key: key, keyRange: range, value: value))
    }

    /// A map, in whose place authors also put a reference to one in another file.
    private func map(unlessReference source: SwaggerNode, as kind: Kind) -> UpgradedNode {
        upgraded(source, as: .map(kind))
    }

    private func components(_ root: SwaggerNode) -> UpgradedNode.Pair? {
        var sections: [UpgradedNode.Pair] = []
        for pair in root.pairs {
            func add(_ name: String, _ kind: Kind) {
                let value = map(unlessReference: pair.value, as: kind)
                sections.append(.init(key: name, keyRange: pair.keyRange, value: value))
            }
            switch pair.key {
            case "definitions": add("schemas", .schema)
            case "responses": add("responses", .response)
            case "securityDefinitions": add("securitySchemes", .securityScheme)
            case "parameters" where pair.value.reference != nil: add("parameters", .parameter)
            case "parameters": sections += parameters(pair)
            default: break
            }
        }
        guard let first = sections.first else { return nil }
        return .init(
            key: "components", keyRange: first.keyRange, value: UpgradedNode(nowhere: first.keyRange, sections))
    }

    /// Parameters that are bodies are components of their own kind. Those of forms are written out where they are used.
    private func parameters(_ pair: SwaggerNode.Pair) -> [UpgradedNode.Pair] {
        guard pair.value.node.mapping != nil else {
            return [.init(key: "parameters", keyRange: pair.keyRange, value: UpgradedNode(pair.value))]
        }
        var plain: [UpgradedNode.Pair] = []
        var bodies: [UpgradedNode.Pair] = []
        for entry in pair.value.pairs {
            switch target(of: entry.value).map(place) {
            case .body?:
                // A mere reference is followed where it is used.
                guard entry.value.reference == nil else { break }
                let media = mediaTypes(for: entry.value, consumes)
                bodies.append(entry.with(requestBody(entry.value, media)))
            case .form?: break
            case .other?, nil:
                let value = entry.key.isExtensionKey ? UpgradedNode(entry.value) : upgraded(entry.value, as: .parameter)
                plain.append(entry.with(value))
            }
        }
        var sections = [
            UpgradedNode.Pair(key: "parameters", keyRange: pair.keyRange, value: UpgradedNode(plain, at: pair.value))
        ]
        if !bodies.isEmpty {
            let section = UpgradedNode(around: pair.value, bodies)
            sections.append(.init(key: "requestBodies", keyRange: pair.keyRange, value: section))
        }
        return sections
    }

    /// What shared responses hold where the whole document says nothing: what its first operation that says so produces.
    private func firstProduces(_ root: SwaggerNode) -> SwaggerMediaTypes? {
        for item in root["paths"]?.pairs ?? [] {
            for operation in item.value.pairs where Self.methods.contains(operation.key) {
                if let list = operation.value["produces"] { return SwaggerMediaTypes(list) }
            }
        }
        return nil
    }

    static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch"]
}
