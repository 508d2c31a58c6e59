import ApusIR
import ApusOpenAPI

/// Variables of a path's key that are not declared as they should be.
extension Builder {
    /// The parameters together with those that only the key names, each a required string; a path parameter that stands in
    /// the key's query travels there.
    func complete(_ parameters: [Parameter], _ key: PathKey, _ template: PathTemplate, _ site: Site) -> [Parameter] {
        let inPath = Set(template.variables.map(ByteKey.init))
        var all = parameters.map { parameter -> Parameter in
            guard parameter.location == .path, !inPath.contains(ByteKey(parameter.name)) else { return parameter }
            let pair = key.query.first { $0.variable == parameter.name }
            return query(parameter, named: pair?.name ?? parameter.name)
        }
        for variable in template.variables where !all.contains(where: { Self.has($0, .path, variable) }) {
            all.append(string(variable, .path, .simple, site))
        }
        for pair in key.query where pair.variable != nil {
            if !all.contains(where: { Self.has($0, .query, pair.name) }) {
                all.append(string(pair.name, .query, .form, site))
            }
        }
        return all
    }

    /// The pairs of the key's query that are the same in every call.
    func fixedQuery(_ key: PathKey) -> [FixedPair] {
        key.query.filter { $0.variable == nil }.map { FixedPair(name: $0.name, value: $0.value ?? "") }
    }

    private static func has(_ parameter: Parameter, _ location: Parameter.Location, _ name: String) -> Bool {
        parameter.location == location && ByteKey(parameter.name) == ByteKey(name)
    }

    private func query(_ parameter: Parameter, named name: String) -> Parameter {
        var parameter = parameter
        parameter.name = name
        parameter.location = .query
        parameter.style = .form
        parameter.explode = true
        return parameter
    }

    private func string(
        _ name: String, _ location: Parameter.Location, _ style: Parameter.Style, _ site: Site
    ) -> Parameter {
        Parameter(
            name: name, location: location, type: .primitive(.string), isRequired: true, style: style,
            explode: style == .form, origin: site.place.origin)
    }
}
