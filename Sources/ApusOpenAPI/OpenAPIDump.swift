import ApusYAML

/// A document as stable indented text, one line a thing: what was read, in the specification's words.
///
/// For `apus dump --stage openapi`: an overview for people. Values that only describe are left out.
public enum OpenAPIDump {
    /// The dump, each line ended by a line feed.
    public static func dump(_ document: OpenAPIDocument) -> String {
        var writer = Writer()
        writer.add(document)
        return writer.lines.map { $0 + "\n" }.joined()
    }

    private struct Writer {
        var lines: [String] = []
        private var depth = 0

        private mutating func line(_ parts: String?...) {
            let text = parts.compactMap { $0 }.joined(separator: " ")
            lines.append(String(repeating: "  ", count: depth) + Self.printable(text))
        }

        /// What is not printable ASCII is escaped: names may hold anything, and a terminal would obey some of it.
        private static func printable(_ text: String) -> String {
            guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
            return text.unicodeScalars.reduce(into: "") { $0 += $1.escaped(asASCII: true) }
        }

        private mutating func indented(_ body: (inout Writer) -> Void) {
            depth += 1
            body(&self)
            depth -= 1
        }

        mutating func add(_ document: OpenAPIDocument) {
            line("openapi", document.openapi)
            line("info", document.info.title, document.info.version)
            for server in document.servers { line("server", server.url) }
            for tag in document.tags { line("tag", tag.name) }
            add("security", document.security)
            for global in document.globals { add(global, as: "global") }
            for entry in document.paths { add(entry.key, entry.value, as: "path") }
            for entry in document.webhooks { add(entry.key, entry.value, as: "webhook") }
            add(document.components)
        }

        private mutating func add(_ word: String, _ requirements: [SecurityRequirementObject]?) {
            guard let requirements else { return }
            let names = requirements.map { $0.schemes.map(\.key).joined(separator: "+") }
            line(word, "[\(names.joined(separator: ", "))]")
        }

        private mutating func add(_ path: String, _ item: Referenced<PathItemObject>, as word: String) {
            guard case .inline(let item) = item else { return line(word, path, "->", item.reference?.text) }
            line(word, path)
            indented { writer in
                for parameter in item.parameters { writer.add(parameter, as: "parameter") }
                for (method, operation) in item.operations { writer.add(method, operation) }
            }
        }

        private mutating func add(_ method: String, _ operation: OperationObject) {
            line("operation", method, operation.operationID, operation.tags.isEmpty ? nil : "\(operation.tags)")
            indented { writer in
                writer.add("security", operation.security)
                for parameter in operation.parameters { writer.add(parameter, as: "parameter") }
                if let body = operation.requestBody { writer.add(body) }
                for entry in operation.responses { writer.add(entry.key, entry.value) }
            }
        }

        private mutating func add(_ parameter: Referenced<ParameterObject>, as word: String) {
            switch parameter {
            case .reference(let reference): line(word, "->", reference.text)
            case .inline(let parameter):
                line(word, parameter.location.rawValue, parameter.name, parameter.value.isRequired ? "required" : nil)
                if let schema = parameter.value.schema { indented { $0.add(schema, as: "schema") } }
            }
        }

        private mutating func add(_ body: Referenced<RequestBodyObject>) {
            switch body {
            case .reference(let reference): line("body", "->", reference.text)
            case .inline(let body):
                line("body", body.isRequired ? "required" : nil)
                indented { $0.add(body.content) }
            }
        }

        private mutating func add(_ status: String, _ response: Referenced<ResponseObject>) {
            switch response {
            case .reference(let reference): line("response", status, "->", reference.text)
            case .inline(let response):
                line("response", status)
                indented { $0.add(response.content) }
            }
        }

        private mutating func add(_ content: OrderedMap<Referenced<MediaTypeObject>>) {
            for entry in content {
                guard case .inline(let media) = entry.value else { line("content", entry.key); continue }
                line("content", entry.key)
                if let schema = media.schema { indented { $0.add(schema, as: "schema") } }
            }
        }

        private mutating func add(_ components: ComponentsObject) {
            for entry in components.securitySchemes { line("securityScheme", entry.key) }
            for entry in components.parameters { add(entry.value, as: "parameter \(entry.key)") }
            for entry in components.responses { add(entry.key, entry.value) }
            for entry in components.schemas { add(entry.value, as: "schema \(entry.key)") }
        }

        private mutating func add(_ schema: Schema, as word: String) {
            let keywords = schema.keywords
            let types = SchemaTypes.names.filter { keywords.types.contains($0.type) }.map(\.name)
            line(
                word, schema.boolean.map { "\($0)" }, keywords.reference.map { "-> \($0.text)" },
                types.isEmpty ? nil : types.joined(separator: "|"), keywords.isNullable ? "nullable" : nil,
                keywords.format.map { "format \($0)" }, keywords.enumeration.map { "enum \($0.count)" },
                keywords.constant == nil ? nil : "const")
            indented { $0.addParts(keywords) }
        }

        private mutating func addParts(_ keywords: SchemaKeywords) {
            for entry in keywords.properties ?? .init() {
                add(entry.value, as: keywords.required.contains(entry.key) ? "\(entry.key)!" : entry.key)
            }
            if let schema = keywords.additionalProperties { add(schema, as: "additionalProperties") }
            if let schema = keywords.items { add(schema, as: "items") }
            let compositions = [("allOf", keywords.allOf), ("anyOf", keywords.anyOf), ("oneOf", keywords.oneOf)]
            for (word, schemas) in compositions { for schema in schemas ?? [] { add(schema, as: word) } }
            if let discriminator = keywords.discriminator { line("discriminator", discriminator.propertyName) }
        }
    }
}
