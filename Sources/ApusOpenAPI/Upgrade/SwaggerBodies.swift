import ApusDiagnostics
import ApusYAML

/// Parameters of `in: body` and `in: formData` to a Request Body Object.
extension SwaggerUpgrade {
    /// A parameter as it is written, which may be a reference, and what it is.
    private struct Written {
        let node: SwaggerNode
        let target: SwaggerNode
        /// The reference that leads to it from the file that it is written in.
        let reference: String?

        /// Named by name and place, as parameters are told apart.
        var name: String { target["name"]?.text ?? "" }
    }

    /// What an operation sends.
    func payload(of operation: SwaggerNode, shared: [SwaggerNode]) -> UpgradedNode.Pair? {
        let own = written(operation["parameters"]?.items ?? [])
        let names = Set(own.filter { place($0.target) == .form }.map { ByteKey($0.name) })
        let bodies = own.filter { place($0.target) == .body }
        let inherited = written(shared).filter { item in
            place(item.target) == .body ? bodies.isEmpty : !names.contains(ByteKey(item.name))
        }
        let all = inherited + own
        let consumes = operation["consumes"].map { SwaggerMediaTypes($0) } ?? self.consumes
        let key = operation.pair("parameters")?.keyRange ?? operation.node.range
        if let body = all.first(where: { place($0.target) == .body }) {
            reportOthers(all, than: body)
            let media = mediaTypes(for: body.node, consumes)
            let value = requestBody(body, media)
            return .init(key: "requestBody", keyRange: body.node.node.range, value: value)
        }
        let fields = all.filter { place($0.target) == .form }
        guard !fields.isEmpty else { return nil }
        let holder = operation["parameters"] ?? operation
        return .init(key: "requestBody", keyRange: key, value: form(fields, consumes, holder))
    }

    private func written(_ items: [SwaggerNode]) -> [Written] {
        items.compactMap { item in
            guard let (target, reference) = end(of: item), place(target) != .other else { return nil }
            return Written(node: item, target: target, reference: reference)
        }
    }

    /// Swagger 2.0, Parameter Object: one body at most, and no form beside it.
    private func reportOthers(_ all: [Written], than body: Written) {
        for other in all where other.node.path !== body.node.path {
            let isForm = place(other.target) == .form
            warn(
                isForm ? "body-and-form" : "several-bodies",
                isForm
                    ? "the form parameter `\(other.name)` cannot stand beside a body, and is left out"
                    : "an operation has one body; `\(other.name)` is left out", at: other.node)
        }
    }

    /// What a body may be. Where nothing is said, JSON is what all authors mean.
    func mediaTypes(for body: SwaggerNode, _ consumes: SwaggerMediaTypes?) -> SwaggerMediaTypes {
        if let consumes, !consumes.entries.isEmpty { return consumes }
        if target(of: body)?["schema"]?["type"]?.text == "file" {
            return SwaggerMediaTypes(assumed: SwaggerMediaTypes.bytes, for: body)
        }
        warnOnce(
            "assumed-media-type",
            "`consumes` is missing; bodies are taken to be `application/json`, here and elsewhere",
            at: body, hint: "Write `consumes: [application/json]`.")
        return SwaggerMediaTypes(assumed: SwaggerMediaTypes.json, for: body)
    }

    /// A body among the document's `parameters`.
    func requestBody(_ source: SwaggerNode, _ media: SwaggerMediaTypes) -> UpgradedNode {
        requestBody(Written(node: source, target: source, reference: nil), media)
    }

    private func requestBody(_ body: Written, _ media: SwaggerMediaTypes) -> UpgradedNode {
        let isReference = body.reference != nil
        var pairs: [UpgradedNode.Pair] = []
        for pair in body.target.pairs
        where ["description", "required"].contains(pair.key) || pair.key.isExtensionKey {
            pairs.append(isReference ? pair.with(UpgradedNode(pair.value).copy) : pair.same)
        }
        let key = body.target.pair("schema")?.keyRange ?? body.target.node.range
        let schema = bodySchema(body)
        let content = media.entries.enumerated().map { index, entry in
            let value = UpgradedNode(
                around: body.node,
                schema.map { [.init(key: "schema", keyRange: key, value: index == 0 ? $0 : $0.copy)] } ?? [])
            return UpgradedNode.Pair(key: entry.text, keyRange: entry.range, value: value)
        }
        pairs.append(.init(key: "content", keyRange: key, value: UpgradedNode(around: body.node, content)))
        return isReference ? UpgradedNode(around: body.node, pairs) : UpgradedNode(pairs, at: body.node)
    }

    private func bodySchema(_ body: Written) -> UpgradedNode? {
        guard let schema = body.target["schema"] else {
            warn(
                "missing-key", "a parameter with `in: body` needs the key `schema`; any value is taken", at: body.target
            )
            return nil
        }
        guard let text = body.reference else { return self.schema(schema) }
        // The file that the body is written in may not know what it is.
        if body.target.document !== documents.root { follow(body.target) }
        return sharedSchema(schema, of: text, at: body.node)
    }

