/// The bodies of requests, each by its media type.
extension RequestBuilder {
    /// Sets the body to compact JSON; `nil` sends no body.
    public mutating func json<T: JSONCodable>(_ value: T?, contentType: String = "application/json") {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            var bytes = try Self.bytes(value, "the request body")
            if let choice = builder.streamChoice, case .object(var members)? = try? JSONValue(jsonBytes: bytes),
                choice.value || members[choice.key] != nil
            {
                members[choice.key] = .bool(choice.value)
                bytes = try Self.bytes(JSONValue.object(members), "the request body")
            }
            builder.set(.bytes(bytes), contentType)
        }
    }

    /// Sets the body to compact JSON; `nil` sends null.
    public mutating func nullableJSON<T: JSONCodable>(_ value: T?, contentType: String = "application/json") {
        if let value { json(value, contentType: contentType) } else { json(JSONValue.null, contentType: contentType) }
    }

    /// Sets a member of the body that comes next, JSON or a form, which says whether the response streams; `false` only
    /// where the member is there already, for that is what its absence means.
    public mutating func streamChoice(_ key: String, _ value: Bool) { streamChoice = (key, value) }

    /// Sets the body to text in UTF-8; `nil` sends no body.
    public mutating func text(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
        if let value { set(.text(value), contentType) }
    }

    /// Sets the body to a text-like value, such as an enumeration's; `nil` sends no body.
    public mutating func text<T: JSONCodable>(_ value: T?, contentType: String) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            let json = try Self.json(value, "the request body")
            builder.text(ParameterShape.scalar(json), contentType: contentType)
        }
    }

    /// Sets the body to an XML document in UTF-8; `nil` sends no body.
    public mutating func xml(_ value: XMLText?, contentType: String = "application/xml") {
        if let value { set(.text(value.text), contentType) }
    }

    /// Sets the body to bytes, a file or a stream; `nil` sends no body.
    public mutating func binary(_ value: RequestBody?, contentType: String = "application/octet-stream") {
        guard let value else { return }
        // A range is never sent.
        if MediaTypeList.isNeeded(contentType) { return binary(MediaContent(value), contentType: contentType) }
        keepingProblem { builder throws(RequestProblem) in
            if let path = value.unreadableFile {
                throw RequestProblem(.parameter, "the file `\(path)` cannot be read")
            }
            builder.set(value, contentType)
        }
    }

    /// Sets the body to one whose media type the caller gives; `nil` sends no body.
    /// - Parameter ranges: what the document allows, such as `image/*`, separated by commas.
    public mutating func binary(_ value: MediaContent?, contentType ranges: String) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            builder.binary(value.body, contentType: try value.contentType(among: ranges))
        }
    }

    /// Sets the body to a form; `nil` sends no body.
    public mutating func form<T: JSONCodable>(
        _ value: T?, contentType: String = "application/x-www-form-urlencoded", encoding: [PropertyEncoding] = []
    ) {
        guard let value else { return }
        keepingProblem { builder throws(RequestProblem) in
            var json = try Self.json(value, "the request body")
            if let choice = builder.streamChoice, case .object(var members) = json,
                choice.value || members[choice.key] != nil
            {
                members[choice.key] = .bool(choice.value)
                json = .object(members)
            }
            builder.text(try FormEncoder.text(json, encoding), contentType: contentType)
        }
    }

    /// Sets the body to values one after the other, framed as the media type says: one a line, a JSON text sequence
    /// (RFC 7464) or events; `nil` sends no body.
    public mutating func stream<T: JSONCodable & Sendable>(
        _ items: RequestStream<T>?, contentType: String, rules: StreamRules = .init()
    ) {
        guard let items else { return }
        keepingProblem { builder throws(RequestProblem) in
            let framing = StreamFraming(contentType: contentType, rules: rules)
            builder.set(try items.body(framing), contentType)
        }
    }

    /// Sets the body to the parts of a form; `nil` sends no body.
    public mutating func multipart<Form: MultipartForm>(_ value: Form?, contentType: String = "multipart/form-data") {
        guard let value else { return }
        let choice = streamChoice
        multipart(contentType) { form in
            value.encode(into: &form)
            if let choice { form.choose(choice.key, choice.value) }
        }
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
}
