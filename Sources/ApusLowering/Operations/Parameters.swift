import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// Parameters of path item and operation, merged, and the client's globals among them.
extension Builder {
    /// OpenAPI 3.1, section 4.8.9: an operation's parameter replaces the path item's of the same name and place.
    func lowerParameters(
        _ site: Site, _ key: PathKey, _ template: PathTemplate, _ globals: [Parameter]
    ) -> [Parameter] {
        let variables = Set((template.variables + key.queryVariables).map(ByteKey.init))
        let known = Set(globals.map(Identity.init))
        let declared = withoutSecondQuery(mergedParameters(site)).compactMap { parameter -> Parameter? in
            guard parameter.location != .path || variables.contains(ByteKey(parameter.name)) else { return nil }
            guard var lowered = lower(parameter, at: site.position(.parameter(parameter.name))) else { return nil }
            lowered.isGlobal = known.contains(Identity(lowered))
            return lowered
        }
        return complete(declared, key, template, site) + unlisted(globals, besides: declared)
    }

    /// The globals that go out with every operation, where the document says so: one that does not list them has no argument for
    /// them.
    private func unlisted(_ globals: [Parameter], besides declared: [Parameter]) -> [Parameter] {
        guard let everywhere = document.extensions["x-apus-globals"]?.mapping?["everywhere"]?.scalar,
            case .boolean(true) = everywhere.kind
        else { return [] }
        let listed = Set(declared.map(Identity.init))
        return globals.filter { $0.location != .path && !listed.contains(Identity($0)) }.map { global in
            var global = global
            global.hasArgument = false
            return global
        }
    }

    /// The parameters of path item and operation.
    func mergedParameters(_ site: Site) -> [ParameterObject] {
        var merged: [ParameterObject] = []
        var positions: [Identity: Int] = [:]
        for parameter in (site.item.parameters + site.operation.parameters).compactMap(document.references.resolve) {
            let identity = Identity(parameter)
            if let position = positions[identity] { merged[position] = parameter; continue }
            positions[identity] = merged.count
            merged.append(parameter)
        }
        return merged
    }

    /// The parameters that a client can be given once.
    func lowerGlobals() -> [Parameter] {
        document.globals.compactMap(document.references.resolve).compactMap { parameter in
            let position = Position(
                base: "globals", step: "/" + Position.escaped(parameter.name), name: .named(parameter.name))
            guard parameter.location != .querystring else {
                warn(
                    "bad-global",
                    "a \(parameter.location.rawValue) parameter cannot be given once for a client; it is left out",
                    at: parameter.place, category: .document)
                return nil
            }
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
