/// How a parameter's value is written (OpenAPI, "Style Values").
public enum ParameterStyle: Sendable, Hashable {
    /// Comma-separated: paths and headers.
    case simple
    /// Dot-prefixed: paths (RFC 6570 section 3.2.5).
    case label
    /// Semicolon-prefixed, with names: paths (RFC 6570 section 3.2.7).
    case matrix
    /// `name=value` pairs: queries and cookies (RFC 6570 section 3.2.8).
    case form
    /// Lists separated by spaces: queries.
    case spaceDelimited
    /// Lists separated by `|`: queries.
    case pipeDelimited
    /// `name[member]=value`: queries.
    case deepObject
    /// Dot-prefixed, and dots also where ``label`` has commas: paths of OpenAPI 3.0.0 to 3.0.3 and 3.1.0.
    case dottedLabel
    /// `name=value` pairs that are not escaped: cookies of OpenAPI 3.2.
    case cookie
    /// JSON text, escaped as the place needs: parameters with `content`.
    case json
}

/// A `name=value` of a query or a cookie, already encoded; without value there is no `=` either.
struct EncodedPair: Sendable, Hashable {
    var name: String
    var value: String? = nil

    /// The pair as it stands on the wire.
    var text: String { value.map { "\(name)=\($0)" } ?? name }
}

/// What is wrong with a request before it is sent.
struct RequestProblem: Error, Hashable {
    var reason: InvalidRequest.Reason
    var message: String

    init(_ reason: InvalidRequest.Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}
