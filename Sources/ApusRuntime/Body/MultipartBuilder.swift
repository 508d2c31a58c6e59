/// A multipart body as a value; generated code conforms the bodies of operations to it.
public protocol MultipartForm: Sendable, CustomStringConvertible {
    /// Puts the parts into the body, in their order.
    func encode(into form: inout MultipartBuilder)
}

extension MultipartForm {
    /// The names of the parts; their contents may be secret.
    public var description: String {
        var form = MultipartBuilder(isForm: true)
        encode(into: &form)
        return "parts \(form.parts.map { "`\($0.name ?? "")`" }.joined(separator: ", "))"
    }
}

/// Collects the parts of a multipart body. The first problem is kept, and the call fails with it before anything is sent.
public struct MultipartBuilder: Sendable {
    private(set) var parts: [MultipartPart] = []
    private(set) var problem: RequestProblem?
    /// Whether parts have names: `multipart/form-data`.
    let isForm: Bool

    init(isForm: Bool) { self.isForm = isForm }

    /// Adds a part as it is.
    public mutating func add(_ part: MultipartPart) { parts.append(part) }

    /// Adds parts as they are.
    public mutating func add(_ parts: [MultipartPart]) { self.parts += parts }

    /// Adds a file; `nil` leaves it out.
    /// - Parameter contentType: the media types that the document allows, separated by commas.
    public mutating func file(_ name: String?, _ file: FilePart?, contentType: String? = nil) {
        guard let file else { return }
        parts.append(
            MultipartPart(
                name: name, fileName: file.fileName, contentType: file.contentType(among: contentType),
                headers: file.headers, file.content))
    }

    /// Adds several files under one name.
    public mutating func file(_ name: String?, _ files: [FilePart]?, contentType: String? = nil) {
        for item in files ?? [] { file(name, item, contentType: contentType) }
    }

    /// Adds files by their names.
    public mutating func files(_ files: [String: FilePart]) {
        for (name, item) in files.sorted(by: { $0.key < $1.key }) { file(name, item) }
    }

    /// Adds several files under each name.
    public mutating func files(_ files: [String: [FilePart]]) {
        for (name, items) in files.sorted(by: { $0.key < $1.key }) { file(name, items) }
    }

    /// Adds values by their names.
    public mutating func fields<T: JSONCodable>(_ values: [String: T]) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { field(name, value) }
    }

    /// Sets the field that says whether the response streams.
    mutating func choose(_ name: String, _ value: Bool) {
        let isThere = parts.contains { $0.name == name }
        parts.removeAll { $0.name == name }
        if value || isThere { field(name, value) }
    }

    /// Adds a value: text for strings, numbers and booleans, JSON for objects, a part for each element of a list. `nil`
    /// and null leave it out.
    /// - Parameters:
    ///   - contentType: the media type of each part; JSON types turn any value into JSON.
    ///   - headers: further header fields of each part.
    public mutating func field<T: JSONCodable>(
        _ name: String?, _ value: T?, contentType: String? = nil, headers: [String: String] = [:]
    ) {
        append(value) { (json: JSONValue) throws(RequestProblem) in
            let items = if case .array(let items) = json { items } else { [json] }
            var parts: [MultipartPart] = []
            for item in items where item != .null {
                parts.append(try Self.part(name, item, contentType, headers))
            }
            return parts
        }
    }

    /// Adds a value in one of OpenAPI's styles, without percent-encoding; `nil` and null leave it out.
    public mutating func field<T: JSONCodable>(
        _ name: String, _ value: T?, style: ParameterStyle, explode: Bool, headers: [String: String] = [:]
    ) {
        append(value) { (json: JSONValue) throws(RequestProblem) in
            try FormEncoder.pairs(name, json, style, explode: explode, kept: nil).map {
                MultipartPart(name: $0.name, headers: headers, .text($0.value ?? ""))
            }
        }
    }

    private mutating func append<T: JSONCodable>(
        _ value: T?, _ make: (JSONValue) throws(RequestProblem) -> [MultipartPart]
    ) {
        guard let value, problem == nil else { return }
        do { parts += try make(RequestBuilder.json(value, "a part of the request body")) } catch { problem = error }
    }

    private static func part(
        _ name: String?, _ item: JSONValue, _ contentType: String?, _ headers: [String: String]
    ) throws(RequestProblem) -> MultipartPart {
        let isJSON = contentType.flatMap(MediaType.init)?.isJSON ?? false
        if !isJSON, let text = ParameterShape.scalar(item) {
            return MultipartPart(name: name, contentType: contentType, headers: headers, .text(text))
        }
        let bytes = try RequestBuilder.bytes(item, "a part of the request body")
        return MultipartPart(
            name: name, contentType: isJSON ? contentType : "application/json", headers: headers, .bytes(bytes))
    }

    /// The body, and its media type with the boundary.
    func build(contentType: String) throws(RequestProblem) -> (body: RequestBody, contentType: String) {
        if let problem { throw problem }
        var headers: [String] = []
        for part in parts { headers.append(try part.header(inForm: isForm)) }
        let boundary = try MultipartBoundary.choose(headers, parts)
        var pieces: [RequestBody] = []
        for (header, part) in zip(headers, parts) {
            pieces += [.text("--\(boundary)\r\n\(header)"), part.content, .text("\r\n")]
        }
        pieces.append(.text("--\(boundary)--\r\n"))
        return (.joined(pieces), "\(Self.withoutBoundary(contentType)); boundary=\(boundary)")
    }

    /// A boundary that the document names is an example at best.
    private static func withoutBoundary(_ contentType: String) -> String {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        return parts.filter { !$0.lowercased().hasPrefix("boundary=") }.joined(separator: "; ")
    }
}
