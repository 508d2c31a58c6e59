/// A request complete but for its credentials, which every attempt asks for anew.
struct PreparedRequest: Sendable {
    var operation: OperationDescription
    var base: BaseURL
    /// The base URL's path and the operation's, encoded.
    var path: String
    var query: [EncodedPair]
    var headers: HeaderList
    var cookies: [EncodedPair]
    var body: RequestBody?
    /// Whether it asks for the rest of a download.
    var isResumed = false
    /// Whether a redirect led to another origin: no credential goes there, nor back.
    var hasLeftOrigin = false

    /// Puts a built request onto a server: path, query, cookies, `Accept`, `Content-Type`.
    /// - Throws: the builder's own problem, or one of the path.
    init(_ builder: RequestBuilder, base: BaseURL) throws(RequestProblem) {
        if let problem = builder.problem { throw problem }
        operation = builder.operation
        self.base = base
        path = base.path + (try PathTemplate.expand(builder.operation.path, builder.pathValues))
        query = builder.query
        if !base.query.isEmpty {
            let own = Set(query.map(\.name))
            query.insert(contentsOf: base.query.filter { !own.contains($0.name) }, at: 0)
        }
        headers = builder.headers
        cookies = builder.cookies
        body = builder.body
        if !operation.accept.isEmpty { headers.setDefault(.accept, operation.accept.joined(separator: ", ")) }
        if let type = builder.contentType { try headers.set("Content-Type", type) }
    }

    /// Lets query parameters of a call's options replace those of the same name.
    mutating func merge(query options: [String: String]) {
        for (name, value) in options.sorted(by: { $0.key < $1.key }) {
            let pair = EncodedPair(
                name: PercentEncoding.encode(name, keeping: .formUnreserved),
                value: PercentEncoding.encode(value, keeping: .formUnreserved))
            query.removeAll { $0.name == pair.name }
            query.append(pair)
        }
    }

    /// Method, scheme, authority, path with query, and header fields.
    var head: HTTPRequest {
        get throws(RequestProblem) {
            guard let method = HTTPRequest.Method(rawValue: operation.method) else {
                throw RequestProblem(.parameter, "`\(operation.method)` is not an HTTP method")
            }
            var headers = headers
            if !cookies.isEmpty { headers.setDefault(.cookie, cookies.map(\.text).joined(separator: "; ")) }
            return HTTPRequest(
                method: method, scheme: base.scheme, authority: base.authority, path: target,
                headerFields: headers.fields)
        }
    }

    /// The request target: an absolute path, and the query when there is one.
    private var target: String {
        let path = path.isEmpty ? "/" : path
        return query.isEmpty ? path : "\(path)?\(query.map(\.text).joined(separator: "&"))"
    }
}
