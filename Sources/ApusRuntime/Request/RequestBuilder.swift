/// Collects the parameters and the body of a request. Generated code fills it; the first problem is kept, and the call
/// fails with it before anything is sent.
public struct RequestBuilder: Sendable {
    let operation: OperationDescription
    private(set) var pathValues: [String: String] = [:]
    private(set) var query: [EncodedPair] = []
    private(set) var headers = HeaderList()
    private(set) var cookies: [EncodedPair] = []
    private(set) var body: [UInt8]?
    private(set) var contentType: String?
    private(set) var problem: RequestProblem?

    /// An empty request for an operation.
    public init(operation: OperationDescription) { self.operation = operation }

    /// The builder with everything that a request puts into it.
    init<R: OperationRequest>(_ request: R) {
        self.init(operation: R.operation)
        request.encode(into: &self)
    }

    /// Fills `{name}` of the path. Reserved bytes are escaped; an empty value, `.` and `..` are refused, since they
    /// would name another resource.
    public mutating func path<T: JSONEncodable>(
        _ name: String, _ value: T, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        keepingProblem { builder throws(RequestProblem) in
            let json = try Self.json(value, name)
            builder.pathValues[name] = try PathTemplate.checked(
                ParameterEncoder.path(name, json, style: style, explode: explode), name)
        }
    }

    /// Adds a query parameter; `nil` and null leave it out.
    public mutating func query<T: JSONEncodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.query += try ParameterEncoder.query(
                name, Self.json(value, name), style: style, explode: explode, allowReserved: allowReserved)
        }
    }

    /// Sets a header field (style simple). `nil` leaves it to the client's global of the name, if there is one; an
    /// empty value suppresses the field. OpenAPI ignores parameters called `Accept`, `Content-Type` and `Authorization`.
    public mutating func header<T: JSONEncodable>(_ name: String, _ value: T?, explode: Bool = false) {
        guard let value, !HeaderRules.isIgnoredParameter(name) else { return }
        keepingProblem { builder throws(RequestProblem) in
            let text = try ParameterEncoder.header(name, Self.json(value, name), explode: explode)
            if let text { try builder.headers.set(name, text) }
        }
    }

    /// Adds a cookie (style form); `nil` and null leave it out.
    public mutating func cookie<T: JSONEncodable>(_ name: String, _ value: T?, explode: Bool = true) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.cookies += try ParameterEncoder.cookie(name, Self.json(value, name), explode: explode)
        }
    }

    /// Sets the body to compact JSON; `nil` sends no body.
    public mutating func json<T: JSONEncodable>(_ value: T?, contentType: String = "application/json") {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.set(try Self.bytes(value, "the request body"), contentType)
        }
    }

    /// Sets the body to text in UTF-8; `nil` sends no body.
    public mutating func text(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
        if let value { set(Array(value.utf8), contentType) }
    }

    /// Sets the body to bytes; `nil` sends no body.
    public mutating func binary(_ value: [UInt8]?, contentType: String = "application/octet-stream") {
        if let value { set(value, contentType) }
    }

    private mutating func set(_ bytes: [UInt8], _ type: String) {
        body = bytes
        contentType = type
    }

    private mutating func keepingProblem(_ step: (inout RequestBuilder) throws(RequestProblem) -> Void) {
        guard problem == nil else { return }
        do { try step(&self) } catch { problem = error }
    }

    /// The value as JSON; strings, most parameters by far, need no writing and reading back.
    private static func json<T: JSONEncodable>(_ value: T, _ name: String) throws(RequestProblem) -> JSONValue {
        if let text = value as? String { return .string(text) }
        do { return try JSONValue(encoding: value) } catch { throw unwritable("the parameter `\(name)`", error) }
    }

    private static func bytes<T: JSONEncodable>(_ value: T, _ what: String) throws(RequestProblem) -> [UInt8] {
        do { return try value.jsonBytes() } catch { throw unwritable(what, error) }
    }

    private static func unwritable(_ what: String, _ error: JSONError) -> RequestProblem {
        RequestProblem(.parameter, "\(what) cannot be written as JSON: \(error)")
    }
}
