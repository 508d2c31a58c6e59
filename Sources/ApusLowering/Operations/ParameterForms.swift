import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// One parameter: where it goes, and how its value becomes text.
extension Builder {
    func lower(_ parameter: ParameterObject, at position: Position) -> Parameter? {
        guard options.keepsIgnored || !parameter.extensions.isIgnored else { return nil }
        guard let location = location(of: parameter) else { return nil }
        reportExtensions(parameter.extensions, at: parameter.place)
        let value = parameter.value
        let form = form(of: parameter, location, at: position)
        let notes = (value.schema ?? form.schema).map { annotations(of: $0) } ?? Annotations()
        let description = value.description ?? notes.documentation.description
        return Parameter(
            name: parameter.name,
            nameOverride: parameter.extensions.text("x-apus-name", "x-speakeasy-name-override"),
            location: location, type: form.type, isRequired: location == .path || value.isRequired, style: form.style,
            explode: form.explode, allowReserved: allowsReserved(parameter, location),
            allowsEmptyValue: allowsEmptyValue(parameter, location),
            defaultValue: defaultValue(notes, of: form.type, at: parameter.place),
            documentation: Documentation(summary: notes.documentation.summary, description: description),
            deprecation: value.isDeprecated
                ? Deprecation(message: parameter.extensions.deprecationMessage) : notes.deprecation,
            origin: parameter.place.origin)
    }

    /// OpenAPI 3.2, Parameter Object: a query is one parameter or several, not both. What is left out was told.
    func withoutSecondQuery(_ parameters: [ParameterObject]) -> [ParameterObject] {
        let hasParts = parameters.contains { $0.location == .query }
        let whole = hasParts ? nil : parameters.first { $0.location == .querystring }
        return parameters.filter { $0.location != .querystring || $0.place.path === whole?.place.path }
    }

    func location(of parameter: ParameterObject) -> Parameter.Location? {
        switch parameter.location {
        case .path: return .path
        case .query: return .query
        case .cookie: return .cookie
        case .querystring: return .querystring
        case .header:
            // OpenAPI 3.1, section 4.8.12.2.1: these are said by `content` and `security`.
            guard ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) else {
                return .header
            }
            warn(
                "ignored-header", "the header parameter `\(parameter.name)` is ignored, as the specification says",
                at: parameter.place, hint: "Content types and security schemes say it.")
            return nil
        }
    }

    /// OpenAPI 3.2 lets paths keep reserved characters, earlier versions only queries.
    private func allowsReserved(_ parameter: ParameterObject, _ location: Parameter.Location) -> Bool {
        guard parameter.value.allowsReserved else { return false }
        let isTaken = location == .query || (location == .path && document.version == .v32)
        return isTaken && parameter.value.schema != nil
    }

    private func allowsEmptyValue(_ parameter: ParameterObject, _ location: Parameter.Location) -> Bool {
        guard parameter.value.allowsEmptyValue else { return false }
        if location == .query { return true }
        warn(
            "ignored-allow-empty-value",
            "`allowEmptyValue` says nothing of a \(location.rawValue) parameter; it is ignored",
            at: parameter.place.appending("allowEmptyValue"), category: .document)
        return false
    }
}
