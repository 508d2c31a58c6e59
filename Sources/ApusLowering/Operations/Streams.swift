import ApusIR
import ApusOpenAPI
import ApusYAML

/// Bodies that are sequences of values: events, lines and JSON text sequences.
extension Builder {
    /// The stream that a response offers: events before lines before sequences, which all carry the same values.
    func stream(in response: ResponseObject, at position: Position) -> Payload? {
        let offered = response.content.filter { Self.isStream($0.key) }
        let isEvents = { (contentType: String) in Self.essence(contentType) == "text/event-stream" }
        guard let entry = offered.first(where: { isEvents($0.key) }) ?? offered.first,
            let media = document.references.resolve(entry.value)
        else { return nil }
        let others = offered.filter { $0.key != entry.key }
        let same = others.filter { isSameStream($0.value, media) }
        let differing = others.filter { !isSameStream($0.value, media) }
        let rest = differing.map { "`\($0.key)`" }
        if !rest.isEmpty {
            warn(
                "content-left-out",
                "`\(entry.key)` is taken; \(rest.joined(separator: ", ")), whose values are others, left out",
                at: response.place.appending("content"))
        }
        let type = (media.itemSchema ?? media.schema).map { reference(to: $0, at: position) } ?? .primitive(.any)
        var payload = Payload(
            contentType: entry.key, coding: .stream, type: type, stream: streamForm(of: media, entry.key))
        payload.otherContentTypes = same.map(\.key)
        payload.documentation = Documentation(description: response.description)
        return payload
    }

    /// Whether a further stream carries the same values: the runtime reads each by its own media type.
    private func isSameStream(_ other: Referenced<MediaTypeObject>, _ media: MediaTypeObject) -> Bool {
        guard let other = document.references.resolve(other) else { return false }
        guard let schema = other.itemSchema ?? other.schema else { return true }
        return isSame(schema, media.itemSchema ?? media.schema)
    }

    /// How the values of a body travel that is a sequence of them.
    func streamForm(of media: MediaTypeObject, _ contentType: String) -> Payload.StreamForm {
        var form = Payload.StreamForm(shape: .data, content: .json)
        if Self.essence(contentType) == "text/event-stream" {
            let schema = media.itemSchema ?? media.schema
            form = schema.map(eventForm) ?? .init(shape: .event, content: .text, isPlain: true)
        }
        form.sentinel = sentinel(of: media)
        return form
    }

    /// How events become values of the schema: it describes their data, or all of them.
    func eventForm(_ schema: Schema) -> Payload.StreamForm {
        let events = eventSchemas(schema)
        return Payload.StreamForm(shape: events == nil ? .data : .event, content: content(events ?? [schema]))
    }

    /// The schemas of `data`, where the schema describes whole events: an object, or a union of such objects, whose
    /// members all are fields of events. Then `data` is among them in each.
    private func eventSchemas(_ schema: Schema, depth: Int = 0) -> [Schema]? {
        guard depth < 8 else { return nil }
        let shape = flatten(schema)
        switch plan(for: shape) {
        case .union(let branches, _):
            let parts = branches.map { eventSchemas($0.schema, depth: depth + 1) }
            guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
            return parts.flatMap { $0 ?? [] }
        case .same(let inner): return eventSchemas(inner, depth: depth + 1)
        case .record: break
        default: return nil
        }
        let fields: Set<String> = ["data", "event", "id", "retry"]
        guard shape.properties.allSatisfy({ fields.contains($0.key) }), let data = shape.property("data") else {
            return nil
        }
        return [data]
    }

    /// Whether data is text by its schemas, JSON, or one in some events and the other in others.
    private func content(_ schemas: [Schema]) -> Payload.StreamForm.Content {
        let schemas = schemas.flatMap { branches(of: $0) }
        let texts = schemas.filter(isText).count
        if texts == 0 { return .json }
        return texts == schemas.count ? .text : .either
    }

    /// The schema, or those of the union that it is.
    private func branches(of schema: Schema, depth: Int = 0) -> [Schema] {
        guard depth < 8 else { return [schema] }
        switch plan(for: flatten(schema)) {
        case .union(let branches, _): return branches.flatMap { self.branches(of: $0.schema, depth: depth + 1) }
        case .same(let inner): return branches(of: inner, depth: depth + 1)
        default: return [schema]
        }
    }

    private func isText(_ schema: Schema) -> Bool {
        let keywords = resolved(schema).keywords
        return keywords.types == .string || keywords.constant?.scalar?.kind == .string
    }
}

/// Operations that give their result whole or as a stream.
extension Builder {
    /// The operation, and beside it the one that streams, where the document offers both. Each sets the body's member that
    /// chooses, if there is one.
    func variants(_ whole: Operation, _ streamed: Success?, _ site: Site) -> [Operation] {
        guard let streamed else { return [whole] }
        var (whole, stream) = (whole, whole)
        // No operation ID of a document ends like this, or it would not be an identifier.
        stream.id = whole.id + " stream"
        stream.nameOverride =
            site.operation.extensions.text("x-apus-stream-name") ?? whole.nameOverride.map { $0 + "Stream" }
        stream.success = streamed
        stream.examples = []
        stream.pagination = nil
        if let field = streamField(site) {
            whole.streamChoice = StreamChoice(field: field, value: false)
            stream.streamChoice = StreamChoice(field: field, value: true)
        }
        return [whole, stream]
    }

    /// The member of the body that an extension names, else a boolean member called `stream`.
    private func streamField(_ site: Site) -> String? {
        guard let body = site.operation.requestBody.flatMap(document.references.resolve) else { return nil }
        let schemas = body.content.filter { Self.hasMembers(Self.essence($0.key)) }
            .map { document.references.resolve($0.value)?.schema }
        guard !schemas.isEmpty else { return nil }
        if let field = site.operation.extensions.text("x-apus-stream-field", "x-speakeasy-stream-request-field") {
            return field
        }
        for schema in schemas {
            guard let member = schema.flatMap({ flatten($0).property("stream") }) else { continue }
            if flatten(member).types == .boolean { return "stream" }
        }
        return nil
    }

    /// Whether a body of the type has members that can be set.
    private static func hasMembers(_ type: String) -> Bool {
        isJSON(type) || type == formType || type == "multipart/form-data"
    }
}
