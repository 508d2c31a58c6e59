import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Bodies: which of the media types is taken, and how bytes become a value.
extension Builder {
    func lowerRequestBody(_ site: Site) -> Payload? {
        guard let body = site.operation.requestBody.flatMap(document.references.resolve) else { return nil }
        let position = site.position(.requestBody)
        guard let choice = choose(from: body.content, at: body.place, inRequest: true) else { return nil }
        var payload = payload(choice, at: position)
        payload.isRequired = body.isRequired
        payload.documentation = Documentation(description: body.description)
        return payload
    }

    /// A media type with what is said of it.
    struct Choice {
        let contentType: String
        let coding: Payload.Coding
        let media: MediaTypeObject
    }

    /// The media type that can be expressed best: JSON, then text, then bytes. The others are told of.
    /// - Parameters:
    ///   - besidesStreams: whether streams are somebody else's.
    ///   - inRequest: whether it is to be sent: forms are written, not read.
    func choose(
        from content: OrderedMap<Referenced<MediaTypeObject>>, besidesStreams: Bool = false, at place: Place,
        inRequest: Bool = false
    ) -> Choice? {
        var best: (rank: Int, choice: Choice)?
        for entry in content where !besidesStreams || !Self.isStream(entry.key) {
            guard let media = document.references.resolve(entry.value) else { continue }
            let isForm = inRequest && Self.essence(entry.key) == Self.formType && isObject(media.schema)
            let (rank, coding): (Int, Payload.Coding) = isForm ? (2, .form) : Self.rank(entry.key)
            if best == nil || rank < best?.rank ?? .max {
                best = (rank, Choice(contentType: entry.key, coding: coding, media: media))
            }
        }
        if content.entries.count > 1, let best {
            reportOthers(best.choice, content.map(\.key).filter { !besidesStreams || !Self.isStream($0) }, place)
        }
        return best?.choice
    }

    private func reportOthers(
        _ choice: Choice, _ content: [String], _ place: Place
    ) {
        let others = content.filter { $0 != choice.contentType }.map { "`\($0)`" }
        if others.isEmpty { return }
        let place = place.appending("content")
        warn(
            "content-left-out",
            "`\(choice.contentType)` is taken; \(others.joined(separator: ", ")) \(others.count == 1 ? "is" : "are") left out",
            at: place)
    }

    private static let formType = "application/x-www-form-urlencoded"

    /// How well a media type can be expressed, 0 for best.
    private static func rank(_ contentType: String) -> (Int, Payload.Coding) {
        let type = essence(contentType)
        switch type {
        case "application/json": return (0, .json)
        case "text/plain": return (3, .text)
        case "application/octet-stream": return (5, .binary)
        case "*/*", "application/*": return (7, .binary)
        case _ where isRaw(type): return (8, .binary)
        case _ where type.hasSuffix("+json") || type == "text/json" || type == "application/*+json": return (1, .json)
        case _ where type.hasPrefix("text/"): return (4, .text)
        default: return (6, .binary)
        }
    }

    /// Media types whose body is a sequence of values.
    static func isStream(_ contentType: String) -> Bool {
        let type = essence(contentType)
        return [
            "text/event-stream", "application/jsonl", "application/x-jsonl", "application/jsonlines",
            "application/x-jsonlines", "application/ndjson", "application/x-ndjson", "application/json-seq",
        ].contains(type) || type.hasSuffix("+json-seq")
    }

    /// Media types with a structure that is not read yet: their bytes are passed through.
    private static func isRaw(_ type: String) -> Bool {
        [
            "multipart/", "application/x-www-form-urlencoded", "text/event-stream", "application/jsonl",
            "application/x-ndjson", "application/json-seq", "application/xml", "text/xml",
        ].contains { type.hasPrefix($0) } || type.hasSuffix("+xml") || type.hasSuffix("+json-seq")
    }

    /// Type and subtype in small letters, without parameters.
    static func essence(_ contentType: String) -> String {
        let text = contentType.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        return String(Substring(text)).lowercased()
    }

    func payload(_ choice: Choice, at position: Position) -> Payload {
        if choice.coding != .form, Self.isRaw(Self.essence(choice.contentType)) {
            warn(
                "raw-content", "`\(choice.contentType)` is not read yet: the body is passed through as bytes",
                at: choice.media.place)
        }
        let type: TypeReference
        switch choice.coding {
        case .json, .form: type = choice.media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any)
        case .text: type = textType(choice.media, at: position)
        case .binary, .stream: type = .primitive(.binary)
        }
        var payload = Payload(contentType: choice.contentType, coding: choice.coding, type: type)
        if choice.coding == .form { payload.encoding = formEncoding(choice.media) }
        return payload
    }

    /// Only members make a form; what is no object by its schema is sent as bytes.
    private func isObject(_ schema: Schema?) -> Bool {
        guard let schema = schema.map(resolved) else { return false }
        let keywords = schema.keywords
        return keywords.types.contains(.object) || keywords.properties?.isEmpty == false || keywords.allOf != nil
    }

    /// The rules that the document gives for a form's properties.
    private func formEncoding(_ media: MediaTypeObject) -> [FormProperty] {
        media.encoding.map {
            FormProperty(
                name: $0.key, contentType: $0.value.contentType, style: $0.value.style?.rawValue,
                explode: $0.value.explode, allowReserved: $0.value.allowsReserved)
        }
    }

    /// Text may be an enumeration or a date; what is no text by its schema is read as a plain string.
    private func textType(_ media: MediaTypeObject, at position: Position) -> TypeReference {
        guard let schema = media.schema, resolved(schema).keywords.types == .string else { return .primitive(.string) }
        return reference(to: schema, at: position)
    }
}
