import ApusDiagnostics

/// The keys of `content` are media types: they become header values.
enum MediaTypeRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for entry in document.components.requestBodies { found += body(entry.value) }
        for entry in document.components.responses { found += response(entry.value) }
        for site in document.allOperations {
            if let requestBody = site.operation.requestBody { found += body(requestBody) }
            for entry in site.operation.responses { found += response(entry.value) }
        }
        return found
    }

    private static func body(_ body: Referenced<RequestBodyObject>) -> [Diagnostic] {
        guard case .inline(let body) = body else { return [] }
        return check(body.content, body.place)
    }

    private static func response(_ response: Referenced<ResponseObject>) -> [Diagnostic] {
        guard case .inline(let response) = response else { return [] }
        return check(response.content, response.place) + headers(response)
    }

    private static func check(_ content: OrderedMap<Referenced<MediaTypeObject>>, _ place: Place) -> [Diagnostic] {
        content.compactMap { entry in
            guard !HTTPSyntax.isMediaType(entry.key) else { return nil }
            return .error(
                "bad-media-type", "`\(entry.key)` is not a media type", at: entry.keyRange,
                pointer: place.path.appending("content").appending(entry.key).pointer,
                hint: "Write a type and a subtype, such as `application/json`.")
        }
    }

    private static func headers(_ response: ResponseObject) -> [Diagnostic] {
        response.headers.compactMap { entry in
            guard !HTTPSyntax.isToken(entry.key) else { return nil }
            return .error(
                "bad-header-name", "`\(entry.key)` cannot be the name of a header", at: entry.keyRange,
                pointer: response.place.path.appending("headers").appending(entry.key).pointer)
        }
    }
}
