/// Writes parameters as OpenAPI's style tables say ("Style Examples") and RFC 6570 details: pure text to text. Here are
/// the places with what they escape; the styles themselves are in `ParameterShape+Styles.swift`.
enum ParameterEncoder {
    /// A value in a path; empty when there is nothing to write.
    static func path(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) throws(RequestProblem) -> String {
        if style == .json { return PercentEncoding.encode(try JSONText.compact(value, of: name), keeping: .unreserved) }
        let shape = try ParameterShape(value, name: name).encoded(allowReserved ? .segment : .unreserved)
        switch style {
        case .label: return shape.label(explode)
        case .dottedLabel: return shape.label(explode, separator: ".")
        case .matrix: return shape.matrix(PercentEncoding.encode(name, keeping: .unreserved), explode)
        default: return shape.simple(explode) ?? ""
        }
    }

    /// A header field's value (style simple, nothing escaped); `nil` when there is nothing to write.
    static func header(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .simple, explode: Bool = false
    ) throws(RequestProblem) -> String? {
        if style == .json { return JSONText.ascii(try JSONText.compact(value, of: name)) }
        return try ParameterShape(value, name: name).simple(explode)
    }

    /// The pairs of a cookie.
    static func cookie(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .form, explode: Bool = true
    ) throws(RequestProblem) -> [EncodedPair] {
        switch style {
        case .json: return [try json(name, value, .unreserved)]
        case .cookie:
            let pairs = try ParameterShape(value, name: name).form(name, explode)
            for pair in pairs { try CookieRules.check(pair, of: name) }
            return pairs
        default:
            let shape = try ParameterShape(value, name: name).encoded(.unreserved)
            return shape.form(PercentEncoding.encode(name, keeping: .unreserved), explode)
        }
    }

    /// The pairs of a query.
    static func query(
        _ name: String, _ value: JSONValue, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) throws(RequestProblem) -> [EncodedPair] {
        let kept: PercentEncoding.Kept = allowReserved ? .reserved : .formUnreserved
        if style == .json { return [try json(name, value, kept)] }
        if style == .deepObject { return try DeepObjectEncoder(kept: kept, parameter: name).pairs(value) }
        let shape = try ParameterShape(value, name: name).encoded(kept)
        let name = PercentEncoding.encode(name, keeping: .formUnreserved)
        switch style {
        case .spaceDelimited: return shape.form(name, explode, separator: "%20")
        case .pipeDelimited: return shape.form(name, explode, separator: "%7C")
        default: return shape.form(name, explode)
        }
    }

    /// A whole query: a form's pairs, JSON text, or plain text.
    static func queryString(_ value: JSONValue, style: ParameterStyle = .form) throws(RequestProblem) -> [EncodedPair] {
        let what = "query string"
        if style == .json {
            return [
                EncodedPair(name: PercentEncoding.encode(try JSONText.compact(value, of: what), keeping: .unreserved))
            ]
        }
        if case .object(let object) = value, style == .form {
            var pairs: [EncodedPair] = []
            for (key, member) in object { pairs += try ParameterEncoder.query(key, array(member)) }
            return pairs
        }
        guard style != .form, let text = ParameterShape.scalar(value) else {
            throw RequestProblem(.parameter, "the parameter that is the \(what) must be an object")
        }
        return text.isEmpty ? [] : [EncodedPair(name: PercentEncoding.encode(text, keeping: .unreserved))]
    }

    /// A member of a form: an object in it is one pair of JSON text, as the encoding of forms says, and not more pairs.
    private static func array(_ member: JSONValue) -> JSONValue {
        if case .object = member { [member] } else { member }
    }

    private static func json(
        _ name: String, _ value: JSONValue, _ kept: PercentEncoding.Kept
    ) throws(RequestProblem) -> EncodedPair {
        let nameKept: PercentEncoding.Kept = kept == .reserved ? .formUnreserved : kept
        return EncodedPair(
            name: PercentEncoding.encode(name, keeping: nameKept),
            value: PercentEncoding.encode(try JSONText.compact(value, of: name), keeping: kept))
    }
}
