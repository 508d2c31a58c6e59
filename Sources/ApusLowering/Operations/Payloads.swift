import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Bodies that come in: which of the media types is taken, and how bytes become a value.
extension Builder {
    /// A media type with what is said of it.
    struct Choice {
        let contentType: String
        let coding: Payload.Coding
        let media: MediaTypeObject
    }

    /// The media type that can be expressed best: JSON, then text, then bytes. The others are told of.
    /// - Parameters:
    ///   - besidesStreams: whether streams are somebody else's.
    func choose(
        from content: OrderedMap<Referenced<MediaTypeObject>>, besidesStreams: Bool = false, at place: Place
    ) -> Choice? {
        var best: (rank: Int, choice: Choice)?
        for entry in content where !besidesStreams || !Self.isStream(entry.key) {
            guard let media = document.references.resolve(entry.value) else { continue }
            let (rank, coding) = Self.rank(entry.key)
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

    /// How well a media type can be expressed, 0 for best.
    private static func rank(_ contentType: String) -> (Int, Payload.Coding) {
        let type = essence(contentType)
        switch type {
        case "application/json": return (0, .json)
        case "text/plain": return (3, .text)
        case _ where isXML(type): return (4, .xml)
        case "application/octet-stream": return (5, .binary)
        case "*/*", "application/*": return (7, .binary)
        case _ where isRaw(type): return (8, .binary)
        case _ where isJSON(type): return (1, .json)
        case _ where type.hasPrefix("text/"): return (4, .text)
        default: return (6, .binary)
        }
    }

    /// Media types with a structure that is not read yet: their bytes are passed through.
    private static func isRaw(_ type: String) -> Bool {
        type.hasPrefix("multipart/") || type == formType || isStream(type)
    }

    func payload(_ choice: Choice, at position: Position) -> Payload {
        if Self.isRaw(Self.essence(choice.contentType)) {
            warn(
                "raw-content", "`\(choice.contentType)` is not read yet: the body is passed through as bytes",
                at: choice.media.place)
        }
        let type: TypeReference
        switch choice.coding {
        case .json: type = choice.media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any)
        case .text: type = textType(choice.media, at: position)
        case .xml: type = .primitive(.string)
        default: type = .primitive(.binary)
        }
        return Payload(contentType: choice.contentType, coding: choice.coding, type: type)
    }

    /// Text may be an enumeration or a date; what is no text by its schema is read as a plain string.
    func textType(_ media: MediaTypeObject, at position: Position) -> TypeReference {
        guard let schema = media.schema, resolved(schema).keywords.types == .string else { return .primitive(.string) }
        return reference(to: schema, at: position)
    }
}
