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
    /// Where the API says that the next page is.
    var nextURL: String?

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
        _ name: String, _ value: T, style: ParameterStyle = .simple, explode: Bool = false, allowReserved: Bool = false
    ) {
        keepingProblem { builder throws(RequestProblem) in
            let json = try Self.json(value, name)
            builder.pathValues[name] = try PathTemplate.checked(
                ParameterEncoder.path(
                    name, json, style: style, explode: explode, allowReserved: allowReserved), name)
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

    /// Sets the whole query (OpenAPI 3.2, `in: querystring`): the pairs of an object, or with style json its JSON text, or
    /// with style simple a text; `nil` sends none.
    public mutating func queryString<T: JSONEncodable>(_ value: T?, style: ParameterStyle = .form) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.query += try ParameterEncoder.queryString(Self.json(value, "query string"), style: style)
        }
    }

    /// Sets a header field (style simple or json). `nil` leaves it to the client's global of the name, if there is one;
    /// an empty value suppresses the field. OpenAPI ignores parameters called `Accept`, `Content-Type` and
    /// `Authorization`.
    public mutating func header<T: JSONEncodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        guard let value, !HeaderRules.isIgnoredParameter(name) else { return }
        keepingProblem { builder throws(RequestProblem) in
            let text = try ParameterEncoder.header(name, Self.json(value, name), style: style, explode: explode)
            if let text { try builder.headers.set(name, text) }
        }
    }

    /// Adds a cookie (style form, cookie or json), exploded lists and objects as several; `nil` and null leave it out.
    public mutating func cookie<T: JSONEncodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.cookies += try ParameterEncoder.cookie(
                name, Self.json(value, name), style: style, explode: explode)
        }
    }

    /// Sets the body to compact JSON; `nil` sends no body.
    public mutating func json<T: JSONEncodable>(_ value: T?, contentType: String = "application/json") {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.set(try Self.bytes(value, "the request body"), contentType)
        }
    }

    /// Sets a member of a JSON body that says whether the response streams; `false` only where the member is there
    /// already, for that is what its absence means.
    public mutating func streamChoice(_ key: String, _ value: Bool) {
        guard let bytes = body?.bytes, case .object(var members)? = try? JSONValue(jsonBytes: bytes) else { return }
        guard value || members[key] != nil else { return }
        members[key] = .bool(value)
        json(JSONValue.object(members), contentType: contentType ?? "application/json")
    }

    /// Sets the body to text in UTF-8; `nil` sends no body.
    public mutating func text(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
        if let value { set(Array(value.utf8), contentType) }
    }

    /// Sets the body to a text-like value, such as an enumeration's; `nil` sends no body.
    public mutating func text<T: JSONEncodable>(_ value: T?, contentType: String) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            let json = try Self.json(value, "the request body")
            builder.text(ParameterShape.scalar(json), contentType: contentType)
        }
    }

    /// Sets the body to bytes, a file or a stream; `nil` sends no body.
    public mutating func binary(_ value: RequestBody?, contentType: String = "application/octet-stream") {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            if let path = value.unreadableFile {
                throw RequestProblem(.parameter, "the file `\(path)` cannot be read")
            }
            builder.body = value
            builder.contentType = contentType
        }
    }

    /// Sets the body to one whose media type the caller gives; `nil` sends no body.
    /// - Parameter range: what the document allows, such as `image/*`.
    public mutating func binary(_ value: MediaContent?, contentType range: String) {
        guard let value else { return }
        keepingProblem { (_) throws(RequestProblem) in
            guard let given = MediaType(value.contentType), MediaType(range)?.covers(given) ?? true else {
                throw RequestProblem(.parameter, "the content type of the request body is none of `\(range)`")
            }
        }
        binary(value.body, contentType: value.contentType)
    }

    /// Sets the body to a form; `nil` sends no body.
    public mutating func form<T: JSONEncodable>(
        _ value: T?, contentType: String = "application/x-www-form-urlencoded", encoding: [PropertyEncoding] = []
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.text(
                try FormEncoder.text(Self.json(value, "the request body"), encoding), contentType: contentType)
        }
    }

    /// Sets the body to JSON values one a line; `nil` sends no body.
    public mutating func jsonLines<T: JSONEncodable>(_ items: [T]?, contentType: String) {
        sequence(items, before: [], contentType)
    }

    /// Sets the body to a JSON text sequence (RFC 7464); `nil` sends no body.
    public mutating func jsonSequence<T: JSONEncodable>(_ items: [T]?, contentType: String) {
        sequence(items, before: [0x1E], contentType)
    }

    private mutating func sequence<T: JSONEncodable>(_ items: [T]?, before mark: [UInt8], _ contentType: String) {
        guard let items else { return }
        keepingProblem { builder throws(RequestProblem) in
            var all: [UInt8] = []
            for item in items { all += mark + (try Self.bytes(item, "an item of the request body")) + [0x0A] }
            builder.set(all, contentType)
        }
    }

    /// Sets the body to the parts of a form; `nil` sends no body.
    public mutating func multipart<Form: MultipartForm>(_ value: Form?, contentType: String = "multipart/form-data") {
        guard let value else { return }
        multipart(contentType) { value.encode(into: &$0) }
    }

    /// Sets the body to parts; `nil` sends no body.
    public mutating func multipart(_ parts: [MultipartPart]?, contentType: String) {
        guard let parts else { return }
        multipart(contentType) { $0.add(parts) }
    }

    private mutating func multipart(_ contentType: String, _ fill: (inout MultipartBuilder) -> Void) {
        var form = MultipartBuilder(isForm: MediaType(contentType)?.subtype == "form-data")
        fill(&form)
        keepingProblem { builder throws(RequestProblem) in
            let built = try form.build(contentType: contentType)
            builder.binary(built.body, contentType: built.contentType)
        }
    }

    private mutating func set(_ bytes: [UInt8], _ type: String) {
        body = .bytes(bytes)
        contentType = type
    }

    private mutating func keepingProblem(_ step: (inout RequestBuilder) throws(RequestProblem) -> Void) {
        guard problem == nil else { return }
        do { try step(&self) } catch { problem = error }
    }

    /// The value as JSON; strings, most parameters by far, need no writing and reading back.
    static func json<T: JSONEncodable>(_ value: T, _ name: String) throws(RequestProblem) -> JSONValue {
        if let text = value as? String { return .string(text) }
        do { return try JSONValue(encoding: value) } catch { throw unwritable("the parameter `\(name)`", error) }
    }

    static func bytes<T: JSONEncodable>(_ value: T, _ what: String) throws(RequestProblem) -> [UInt8] {
        do { return try value.jsonBytes() } catch { throw unwritable(what, error) }
    }

    private static func unwritable(_ what: String, _ error: JSONError) -> RequestProblem {
        RequestProblem(.parameter, "\(what) cannot be written as JSON: \(error)")
    }
}
