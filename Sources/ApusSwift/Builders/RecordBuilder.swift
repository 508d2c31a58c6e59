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
            case .required: nil
            case .nullable, .optional: "nil"
            case .presence: ".absent"
            }
        return PropertyDeclaration(
            name: ReservedWords.spelled(identifier), label: identifier,
            storage: field.deprecation == nil ? ReservedWords.spelled(identifier) : "_" + identifier,
            keyLiteral: SwiftLiteral.string(field.key), type: type,
            defaultValue: defaultValue, codec: codec, isIndirect: usage.closesCycle(field.type, in: id),
            documentation: DocumentationText.lines(field.documentation),
            deprecationLiteral: Deprecations.literal(field.deprecation))
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
    private func constant(_ field: Field) -> ConstantDeclaration? {
        guard field.isRequired, let literal = field.constant, let value = swiftValue(literal) else { return nil }
        return ConstantDeclaration(keyLiteral: SwiftLiteral.string(field.key), value: value)
    }

    private func swiftValue(_ literal: Literal) -> String? {
        switch literal {
        case .string(let text): SwiftLiteral.string(text)
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits): Int(digits).map(String.init)
        case .null, .array, .object: nil
        }
    }

    private func additionalType(_ additional: AdditionalMembers) -> String? {
        guard case .typed(let value) = additional, value != .primitive(.any) else { return nil }
        return speller.spell(value)
    }
}
