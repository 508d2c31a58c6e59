/// Collects the parameters and the body of a request. Generated code fills it; the first problem is kept, and the call
/// fails with it before anything is sent.
public struct RequestBuilder: Sendable {
    let operation: OperationDescription
    private(set) var pathValues: [String: String] = [:]
    var query: [EncodedPair] = []
    private(set) var headers = HeaderList()
    private(set) var cookies: [EncodedPair] = []
    private(set) var body: RequestBody?
    private(set) var contentType: String?
    private(set) var problem: RequestProblem?
    /// Parameters that the request must have and leaves to the client's globals.
    private(set) var neededGlobals: [String] = []
    /// Where the API says that the next page is.
    var nextURL: String?
    /// Where a download goes on after a break.
    var resumePoint: ResumePoint?
    /// The member of the body that says whether the response streams.
    var streamChoice: (key: String, value: Bool)?

    /// An empty request for an operation.
    public init(operation: OperationDescription) { self.operation = operation }

    /// The builder with everything that a request puts into it.
    init<R: OperationRequest>(_ request: R) {
        self.init(operation: R.operation)
        request.encode(into: &self)
    }

    /// Fills `{name}` of the path; `nil` leaves it to the client's global of the name. Reserved bytes are escaped; an
    /// empty value, `.` and `..` are refused, since they would name another resource.
    public mutating func path<T: JSONCodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .simple, explode: Bool = false, allowReserved: Bool = false
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            let json = try Self.json(value, name)
            builder.pathValues[name] = try PathTemplate.checked(
                ParameterEncoder.path(
                    name, json, style: style, explode: explode, allowReserved: allowReserved), name)
        }
    }

    /// Says that the request must have a parameter: a `nil` value is one that the client has to have.
    public mutating func needed<T>(_ name: String, _ value: T?) {
        if value == nil { neededGlobals.append(name) }
    }

    /// Adds a query parameter; `nil` and null leave it out.
    public mutating func query<T: JSONCodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.query += try ParameterEncoder.query(
                name, Self.json(value, name), style: style, explode: explode, allowReserved: allowReserved)
        }
    }

    /// Sets the whole query (OpenAPI 3.2, `in: querystring`): the pairs of an object, or with style json its JSON text, or
    /// with style simple a text; `nil` sends none.
    public mutating func queryString<T: JSONCodable>(_ value: T?, style: ParameterStyle = .form) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.query += try ParameterEncoder.queryString(Self.json(value, "query string"), style: style)
        }
    }

    /// Sets a header field (style simple or json). `nil` leaves it to the client's global of the name, if there is one;
    /// an empty value suppresses the field. OpenAPI ignores parameters called `Accept`, `Content-Type` and
    /// `Authorization`.
    public mutating func header<T: JSONCodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        guard let value, !HeaderRules.isIgnoredParameter(name) else { return }
        keepingProblem { builder throws(RequestProblem) in
            let text = try ParameterEncoder.header(name, Self.json(value, name), style: style, explode: explode)
            if let text { try builder.headers.set(name, text) }
        }
    }

    /// Adds a cookie (style form, cookie or json), exploded lists and objects as several; `nil` and null leave it out.
    public mutating func cookie<T: JSONCodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.cookies += try ParameterEncoder.cookie(
                name, Self.json(value, name), style: style, explode: explode)
        }
    }

    /// Sets the body and its media type.
    mutating func set(_ body: RequestBody, _ type: String) {
        self.body = body
        contentType = type
    }

    mutating func keepingProblem(_ step: (inout RequestBuilder) throws(RequestProblem) -> Void) {
        guard problem == nil else { return }
        do { try step(&self) } catch { problem = error }
    }

    /// The value as JSON; strings, most parameters by far, need no writing and reading back.
    static func json<T: JSONCodable>(_ value: T, _ name: String) throws(RequestProblem) -> JSONValue {
        if let text = value as? String { return .string(text) }
        do { return try JSONValue(encoding: value) } catch { throw unwritable("the parameter `\(name)`", error) }
    }

    static func bytes<T: JSONCodable>(_ value: T, _ what: String) throws(RequestProblem) -> [UInt8] {
        do { return try value.jsonBytes() } catch { throw unwritable(what, error) }
    }

    private static func unwritable(_ what: String, _ error: JSONError) -> RequestProblem {
        RequestProblem(.parameter, "\(what) cannot be written as JSON: \(error)")
    }
}
