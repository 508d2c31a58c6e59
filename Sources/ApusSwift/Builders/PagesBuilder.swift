import ApusIR

/// Turns the way from page to page into a description, and the place of the items into an expression.
struct PagesBuilder {
    let types: TypeBuilder
    let speller: TypeSpeller

    func build(_ operation: Operation, method: String?) -> PagesDeclaration? {
        guard let pagination = operation.pagination, let method else { return nil }
        let items = items(pagination, operation.success)
        return PagesDeclaration(
            method: ReservedWords.spelled(method), arguments: arguments(pagination),
            item: items.map { speller.spell($0.type) },
            needsFoundation: items.map { speller.needsFoundation($0.type) } ?? false, items: items?.expression ?? "")
    }

    private func arguments(_ pagination: Pagination) -> [String] {
        var arguments = [".\(pagination.style.rawValue)"]
        if let input = pagination.input {
            arguments.append("input: .\(input.location.rawValue)(\(SwiftLiteral.string(input.name)))")
        }
        if pagination.start != 0 { arguments.append("start: \(pagination.start)") }
        let paths = [
            ("results", pagination.results), ("next", pagination.next), ("pageCount", pagination.pageCount),
            ("hasMore", pagination.hasMore),
        ]
        for case (let label, let steps?) in paths {
            arguments.append("\(label): [\(steps.map(step).joined(separator: ", "))]")
        }
        return arguments
    }

    private func step(_ step: Pagination.Step) -> String {
        switch step {
        case .member(let name): SwiftLiteral.string(name)
        case .index(let index): "\(index)"
        case .count: ".count"
        }
    }

    /// The items' type and how they are had of a page; `nil` where the types do not say.
    private func items(_ pagination: Pagination, _ success: Success) -> (type: TypeReference, expression: String)? {
        guard let steps = pagination.results, let payload = success.payload, payload.coding == .json else { return nil }
        var type = payload.type
        var expression = ""
        var isOptional = false
        func open() {
            let isMissing = !payload.isRequired && expression.isEmpty
            guard type.isNullable || isMissing else { return }
            type = type.nonNull
            isOptional = true
            expression += "?"
        }
        for step in steps {
            open()
            guard case .member(let key) = step, let property = property(key, of: type) else { return nil }
            expression += "." + property.storage
            type = property.type
        }
        let endsOptional = type.isNullable || (!payload.isRequired && expression.isEmpty)
        guard case .array(let element) = followed(type.nonNull) else { return nil }
        return (element, expression + (isOptional || endsOptional ? " ?? []" : ""))
    }

    private func property(_ key: String, of type: TypeReference) -> (storage: String, type: TypeReference)? {
        guard case .named(let id) = followed(type), let definition = types.usage.index.definition(of: id),
            case .record(let record) = definition.kind, let field = record.fields.first(where: { $0.key == key }),
            case .record(let declared)? = types.declaration(definition)?.kind,
            let property = declared.properties.first(where: { $0.keyLiteral == SwiftLiteral.string(key) }),
            property.codec != .presence
        else { return nil }
        let isOptional = property.codec != .required && !field.type.isNullable
        return (property.storage, isOptional ? .nullable(field.type) : field.type)
    }

    /// Behind names that stand for other types.
    private func followed(_ type: TypeReference) -> TypeReference {
        var type = type
        for _ in types.usage.index.types.indices {
            guard case .named(let id) = type, case .alias(let target)? = types.usage.kind(of: id) else { break }
            type = target.nonNull
        }
        return type
    }
}
