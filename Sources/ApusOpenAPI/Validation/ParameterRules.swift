import ApusDiagnostics

/// Parameters are told apart by name and place, and a header's name cannot smuggle in another header.
enum ParameterRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for entry in document.components.parameters { found += syntax(entry.value) }
        for parameter in document.globals { found += syntax(parameter) }
        for entry in document.paths {
            guard let item = document.references.resolve(entry.value) else { continue }
            found += duplicates(item.parameters, document) + item.parameters.flatMap(syntax)
            for (_, operation) in item.operations {
                found += duplicates(operation.parameters, document) + operation.parameters.flatMap(syntax)
            }
        }
        return found
    }

    private struct Identity: Hashable {
        let name: ByteKey
        let location: ParameterObject.Location
    }

    private static func duplicates(
        _ parameters: [Referenced<ParameterObject>], _ document: OpenAPIDocument
    ) -> [Diagnostic] {
        var first: [Identity: Place] = [:]
        return parameters.compactMap { written in
            guard let parameter = document.references.resolve(written) else { return nil }
            let place = written.reference?.place ?? parameter.place
            let identity = Identity(name: ByteKey(parameter.name), location: parameter.location)
            guard let earlier = first[identity] else { first[identity] = place; return nil }
            return .warning(
                "duplicate-parameter",
                "the \(parameter.location.rawValue) parameter `\(parameter.name)` is declared twice; the last one holds",
                at: place.range, pointer: place.pointer, notes: [.init("first declared here", at: earlier.range)])
        }
    }

    /// What can be said of a parameter alone; one behind a reference is looked at where it is written.
    private static func syntax(_ written: Referenced<ParameterObject>) -> [Diagnostic] {
        guard case .inline(let parameter) = written else { return [] }
        let place = parameter.place
        var found: [Diagnostic] = []
        if parameter.location == .path, !parameter.value.isRequired {
            found.append(
                .warning(
                    "optional-path-parameter",
                    "the path parameter `\(parameter.name)` must have `required: true`; "
                        + "it is read as required", at: place.range, pointer: place.pointer))
        }
        if parameter.value.schema == nil, parameter.value.content.isEmpty {
            found.append(
                .warning(
                    "untyped-parameter",
                    "`\(parameter.name)` has neither `schema` nor `content`; it is read as a string",
                    at: place.range, pointer: place.pointer))
        }
        return found
    }
}
