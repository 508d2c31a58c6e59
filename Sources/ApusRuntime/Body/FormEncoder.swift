/// How one property of an `application/x-www-form-urlencoded` body is written (OpenAPI, Encoding Object).
public struct PropertyEncoding: Sendable, Hashable {
    /// The property.
    public var name: String
    /// The media type of its text; JSON types turn any value into JSON.
    public var contentType: String?
    /// Its style; `nil` for the defaults of forms.
    public var style: ParameterStyle?
    /// Whether lists and objects are spread over several pairs.
    public var explode: Bool
    /// Whether reserved characters stay as they are.
    public var allowReserved: Bool

    /// An encoding from its parts.
    public init(
        _ name: String, contentType: String? = nil, style: ParameterStyle? = nil, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }
}

/// Writes an object as `application/x-www-form-urlencoded`.
///
/// Without an encoding (OpenAPI 3.0.4, 3.1.1): a pair for each scalar and for each element of a list; objects, and
/// objects in lists, as JSON text (RFC 1866 knows no other way). Null members are left out.
enum FormEncoder {
    static func text(_ value: JSONValue, _ encodings: [PropertyEncoding]) throws(RequestProblem) -> String {
        guard case .object(let object) = value else {
            throw RequestProblem(.parameter, "the request body is no object, so that it cannot be written as a form")
        }
        var pairs: [EncodedPair] = []
        let rules = Dictionary(encodings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (key, member) in object where member != .null {
            pairs += try Self.pairs(key, member, rules[key] ?? PropertyEncoding(key))
        }
        return pairs.map(\.text).joined(separator: "&")
    }

    private static func pairs(
        _ key: String, _ value: JSONValue, _ rule: PropertyEncoding
    ) throws(RequestProblem) -> [EncodedPair] {
        let kept: PercentEncoding.Kept = rule.allowReserved ? .reserved : .formUnreserved
        if let style = rule.style { return try pairs(key, value, style, explode: rule.explode, kept: kept) }
        let name = PercentEncoding.encode(key, keeping: .formUnreserved)
        let isJSON = rule.contentType.flatMap(MediaType.init)?.isJSON ?? false
        if case .array(let items) = value, !isJSON {
            var out: [EncodedPair] = []
            for item in items where item != .null {
                out.append(EncodedPair(name: name, value: try text(item, isJSON: false, kept)))
            }
            return out
        }
        return [EncodedPair(name: name, value: try text(value, isJSON: isJSON, kept))]
    }

    private static func text(
        _ value: JSONValue, isJSON: Bool, _ kept: PercentEncoding.Kept
    ) throws(RequestProblem) -> String {
        if !isJSON, let text = ParameterShape.scalar(value) { return PercentEncoding.encode(text, keeping: kept) }
        let bytes = try RequestBuilder.bytes(value, "a property of the form")
        return PercentEncoding.encode(String(decoding: bytes, as: UTF8.self), keeping: kept)
    }

    /// The pairs of one of OpenAPI's styles; without `kept`, names and values stay as they are, for multipart bodies.
    static func pairs(
        _ name: String, _ value: JSONValue, _ style: ParameterStyle, explode: Bool, kept: PercentEncoding.Kept?
    ) throws(RequestProblem) -> [EncodedPair] {
        if style == .deepObject { return try BracketEncoder(kept: kept, name: name).pairs(value) }
        func encode(_ text: String) -> String { kept.map { PercentEncoding.encode(text, keeping: $0) } ?? text }
        func encodeName(_ text: String) -> String {
            kept == nil ? text : PercentEncoding.encode(text, keeping: .formUnreserved)
        }
        let separator = encodeName(style == .spaceDelimited ? " " : style == .pipeDelimited ? "|" : ",")
        let plain = style == .form ? "," : kept != nil && style == .spaceDelimited ? "%20" : separator
        switch try ParameterShape(value, name: name) {
        case .undefined: return []
        case .text(let text): return [EncodedPair(name: encodeName(name), value: encode(text))]
        case .list(let items) where explode:
            return items.map { EncodedPair(name: encodeName(name), value: encode($0)) }
        case .list(let items):
            return [EncodedPair(name: encodeName(name), value: items.map(encode).joined(separator: plain))]
        case .members(let members) where explode:
            return members.map { EncodedPair(name: encodeName($0.key), value: encode($0.text)) }
        case .members(let members):
            let texts = members.flatMap { [encodeName($0.key), encode($0.text)] }
            return [EncodedPair(name: encodeName(name), value: texts.joined(separator: plain))]
        }
    }
}

/// Style deepObject in forms: `items[0][price]=x`. OpenAPI defines one level of objects; deeper ones nest their
/// brackets and lists number theirs, as the services that take such forms read them.
struct BracketEncoder {
    var kept: PercentEncoding.Kept?
    var name: String

    /// Deeper values are refused: no server reads them, and recursion stays bounded.
    private static let maximumDepth = 16

    func pairs(_ value: JSONValue) throws(RequestProblem) -> [EncodedPair] {
        var out: [EncodedPair] = []
        try append(value, encodedName(name), depth: 0, to: &out)
        return out
    }

    private func append(
        _ value: JSONValue, _ name: String, depth: Int, to out: inout [EncodedPair]
    ) throws(RequestProblem) {
        guard depth < Self.maximumDepth else {
            throw RequestProblem(.parameter, "the property `\(self.name)` is nested too deeply for a form")
        }
        switch value {
        case .object(let object):
            for (key, member) in object { try append(member, name + bracketed(key), depth: depth + 1, to: &out) }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try append(element, name + bracketed(String(index)), depth: depth + 1, to: &out)
            }
        default:
            guard let text = ParameterShape.scalar(value) else { return }
            out.append(EncodedPair(name: name, value: kept.map { PercentEncoding.encode(text, keeping: $0) } ?? text))
        }
    }

    private func bracketed(_ key: String) -> String { kept == nil ? "[\(key)]" : "%5B\(encodedName(key))%5D" }

    private func encodedName(_ text: String) -> String {
        kept == nil ? text : PercentEncoding.encode(text, keeping: .formUnreserved)
    }
}
