/// The dump of declared types.
extension IRDump {
    mutating func add(_ type: TypeDefinition) {
        line(word(type.kind), type.id.rawValue, text(type.name), note(type.deprecation))
        indented { dump in
            dump.add(type.documentation)
            dump.add(type.kind)
        }
    }

    private func word(_ kind: TypeKind) -> String {
        switch kind {
        case .record: "record"
        case .enumeration(let enumeration): "enum \(enumeration.rawType)\(enumeration.isClosed ? " closed" : "")"
        case .tuple: "tuple"
        case .form: "form"
        case .union(let union): "union \(union.rule.rawValue)"
        case .alias(let reference): "alias \(reference) ="
        }
    }

    private func text(_ name: TypeName) -> String {
        switch name {
        case .named(let name): "named \(quoted(name))"
        case .input(let name): "input of \(quoted(name))"
        case .nested(let parent, let role): "in \(parent) \(text(role))"
        case .operation(let id, let role): "of \(quoted(id)) \(text(role))"
        case .webhook(let id, let role): "of webhook \(quoted(id)) \(text(role))"
        }
    }

    private func text(_ role: TypeRole) -> String {
        switch role {
        case .property(let key): "property \(quoted(key))"
        case .element: "element"
        case .value: "value"
        case .variant(let name): "variant \(quoted(name))"
        case .parameter(let name): "parameter \(quoted(name))"
        case .header(let name): "header \(quoted(name))"
        case .requestBody: "request body"
        case .response: "response"
        case .error(let status): "error \(status)"
        }
    }

    private mutating func add(_ kind: TypeKind) {
        switch kind {
        case .alias: break
        case .record(let record):
            for field in record.fields { add(field) }
            if !record.omitted.isEmpty { line("omitted", record.omitted.map(quoted).joined(separator: " ")) }
            add(record.additional)
        case .form(let form):
            for part in form.parts { add(part) }
            add(form.additional)
        case .enumeration(let enumeration):
            for value in enumeration.cases {
                line("case \(value.value)", note(name: value.nameOverride))
                indented { $0.add(value.documentation) }
            }
        case .union(let union):
            for variant in union.variants {
                line("variant", quoted(variant.name), variant.type.description, "if", text(variant.test))
                indented { $0.add(variant.documentation) }
            }
        case .tuple(let tuple):
            for item in tuple.items {
                line("item", item.type.description, item.isRequired ? "required" : nil, note(name: item.name))
                indented { $0.add(item.documentation) }
            }
            line("rest \(tuple.rest)")
        }
    }

    private mutating func add(_ additional: AdditionalMembers) {
        switch additional {
        case .untyped: break
        case .typed(let reference): line("additional \(reference)")
        case .forbidden: line("additional forbidden")
        }
    }

    private mutating func add(_ part: FormPart) {
        add(part.field)
        let rules = [
            part.isNamed ? nil : "unnamed", part.contentType.map { "as \(quoted($0))" }, part.style,
            part.explode.map { "explode \($0)" },
            part.headers.isEmpty ? nil : "headers \(part.headers.map { quoted($0.name) }.joined(separator: " "))",
        ].compactMap(\.self)
        if !rules.isEmpty { indented { $0.line(rules.joined(separator: " ")) } }
    }

    private mutating func add(_ field: Field) {
        line(
            "field", quoted(field.key), field.type.description, field.isRequired ? "required" : nil,
            field.constant.map { "constant \($0)" }, field.defaultValue.map { "default \($0)" }, text(field.access),
            note(name: field.nameOverride), note(field.deprecation))
        indented { $0.add(field.documentation) }
    }

    private func text(_ access: FieldAccess) -> String? {
        switch access {
        case .readWrite: nil
        case .readOnly: "read-only"
        case .writeOnly: "write-only"
        }
    }

    private func text(_ test: Union.Test) -> String {
        switch test {
        case .tag(let key, let values): "\(quoted(key)) is \(values.map(\.description).joined(separator: " | "))"
        case .kind(let kind): "kind \(kind.rawValue)"
        case .keys(let keys): "has \(keys.map(quoted).joined(separator: " "))"
        case .decodes: "decodes"
        }
    }
}
