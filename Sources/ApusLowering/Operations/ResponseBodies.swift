import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// The bodies that one response can have: one for each media type, save where several give the same value.
extension Builder {
    /// The payloads, best first: JSON, then text, then bytes.
    /// - Parameter position: where an inline type stands, by words for the media type (none for a response's first one).
    func payloads(of response: ResponseObject, at position: (String) -> Position) -> [Payload] {
        var found: [(payload: Payload, media: MediaTypeObject)] = []
        var same: [String] = []
        for choice in responseChoices(response.content) where !Self.isStream(choice.contentType) {
            let isJSON = choice.coding == .json
            let twin = found.firstIndex { $0.payload.coding == .json && isSameValue(choice, $0.media) }
            if let twin {
                if isJSON,
                    !found[twin].payload.contentTypes.map(Self.essence).contains(Self.essence(choice.contentType))
                {
                    found[twin].payload.otherContentTypes.append(choice.contentType)
                } else {
                    same.append(choice.contentType)
                }
                continue
            }
            var payload = responsePayload(
                choice, at: position(found.isEmpty ? "" : Self.words(choice.contentType) + " "))
            payload.documentation = Documentation(description: response.description)
            if let index = found.firstIndex(where: { $0.payload.isSame(as: payload) }) {
                found[index].payload.addTypes(of: payload)
            } else {
                found.append((payload, choice.media))
            }
        }
        if let kept = found.first?.payload.contentType, !same.isEmpty {
            noteOtherWritings(OtherWritings(kept: kept, others: same, place: response.place.appending("content")))
        }
        return found.map(\.payload)
    }

    /// The body of an error: its JSON has a type, all else is text and bytes of the error.
    func errorPayload(of response: ResponseObject, at position: Position) -> Payload? {
        let choices = responseChoices(response.content)
        guard let best = choices.first else { return nil }
        // Whatever it is, it is no more than bytes.
        if best.coding == .binary, choices.allSatisfy({ Self.essence($0.contentType) == "*/*" }) { return nil }
        var payload = responsePayload(best, at: position)
        payload.documentation = Documentation(description: response.description)
        for other in choices.dropFirst() {
            payload.otherContentTypes.append(other.contentType)
            guard best.coding == .json, other.coding == .json, !isSameValue(other, best.media) else { continue }
            warn(
                "content-left-out",
                "the errors of `\(best.contentType)` have a type; those of `\(other.contentType)` are read as bytes",
                at: response.place.appending("content"))
        }
        return payload
    }

    private func responsePayload(_ choice: Choice, at position: Position) -> Payload {
        if Self.essence(choice.contentType) == "application/x-www-form-urlencoded" {
            warn(
                "raw-content", "`\(choice.contentType)` is not read: the body is handed over as bytes",
                at: choice.media.place)
        }
        let type: TypeReference =
            switch choice.coding {
            case .json: choice.media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any)
            case .text, .xml: .primitive(.string)
            default: .primitive(.binary)
            }
        return Payload(contentType: choice.contentType, coding: choice.coding, type: type)
    }

    /// The media types with how their bodies become values, best first.
    private func responseChoices(_ content: OrderedMap<Referenced<MediaTypeObject>>) -> [Choice] {
        let choices = content.compactMap { entry -> (rank: Int, choice: Choice)? in
            guard let media = document.references.resolve(entry.value) else { return nil }
            let (rank, coding) = responseCoding(entry.key, media)
            return (rank, Choice(contentType: entry.key, coding: coding, media: media))
        }
        return choices.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.choice)
    }

    /// How well a media type can be expressed, 0 for best.
    private func responseCoding(_ contentType: String, _ media: MediaTypeObject) -> (Int, Payload.Coding) {
        let type = Self.essence(contentType)
        switch type {
        case "application/json": return (0, .json)
        // Frameworks write it for whatever they send, which is JSON where its schema says more than text and bytes.
        case "*/*", "application/*": return isStructured(media.schema) ? (2, .json) : (8, .binary)
        case "text/plain": return (3, .text)
        case _ where Self.isXML(type): return (5, .xml)
        case _ where type.hasSuffix("+json") || type == "text/json": return (1, .json)
        case _ where type.hasPrefix("text/") && !Self.isStream(type): return (4, .text)
        case "application/octet-stream": return (6, .binary)
        default: return (7, .binary)
        }
    }

    /// Whether the schema describes more than a text or bytes.
    private func isStructured(_ schema: Schema?) -> Bool {
        guard let schema = schema.map(resolved) else { return false }
        let keywords = schema.keywords
        return !keywords.types.subtracting([.string, .null]).isEmpty || keywords.properties != nil
            || keywords.allOf != nil || keywords.anyOf != nil || keywords.oneOf != nil || keywords.items != nil
    }

    /// Whether a media type holds the same value as JSON does: by its schema, or because it is another spelling of the same
    /// thing that says nothing of its own.
    private func isSameValue(_ choice: Choice, _ json: MediaTypeObject) -> Bool {
        if choice.media.schema == nil {
            return choice.coding == .json ? json.schema == nil : Self.isXML(Self.essence(choice.contentType))
        }
        guard choice.coding == .json || isStructured(choice.media.schema) else { return false }
        return isSame(choice.media.schema, json.schema)
    }

    /// Whether two schemas describe the same values, written out twice or not.
    func isSame(_ left: Schema?, _ right: Schema?, depth: Int = 0) -> Bool {
        guard let left = left.map(resolved), let right = right.map(resolved) else { return left == nil && right == nil }
        if left === right { return true }
        guard depth < 6, left.boolean == right.boolean else { return false }
        let (a, b) = (left.keywords, right.keywords)
        guard a.types == b.types, a.format == b.format, a.isNullable == b.isNullable else { return false }
        guard a.enumeration?.map({ $0.scalar?.text }) == b.enumeration?.map({ $0.scalar?.text }) else { return false }
        func same(_ left: [Schema]?, _ right: [Schema]?) -> Bool {
            guard left?.count == right?.count else { return false }
            return zip(left ?? [], right ?? []).allSatisfy { isSame($0, $1, depth: depth + 1) }
        }
        let (leftKeys, rightKeys) = (a.properties?.map(\.key), b.properties?.map(\.key))
        return leftKeys == rightKeys && same(a.properties?.map(\.value), b.properties?.map(\.value))
            && same(a.allOf, b.allOf) && same(a.oneOf, b.oneOf) && same(a.anyOf, b.anyOf)
            && isSame(a.items, b.items, depth: depth + 1)
            && isSame(a.additionalProperties, b.additionalProperties, depth: depth + 1)
    }

    /// What a media type is called, from which names are made: `png`, `octet stream`, `vnd.pet+json`.
    static func words(_ contentType: String) -> String { essence(contentType).mediaWords }
}

/// Media types that would give the same values as the one that is asked for.
struct OtherWritings {
    let kept: String
    let others: [String]
    let place: Place
}

extension Builder {
    func noteOtherWritings(_ writings: OtherWritings) {
        guard !otherWritings.contains(where: { $0.place.pointer == writings.place.pointer }) else { return }
        otherWritings.append(writings)
    }

    /// Tells of them once: documents that have one such response have hundreds.
    func reportOtherWritings() {
        guard let first = otherWritings.first else { return }
        let others = first.others.map { "`\($0)`" }.joined(separator: ", ")
        let elsewhere = otherWritings.count > 1 ? "; so it is in \(otherWritings.count - 1) more responses" : ""
        warn(
            "content-left-out",
            "`\(first.kept)` is asked for; \(others) would give the same values\(elsewhere)", at: first.place)
    }
}
