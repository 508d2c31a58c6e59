import ApusIR

/// Turns a record into a struct.
struct RecordBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let usage: TypeUsage

    func build(_ record: Record, of id: TypeID) -> RecordDeclaration {
        let stored = record.fields.filter { constant($0) == nil }
        var scope = NameScope(reserved: ReservedWords.recordMembers)
        let identifiers = scope.assign(
            stored.map { .init(source: $0.key, identifier: names.casing.lowerCamel($0.nameOverride ?? $0.key)) })
        return RecordDeclaration(
            properties: zip(stored, identifiers).map { property($0, named: $1, in: id) },
            constants: record.fields.compactMap(constant),
            omitted: record.omitted.map(SwiftLiteral.string),
            additionalType: additionalType(record.additional))
    }

    private func property(_ field: Field, named identifier: String, in id: TypeID) -> PropertyDeclaration {
        let codec = codec(field, in: id)
        let inner = speller.spell(field.type.nonNull)
        let type =
            switch codec {
            case .required: inner
            case .nullable, .optional: inner + "?"
            case .presence: "ApusJSON.Presence<\(inner)>"
            }
        let defaultValue: String? =
            switch codec {
            case .required: self.defaultValue(of: field, in: id)
            case .nullable: self.defaultValue(of: field, in: id) ?? "nil"
            case .optional: "nil"
            case .presence: ".absent"
            }
        return PropertyDeclaration(
            name: ReservedWords.spelled(identifier), label: identifier,
            storage: field.deprecation == nil ? ReservedWords.spelled(identifier) : "_" + identifier,
            keyLiteral: SwiftLiteral.string(field.key), type: type,
            defaultValue: defaultValue, codec: codec,
            kind: usage.isIndirect(field.type, in: id) ? .indirect : kind(field.type.nonNull),
            documentation: documentation(field),
            deprecationLiteral: Deprecations.literal(field.deprecation))
    }

    private func kind(_ type: TypeReference) -> PropertyDeclaration.Kind {
        switch type {
        case .primitive(.string): .string
        case .primitive(.boolean): .boolean
        case .primitive(.integer): .integer
        case .primitive(.double): .double
        case .array: .array
        default: .other
        }
    }

    func documentation(_ field: Field) -> [String] {
        let lines = DocumentationText.lines(field.documentation)
        let note = DocumentationText.note(ofDefault: field.defaultValue)
        return lines.isEmpty && !note.isEmpty ? ["The member \(SwiftLiteral.string(field.key))."] + note : lines + note
    }

    /// What a caller need not say: the document's default of a field that a request must have. What may be left out is
    /// left out instead, so that the server's own default holds.
    func defaultValue(of field: Field, in id: TypeID) -> String? {
        guard usage.inRequests.contains(id), let literal = field.defaultValue else { return nil }
        return DefaultBuilder(names: names, speller: speller, usage: usage).value(literal, of: field.type.nonNull)
    }

    private func codec(_ field: Field, in id: TypeID) -> PropertyDeclaration.Codec {
        switch (field.isRequired, field.type.isNullable) {
        case (true, false): .required
        case (true, true): .nullable
        case (false, false): .optional
        case (false, true): usage.inRequests.contains(id) ? .presence : .optional
        }
    }

    /// Only a required constant is written for the user; an optional one is the user's choice and stays a property.
    func constant(_ field: Field) -> ConstantDeclaration? {
        guard field.isRequired, let literal = field.constant, let value = swiftValue(literal) else { return nil }
        let isString = if case .string = literal { true } else { false }
        return ConstantDeclaration(keyLiteral: SwiftLiteral.string(field.key), value: value, isString: isString)
    }

    private func swiftValue(_ literal: Literal) -> String? {
        switch literal {
        case .string(let text): SwiftLiteral.string(text)
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits): Int(digits).map(String.init) ?? number(digits)
        case .null: "ApusJSON.JSONValue.null"
        case .array, .object: jsonValue(literal).map { "\($0) as ApusJSON.JSONValue" }
        }
    }

    /// A fraction that a double holds.
    private func number(_ digits: String) -> String? {
        guard digits.utf8.contains(where: { ".eE".utf8.contains($0) }), let value = Double(digits), value.isFinite
        else { return nil }
        return "\(value)"
    }

    /// A constant of several parts as a literal. One with many of them is left to the user: literals are slow to compile.
    private func jsonValue(_ literal: Literal) -> String? {
        guard JSONText.compact(literal).utf8.count <= 500 else { return nil }
        switch literal {
        case .null: return "nil"
        case .array(let items):
            let values = items.compactMap(jsonValue)
            return values.count == items.count ? "[\(values.joined(separator: ", "))]" : nil
        case .object(let members):
            let values = members.compactMap { member in
                jsonValue(member.value).map { "\(SwiftLiteral.string(member.key)): \($0)" }
            }
            guard values.count == members.count else { return nil }
            return values.isEmpty ? "[:]" : "[\(values.joined(separator: ", "))]"
        case .string, .boolean, .number: return swiftValue(literal)
        }
    }

    private func additionalType(_ additional: AdditionalMembers) -> String? {
        guard case .typed(let value) = additional, value != .primitive(.any) else { return nil }
        return speller.spell(value)
    }
}
