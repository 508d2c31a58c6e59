import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// What a parameter's `schema` with `style`, or its `content`, makes of its value.
extension Builder {
    /// The type, and how it becomes text.
    struct ParameterForm {
        var type: TypeReference
        var style: Parameter.Style
        var explode: Bool
        /// The schema that `content` names.
        var schema: Schema?
    }

    func form(of parameter: ParameterObject, _ location: Parameter.Location, at position: Position) -> ParameterForm {
        if let media = content(of: parameter) { return form(of: parameter, media, location, at: position) }
        guard location != .querystring else { return wholeQuery(parameter, at: position) }
        let style = style(of: parameter, location)
        let type = parameter.value.schema.map { reference(to: $0, at: position) } ?? .primitive(.string)
        let spreads = style == .form || style == .cookie
        return ParameterForm(type: type, style: style, explode: parameter.value.explode ?? spreads)
    }

    /// A whole query needs `content`; one with a `schema` is read as the form that it must be.
    private func wholeQuery(_ parameter: ParameterObject, at position: Position) -> ParameterForm {
        let type = parameter.value.schema.map { reference(to: $0, at: position) } ?? .map(.primitive(.any))
        return ParameterForm(type: type, style: .form, explode: true)
    }

    private func style(of parameter: ParameterObject, _ location: Parameter.Location) -> Parameter.Style {
        let standard = Self.standard(at: location)
        guard let written = parameter.value.style else { return standard }
        guard let style = Parameter.Style(rawValue: written.rawValue), Self.allowed(at: location).contains(style) else {
            warn(
                "bad-style",
                "`\(written.rawValue)` is no style for a \(location.rawValue) parameter; "
                    + "`\(standard.rawValue)` is taken", at: parameter.place.appending("style"), category: .document)
            return standard
        }
        return style == .label && hasDottedLabels ? .dottedLabel : style
    }

    /// The style tables of OpenAPI 3.0.0 to 3.0.3 and of 3.1.0 have dots where RFC 6570 and later tables have commas.
    private var hasDottedLabels: Bool {
        let parts = document.openapi.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, let patch = Int(parts[2].prefix { $0.isNumber }) else { return false }
        switch document.version {
        case .v30: return patch < 4
        case .v31: return patch < 1
        case .v32: return false
        }
    }

    private static func standard(at location: Parameter.Location) -> Parameter.Style {
        switch location {
        case .query, .cookie, .querystring: .form
        case .path, .header: .simple
        }
    }

    /// OpenAPI 3.2, Parameter Object, "Style Values".
    private static func allowed(at location: Parameter.Location) -> [Parameter.Style] {
        switch location {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: [.form]
        }
    }

    // MARK: - Content

    private typealias Content = (type: String, media: MediaTypeObject)

    /// The media type of the parameter. There must be one; of several the first is taken.
    private func content(of parameter: ParameterObject) -> Content? {
        let found = parameter.value.content.compactMap { entry in
            document.references.resolve(entry.value).map { (type: entry.key, media: $0) }
        }
        let place = parameter.place.appending("content")
        if found.count > 1 {
            warn(
                "content-left-out", "only `\(found[0].type)` of `\(parameter.name)` is taken", at: place,
                category: .document)
        }
        guard let content = found.first else { return nil }
        if parameter.value.schema != nil {
            warn(
                "schema-and-content", "`\(parameter.name)` has `schema` and `content`; `schema` is taken", at: place,
                category: .document)
            return nil
        }
        return content
    }

    private func form(
        of parameter: ParameterObject, _ content: Content, _ location: Parameter.Location, at position: Position
    ) -> ParameterForm {
        let schema = content.media.schema
        let type = schema.map { reference(to: $0, at: position) }
        let essence = Self.essence(content.type)
        if Self.isJSON(essence) {
            return ParameterForm(type: type ?? .primitive(.any), style: .json, explode: false, schema: schema)
        }
        if essence == "application/x-www-form-urlencoded", location == .querystring {
            reportEncodings(of: content.media)
            return ParameterForm(type: type ?? .map(.primitive(.any)), style: .form, explode: true, schema: schema)
        }
        let style = location == .querystring ? Parameter.Style.simple : Self.standard(at: location)
        if essence.hasPrefix("text/"), essence != "text/xml" {
            return ParameterForm(type: type ?? .primitive(.string), style: style, explode: false, schema: schema)
        }
        warn(
            "parameter-content", "`\(parameter.name)` is given as text that is `\(content.type)` already",
            at: parameter.place.appending("content"), hint: "Its value is not encoded for you.")
        return ParameterForm(type: .primitive(.string), style: style, explode: false)
    }

    private func reportEncodings(of media: MediaTypeObject) {
        guard !media.encoding.isEmpty else { return }
        warn(
            "encoding-left-out", "`encoding` is not read here: lists repeat their name, objects are JSON text",
            at: media.place.appending("encoding"))
    }
}
