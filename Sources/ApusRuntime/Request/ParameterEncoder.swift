/// Writes parameters as OpenAPI's style tables say ("Style Examples") and RFC 6570 details: pure text to text.
enum ParameterEncoder {
    /// A value in a path; empty when there is nothing to write.
    static func path(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .simple, explode: Bool = false
    ) throws(RequestProblem) -> String {
        let shape = encoded(try ParameterShape(value, name: name), .unreserved)
        switch style {
        case .label: return prefixed(shape, explode)
        case .matrix: return matrix(PercentEncoding.encode(name, keeping: .unreserved), shape, explode)
        default: return joined(shape, explode) ?? ""
        }
    }

    /// A header field's value (style simple, nothing escaped); `nil` when there is nothing to write.
    static func header(_ name: String, _ value: JSONValue, explode: Bool = false) throws(RequestProblem) -> String? {
        joined(try ParameterShape(value, name: name), explode)
    }

    /// The pairs of a cookie (style form).
    static func cookie(_ name: String, _ value: JSONValue, explode: Bool) throws(RequestProblem) -> [EncodedPair] {
        form(name, encoded(try ParameterShape(value, name: name), .unreserved), explode, separator: ",")
    }

    /// The pairs of a query.
    static func query(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) throws(RequestProblem) -> [EncodedPair] {
        let kept: PercentEncoding.Kept = allowReserved ? .reserved : .formUnreserved
        if style == .deepObject { return try DeepObjectEncoder(kept: kept, parameter: name).pairs(value) }
        let shape = encoded(try ParameterShape(value, name: name), kept)
        let name = PercentEncoding.encode(name, keeping: .formUnreserved)
        switch style {
        case .spaceDelimited: return form(name, shape, explode, separator: "%20")
        case .pipeDelimited: return form(name, shape, explode, separator: "%7C")
        default: return form(name, shape, explode, separator: ",")
        }
    }

    // MARK: - The styles, over encoded shapes

    private static func joined(_ shape: ParameterShape, _ explode: Bool) -> String? {
        switch shape {
        case .undefined: nil
        case .text(let text): text
        case .list(let items): items.joined(separator: ",")
        case .members(let members): joined(members, explode, ",")
        }
    }

    private static func prefixed(_ shape: ParameterShape, _ explode: Bool) -> String {
        switch shape {
        case .undefined: ""
        case .text(let text): ".\(text)"
        case .list(let items): "." + items.joined(separator: explode ? "." : ",")
        case .members(let members): "." + joined(members, explode, explode ? "." : ",")
        }
    }

    private static func matrix(_ name: String, _ shape: ParameterShape, _ explode: Bool) -> String {
        switch shape {
        case .undefined: ""
        case .text(let text): matrixPair(name, text)
        case .list(let items) where explode: items.map { matrixPair(name, $0) }.joined()
        case .list(let items): matrixPair(name, items.joined(separator: ","))
        case .members(let members) where explode: members.map { matrixPair($0.key, $0.text) }.joined()
        case .members(let members): matrixPair(name, joined(members, false, ","))
        }
    }

    private static func matrixPair(_ name: String, _ text: String) -> String {
        text.isEmpty ? ";\(name)" : ";\(name)=\(text)"
    }

    private static func form(
        _ name: String, _ shape: ParameterShape, _ explode: Bool, separator: String
    ) -> [EncodedPair] {
        switch shape {
        case .undefined: []
        case .text(let text): [EncodedPair(name: name, value: text)]
        case .list(let items) where explode: items.map { EncodedPair(name: name, value: $0) }
        case .list(let items): [EncodedPair(name: name, value: items.joined(separator: separator))]
        case .members(let members) where explode: members.map { EncodedPair(name: $0.key, value: $0.text) }
        case .members(let members): [EncodedPair(name: name, value: flattened(members, separator))]
        }
    }

    private static func joined(
        _ members: [(key: String, text: String)], _ explode: Bool, _ separator: String
    ) -> String {
        explode
            ? members.map { "\($0.key)=\($0.text)" }.joined(separator: separator) : flattened(members, separator)
    }

    private static func flattened(_ members: [(key: String, text: String)], _ separator: String) -> String {
        members.map { "\($0.key)\(separator)\($0.text)" }.joined(separator: separator)
    }

    private static func encoded(_ shape: ParameterShape, _ kept: PercentEncoding.Kept) -> ParameterShape {
        func encode(_ text: String) -> String { PercentEncoding.encode(text, keeping: kept) }
        switch shape {
        case .undefined: return .undefined
        case .text(let text): return .text(encode(text))
        case .list(let items): return .list(items.map(encode))
        // A member's name stands where a parameter's name stands: reserved bytes in it are always escaped.
        case .members(let members):
            let nameKept: PercentEncoding.Kept = kept == .reserved ? .formUnreserved : kept
            return .members(
                members.map { (PercentEncoding.encode($0.key, keeping: nameKept), encode($0.text)) })
        }
    }
}
