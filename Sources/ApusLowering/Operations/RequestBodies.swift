import ApusIR
import ApusOpenAPI

/// Bodies of requests: every media type that the document offers.
extension Builder {
    func lowerRequestBody(_ site: Site) -> RequestBody? {
        guard let body = site.operation.requestBody.flatMap(document.references.resolve) else { return nil }
        let offers = body.content.compactMap { entry -> Offer? in
            guard let media = document.references.resolve(entry.value) else { return nil }
            let coding = sentCoding(Self.essence(entry.key), media)
            let sent = Self.sentType(entry.key, coding)
            return Offer(contentType: sent, essence: Self.essence(sent), coding: coding, media: media)
        }
        guard !offers.isEmpty else { return nil }
        let contents = offers.map { offer in
            let role: TypeRole =
                offers.count == 1 ? .requestBody : .variant(Self.word(for: offer, among: offers) + " body")
            return sentPayload(offer, at: site.position(role))
        }
        var lowered = RequestBody(
            contents: contents, isRequired: body.isRequired,
            documentation: Documentation(description: body.description))
        lowered.unite()
        return lowered
    }

    /// A media type that a request can be sent as.
    struct Offer {
        let contentType: String
        let essence: String
        let coding: Payload.Coding
        let media: MediaTypeObject
    }

    /// What tells an offer from the others: how it is written, or its subtype where several are written alike.
    private static func word(for offer: Offer, among offers: [Offer]) -> String {
        guard offers.filter({ $0.coding == offer.coding }).count > 1 else { return offer.coding.rawValue }
        return Payload.subtypeWord(offer.essence)
    }

    /// The media type to send. A range is never sent: where the bytes are ours, so is the choice, and elsewhere the caller
    /// says which is meant.
    private static func sentType(_ contentType: String, _ coding: Payload.Coding) -> String {
        guard isRange(essence(contentType)) else { return contentType }
        switch coding {
        case .json: return "application/json"
        case .xml: return "application/xml"
        case .multipart: return "multipart/form-data"
        case .parts: return "multipart/mixed"
        case .stream: return "application/json-seq"
        case .form, .text, .binary, .media: return contentType
        }
    }

    /// How a value becomes bytes.
    private func sentCoding(_ type: String, _ media: MediaTypeObject) -> Payload.Coding {
        if Self.isStream(type) { return .stream }
        if Self.isJSON(type) { return .json }
        if type == Self.formType { return isObject(media.schema) ? .form : .binary }
        if type.hasPrefix("multipart/") { return hasParts(media) ? .multipart : .parts }
        if Self.isXML(type) { return .xml }
        // What is any type may be JSON.
        if Self.isRange(type) { return isStructured(media.schema) && type.utf8.last == star ? .json : .media }
        return type.hasPrefix("text/") ? .text : .binary
    }

    private var star: UInt8 { UInt8(ascii: "*") }

    private func sentPayload(_ offer: Offer, at position: Position) -> Payload {
        let media = offer.media
        var payload = Payload(contentType: offer.contentType, coding: offer.coding, type: .primitive(.binary))
        switch offer.coding {
        case .json:
            payload.type = media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any)
        case .form:
            payload.type = media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any)
            payload.encoding = formEncoding(media)
        case .text: payload.type = textType(media, at: position)
        case .xml: payload.type = .primitive(.string)
        case .multipart: payload.type = form(media, offer.essence, at: position)
        case .stream: return sentStream(offer, at: position)
        case .binary, .media, .parts: break
        }
        return payload
    }

    /// Items as the document describes them: of the whole by `itemSchema`, else by `schema`, which many documents use for
    /// each item, or for an array of them.
    private func sentStream(_ offer: Offer, at position: Position) -> Payload {
        let form = Payload.StreamForm(shape: .data, content: .json)
        var item = offer.media.itemSchema
        if item == nil, let whole = offer.media.schema {
            let shape = flatten(whole)
            if case .array = plan(for: shape), let items = shape.items { item = items } else { item = whole }
        }
        let isEvents = offer.essence == "text/event-stream"
        var payload = Payload(
            contentType: offer.contentType, coding: .stream,
            type: item.map { reference(to: $0, at: position.element) } ?? .primitive(.any), stream: form)
        if isEvents, let item { payload.stream = eventForm(item) }
        return payload
    }

    /// Only members make a form; what is no object by its schema is sent as bytes.
    private func isObject(_ schema: Schema?) -> Bool {
        guard let schema = schema.map(resolved) else { return false }
        let keywords = schema.keywords
        return keywords.types.contains(.object) || keywords.properties?.isEmpty == false || keywords.allOf != nil
    }

    /// Whether the schema describes something with parts, which JSON can write.
    private func isStructured(_ schema: Schema?) -> Bool {
        guard let schema else { return false }
        switch plan(for: flatten(schema)) {
        case .record, .map, .array, .tuple, .union: return true
        case .same(let same): return same !== schema && isStructured(same)
        case .enumeration, .primitive: return false
        }
    }

    /// The rules that the document gives for a form's properties.
    private func formEncoding(_ media: MediaTypeObject) -> [FormProperty] {
        media.encoding.map {
            FormProperty(
                name: $0.key, contentType: $0.value.contentType, style: $0.value.style?.rawValue,
                explode: $0.value.explode, allowReserved: $0.value.allowsReserved)
        }
    }
}

extension RequestBody {
    /// Takes what would be sent alike for one: JSON under its several names, and bytes, whose media type the caller then
    /// says.
    mutating func unite() {
        var kept: [Payload] = []
        for content in contents {
            if let index = kept.firstIndex(where: { $0.isSent(like: content) }) {
                if kept[index].coding == .media || kept[index].coding == .binary {
                    let types = [kept[index], content].flatMap { $0.contentType.split(separator: ", ") }
                    var seen: Set<Substring> = []
                    kept[index].contentType = types.filter { seen.insert($0).inserted }.joined(separator: ", ")
                    kept[index].coding = .media
                } else if content.contentType == "application/json" {
                    kept[index].contentType = content.contentType
                }
            } else {
                kept.append(content)
            }
        }
        contents = kept
    }
}

extension Payload {
    /// Whether there is no difference, other than one that the caller can still make.
    fileprivate func isSent(like other: Payload) -> Bool {
        let isBytes = { (payload: Payload) in payload.coding == .binary || payload.coding == .media }
        if isBytes(self), isBytes(other) { return true }
        return coding == other.coding && type == other.type && encoding == other.encoding
            && plainType == other.plainType
    }

    /// The media type; `application/json` for other names of it, which say nothing more, and without a `charset`.
    private var plainType: String {
        let parts = contentType.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        let isPlain = ["application/json", "text/json", "application/*+json"].contains(parts.first ?? "")
        let first = isPlain ? "application/json" : parts.first ?? ""
        return ([first] + parts.dropFirst().filter { !$0.hasPrefix("charset=") }).joined(separator: ";")
    }
}
