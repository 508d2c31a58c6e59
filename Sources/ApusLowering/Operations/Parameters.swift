import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Parameters of path item and operation, merged, and the client's globals among them.
extension Builder {
    /// OpenAPI 3.1, section 4.8.9: an operation's parameter replaces the path item's of the same name and place.
    func lowerParameters(_ site: Site, _ template: PathTemplate, _ globals: [Parameter]) -> [Parameter] {
        var merged: [ParameterObject] = []
        var positions: [Identity: Int] = [:]
        for parameter in (site.item.parameters + site.operation.parameters).compactMap(document.references.resolve) {
            let identity = Identity(parameter)
            if let position = positions[identity] { merged[position] = parameter; continue }
            positions[identity] = merged.count
            merged.append(parameter)
        }
        let known = Set(globals.map(Identity.init))
        return merged.compactMap { parameter in
            guard parameter.location != .path || template.variables.contains(parameter.name) else { return nil }
            guard var lowered = lower(parameter, at: Position(operation: site.id, .parameter(parameter.name))) else {
                return nil
            }
            lowered.isGlobal = known.contains(Identity(lowered))
            return lowered
        }
    }

    /// The parameters that a client can be given once.
    func lowerGlobals() -> [Parameter] {
        document.globals.compactMap(document.references.resolve).compactMap { parameter in
            let position = Position(
                base: "globals", step: "/" + Position.escaped(parameter.name), name: .named(parameter.name))
            guard var lowered = lower(parameter, at: position) else { return nil }
            lowered.isGlobal = true
            return lowered
        }
    }

    /// The globals that some operation lists: another one would be an option without effect.
    func usedGlobals(_ globals: [Parameter], _ operations: [Operation]) -> [Parameter] {
        let used = Set(operations.flatMap(\.parameters).filter(\.isGlobal).map(Identity.init))
        return globals.filter { global in
            if used.contains(Identity(global)) { return true }
            diagnostics.append(
                .warning(
                    "unused-global", "no operation lists the global parameter `\(global.name)`; it is left out",
                    at: global.origin.range, pointer: global.origin.pointer,
                    hint: "List it under `parameters` of the path items that take it."))
            return false
        }
    }

    /// What makes two parameters the same.
    private struct Identity: Hashable {
        let name: ByteKey
        let location: String

        init(_ parameter: ParameterObject) { self.init(parameter.name, parameter.location.rawValue) }

        init(_ parameter: Parameter) { self.init(parameter.name, parameter.location.rawValue) }

        private init(_ name: String, _ location: String) {
            // RFC 9110, section 5.1: the names of header fields are case-insensitive.
            self.name = ByteKey(location == "header" ? name.lowercased() : name)
            self.location = location
        }
    }
}

extension Builder {
    private func lower(_ parameter: ParameterObject, at position: Position) -> Parameter? {
        guard options.keepsIgnored || !parameter.extensions.isIgnored else { return nil }
        guard let location = location(of: parameter) else { return nil }
        let value = parameter.value
        let style = style(of: parameter, location)
        let type = type(of: parameter, at: position)
        let notes = value.schema.map { annotations(of: $0) } ?? Annotations()
        let description = value.description ?? notes.documentation.description
        return Parameter(
            name: parameter.name,
            nameOverride: parameter.extensions.text("x-apus-name", "x-speakeasy-name-override"),
            location: location, type: type, isRequired: location == .path || value.isRequired, style: style,
            explode: value.explode ?? (style == .form), allowReserved: value.allowsReserved,
            defaultValue: defaultValue(notes, of: type, at: parameter.place),
            documentation: Documentation(summary: notes.documentation.summary, description: description),
            deprecation: value.isDeprecated
                ? Deprecation(
                    message: parameter.extensions.text(
                        "x-apus-deprecation-message", "x-speakeasy-deprecation-message")) : notes.deprecation,
            origin: parameter.place.origin)
    }

    private func location(of parameter: ParameterObject) -> Parameter.Location? {
        switch parameter.location {
        case .path: return .path
        case .query: return .query
        case .cookie: return .cookie
        case .header:
            // OpenAPI 3.1, section 4.8.12.2.1: these are said by `content` and `security`.
            guard ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) else {
                return .header
            }
            warn(
                "ignored-header", "the header parameter `\(parameter.name)` is ignored, as the specification says",
                at: parameter.place, hint: "Content types and security schemes say it.")
            return nil
        case .querystring:
            warn(
                "querystring-left-out", "the parameter `\(parameter.name)` stands for the whole query; it is left out",
                at: parameter.place)
            return nil
        }
    }

    private func style(of parameter: ParameterObject, _ location: Parameter.Location) -> Parameter.Style {
        let standard: Parameter.Style = location == .query || location == .cookie ? .form : .simple
        guard let written = parameter.value.style, written != .cookie else { return standard }
        guard let style = Parameter.Style(rawValue: written.rawValue), Self.allowed(at: location).contains(style) else {
            warn(
                "bad-style",
                "`\(written.rawValue)` is no style for a \(location.rawValue) parameter; "
                    + "`\(standard.rawValue)` is taken", at: parameter.place.appending("style"))
            return standard
        }
        return style
    }

    /// OpenAPI 3.1, section 4.8.12.3, style values.
    private static func allowed(at location: Parameter.Location) -> [Parameter.Style] {
        switch location {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form]
        }
    }

    private func type(of parameter: ParameterObject, at position: Position) -> TypeReference {
        if let schema = parameter.value.schema {
            let type = reference(to: schema, at: position)
            if parameter.location == .cookie, isStructured(type) {
                warn(
                    "structured-cookie",
                    "the cookie `\(parameter.name)` holds more than one value, which is not written; "
                        + "it is read as a string", at: parameter.place)
                return .primitive(.string)
            }
            return type
        }
        if let content = parameter.value.content.entries.first {
            warn(
                "parameter-content", "`\(parameter.name)` is given as text that is `\(content.key)` already",
                at: parameter.place.appending("content"), hint: "Its value is not encoded for you.")
        }
        return .primitive(.string)
    }

    private func isStructured(_ type: TypeReference) -> Bool {
        switch type.nonNull {
        case .array, .map: return true
        case .primitive, .nullable: return false
        case .named(let id):
            guard let definition = types.last(where: { $0.id == id }) else { return false }
            switch definition.kind {
            case .record: return true
            case .alias(let target): return target != type && isStructured(target)
            case .enumeration, .union: return false
            }
        }
    }
}