    private func follow(_ body: SwaggerNode) {
        let pointer = JSONPointer(body.path.tokens + ["schema"]).description
        follow(
            "#" + pointer.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25"),
            from: body, as: .schema)
    }

    /// The schema of what a reference leads to. One that shapes a type of its own is referred to, so that there is one such
    /// type; another one is written out, unless its references mean something else here.
    func sharedSchema(_ schema: SwaggerNode, of text: String, at source: SwaggerNode) -> UpgradedNode {
        let isType = ["properties", "allOf", "enum", "additionalProperties"].contains { schema[$0] != nil }
        let isHere = schema.document === source.document
        return isHere && !isType ? self.schema(schema).copy : reference(to: "schema", of: text, at: source)
    }

    /// A reference to a member of what another one leads to.
    private func reference(to key: String, of text: String, at source: SwaggerNode) -> UpgradedNode {
        let written = source["$ref"] ?? source
        let fragment = text.utf8.contains(UInt8(ascii: "#")) ? "/" : "#/"
        return UpgradedNode(
            around: source,
            [.init(key: "$ref", keyRange: written.node.range, value: UpgradedNode(text + fragment + key, for: written))]
        )
    }
}

extension SwaggerUpgrade {
    /// Form parameters become the properties of an object.
    private func form(_ fields: [Written], _ consumes: SwaggerMediaTypes?, _ holder: SwaggerNode) -> UpgradedNode {
        let range = holder.node.range
        var properties: [UpgradedNode.Pair] = []
        var encoding: [UpgradedNode.Pair] = []
        var required: [UpgradedNode] = []
        for field in fields {
            let isReference = field.reference != nil
            let name = field.target["name"]?.node.range ?? field.target.node.range
            let value = UpgradedNode(formSchema(field.target), at: field.target)
            properties.append(.init(key: field.name, keyRange: name, value: isReference ? value.copy : value))
            if let source = field.target["required"], source.isTrue {
                required.append(UpgradedNode(field.name, for: source))
            }
            let style = self.style(of: field.target, in: "formData")
            if !style.isEmpty {
                encoding.append(
                    .init(key: field.name, keyRange: name, value: UpgradedNode(around: field.target, style)))
            }
        }
        func pair(_ key: String, _ pairs: [UpgradedNode.Pair]) -> UpgradedNode.Pair {
            .init(key: key, keyRange: range, value: UpgradedNode(around: holder, pairs))
        }
        var schema: [UpgradedNode.Pair] = [
            .init(key: "type", keyRange: range, value: UpgradedNode("object", for: holder)),
            pair("properties", properties),
        ]
        if !required.isEmpty {
            schema.append(.init(key: "required", keyRange: range, value: UpgradedNode(around: holder, required)))
        }
        let media = [pair("schema", schema)] + (encoding.isEmpty ? [] : [pair("encoding", encoding)])
        let content = formTypes(fields, consumes, holder).enumerated().map { index, entry in
            let value = UpgradedNode(around: holder, media)
            return UpgradedNode.Pair(key: entry.text, keyRange: entry.range, value: index == 0 ? value : value.copy)
        }
        var pairs = [pair("content", content)]
        if !required.isEmpty {
            pairs.append(
                .init(key: "required", keyRange: range, value: UpgradedNode("true", .boolean(true), for: holder)))
        }
        return UpgradedNode(around: holder, pairs)
    }

    private func formSchema(_ field: SwaggerNode) -> [UpgradedNode.Pair] {
        let words = field.pairs.filter { ["description", "example"].contains($0.key) }.map(\.same)
        return words + schemaPairs(field, isForm: true)
    }

    /// How a form can be sent. One with a file is of several parts, and JSON is no form.
    private func formTypes(
        _ fields: [Written], _ consumes: SwaggerMediaTypes?, _ holder: SwaggerNode
    ) -> [SwaggerMediaTypes.Entry] {
        let hasFile = fields.contains { $0.target["type"]?.text == "file" }
        let assumed = hasFile ? SwaggerMediaTypes.multipart : SwaggerMediaTypes.form
        let all = consumes?.entries ?? []
        let forms = all.filter {
            $0.essence == SwaggerMediaTypes.multipart || !hasFile && $0.essence == SwaggerMediaTypes.form
        }
        for entry in all where ![SwaggerMediaTypes.multipart, SwaggerMediaTypes.form].contains(entry.essence) {
            warn(
                "form-media-type", "`\(entry.text)` cannot carry form parameters, and is left out",
                at: forms.isEmpty ? holder : entry.source,
                hint: forms.isEmpty ? "Write `consumes: [\(assumed)]`." : nil)
        }
        if forms.isEmpty, hasFile, !all.isEmpty {
            warn(
                "form-media-type",
                "a form with a file is sent as `multipart/form-data`, which `consumes` does not name",
                at: holder)
        }
        return forms.isEmpty ? SwaggerMediaTypes(assumed: assumed, for: holder).entries : forms
    }
}
