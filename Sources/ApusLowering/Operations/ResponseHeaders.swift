import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// The header fields that responses bring.
extension Builder {
    /// Those of several responses together: one that is not in all of them may be missing.
    func headers(of entries: [Entry], _ site: Site) -> [ResponseHeader] {
        guard let first = entries.first else { return [] }
        return entries.dropFirst().reduce(headers(of: first.response, site)) { known, entry in
            united(known, headers(of: entry.response, site), at: entry.response.place)
        }
    }

    /// Header fields of two responses. Where types differ, the first one's is taken.
    func united(_ left: [ResponseHeader], _ right: [ResponseHeader], at place: Place) -> [ResponseHeader] {
        if left == right { return left }
        var all = left
        for index in all.indices {
            guard let other = right.first(where: { $0.isSameField(as: all[index]) }) else {
                all[index].isRequired = false
                continue
            }
            all[index].isRequired = all[index].isRequired && other.isRequired
            if other.type != all[index].type || other.isJSON != all[index].isJSON {
                warn(
                    "header-differs",
                    "the header `\(other.name)` has another type here than in a response like this; that one is taken",
                    at: place.appending("headers"))
            }
        }
        for var header in right where !left.contains(where: { $0.isSameField(as: header) }) {
            header.isRequired = false
            all.append(header)
        }
        return all
    }

    private func headers(of response: ResponseObject, _ site: Site) -> [ResponseHeader] {
        guard !response.headers.isEmpty else { return [] }
        return response.headers.compactMap { entry in
            // OpenAPI 3.1, section 4.8.17.1: content types are said elsewhere.
            guard entry.key.lowercased() != "content-type", let header = document.references.resolve(entry.value) else {
                return nil
            }
            return lower(header, named: entry.key, at: site.position(.header(entry.key)))
        }
    }

    private func lower(_ header: HeaderObject, named name: String, at position: Position) -> ResponseHeader {
        let value = header.value
        if let style = value.style, style != .simple {
            warn(
                "bad-style", "`\(style.rawValue)` is no style of a header; `simple` is taken",
                at: header.place.appending("style"), category: .document)
        }
        let form = form(of: header, named: name, at: position)
        let notes = form.schema.map { annotations(of: $0) } ?? Annotations()
        return ResponseHeader(
            name: name, nameOverride: header.extensions.text("x-apus-name", "x-speakeasy-name-override"),
            type: form.type.nonNull, isRequired: value.isRequired, isJSON: form.isJSON, explode: value.explode ?? false,
            documentation: Documentation(
                summary: notes.documentation.summary,
                description: value.description ?? notes.documentation.description),
            deprecation: value.isDeprecated
                ? Deprecation(message: header.extensions.deprecationMessage) : notes.deprecation)
    }

    private typealias HeaderForm = (type: TypeReference, schema: Schema?, isJSON: Bool)

    /// By `schema`, or by the one media type of `content`.
    private func form(of header: HeaderObject, named name: String, at position: Position) -> HeaderForm {
        if let schema = header.value.schema { return (reference(to: schema, at: position), schema, false) }
        guard let content = header.value.content.entries.first, let media = document.references.resolve(content.value)
        else {
            return (.primitive(.string), nil, false)
        }
        let type = Self.essence(content.key)
        if type == "application/json" || type == "text/json" || type.hasSuffix("+json") {
            return (media.schema.map { reference(to: $0, at: position) } ?? .primitive(.any), media.schema, true)
        }
        if type != "text/plain" {
            warn(
                "parameter-content",
                "the header `\(name)` is handed over as the text that it is: `\(content.key)` is not read",
                at: header.place.appending("content"))
        }
        return (.primitive(.string), media.schema, false)
    }
}

extension ResponseHeader {
    /// RFC 9110, section 5.1: names are case-insensitive.
    fileprivate func isSameField(as other: ResponseHeader) -> Bool { name.lowercased() == other.name.lowercased() }
}
