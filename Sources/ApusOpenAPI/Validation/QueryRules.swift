import ApusDiagnostics

/// OpenAPI 3.2, Parameter Object: a query is one parameter that is all of it or several that are parts, not both.
enum QueryRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        let items = [document.paths, document.webhooks, document.components.pathItems].flatMap { $0.map(\.value) }
        return items.flatMap { item -> [Diagnostic] in
            guard let item = document.references.resolve(item) else { return [] }
            let shared = item.parameters.compactMap(document.references.resolve)
            return check(shared)
                + item.operations.flatMap { entry in
                    check(shared + entry.operation.parameters.compactMap(document.references.resolve))
                }
        }
    }

    private static func check(_ parameters: [ParameterObject]) -> [Diagnostic] {
        let wholes = parameters.filter { $0.location == .querystring }
        let part = parameters.first { $0.location == .query }
        guard let other = part ?? wholes.first else { return [] }
        return wholes.dropFirst(part == nil ? 1 : 0).map { parameter in
            .warning(
                "second-query",
                "`\(parameter.name)` stands for the whole query, to which `\(other.name)` belongs; it is left out",
                at: parameter.place.range, pointer: parameter.place.pointer)
        }
    }
}
