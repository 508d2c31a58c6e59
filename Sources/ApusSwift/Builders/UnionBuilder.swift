import ApusIR

/// Turns a union into an enum with payloads.
struct UnionBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let usage: TypeUsage

    func build(_ union: Union, of id: TypeID) -> UnionDeclaration {
        var scope = NameScope(reserved: ReservedWords.unionMembers)
        let identifiers = scope.assign(
            union.variants.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.name)) },
            reservedSuffix: "Value")
        let variants = zip(union.variants, identifiers).map { variant, name in
            UnionDeclaration.Variant(
                name: ReservedWords.spelled(name), type: speller.spell(variant.type),
                condition: condition(variant), documentation: DocumentationText.lines(variant.documentation))
        }
        return UnionDeclaration(variants: variants, isIndirect: usage.isIndirect(union, id))
    }

    /// A Swift expression over the reader `json`; `nil` where decoding decides.
    private func condition(_ variant: Union.Variant) -> String? {
        switch variant.test {
        case .kind(.integer): integer(variant.type)
        case .kind(let kind): "json.isKind(.\(kind.rawValue))"
        case .keys(let keys): "json.has(\(keys.map(SwiftLiteral.string).joined(separator: ", ")))"
        case .tag(let key, let values):
            tags(SwiftLiteral.string(key), values)
        case .decodes: nil
        }
    }

    /// A number that a type cannot hold may be another branch's, or is kept as it came.
    private func integer(_ type: TypeReference) -> String {
        switch type {
        case .primitive(.integer), .primitive(.int32), .primitive(.int64): "json.isInteger(\(speller.spell(type)).self)"
        default: "json.isInteger"
        }
    }

    /// One call for all texts: a long chain of comparisons is what a type checker is slowest at.
    private func tags(_ key: String, _ values: [Literal]) -> String {
        let texts = values.compactMap { value -> String? in
            if case .string(let text) = value { SwiftLiteral.string(text) } else { nil }
        }
        guard texts.count > 1 else { return values.map { tag(key, $0) }.joined(separator: " || ") }
        let others = values.filter { if case .string = $0 { false } else { true } }
        return (["json.tag(\(key), isOneOf: \(texts.joined(separator: ", ")))"] + others.map { tag(key, $0) })
            .joined(separator: " || ")
    }

    private func tag(_ key: String, _ value: Literal) -> String {
        switch value {
        case .string(let text): "json.tag(\(key), is: \(SwiftLiteral.string(text)))"
        case .boolean(let value): "json.tag(\(key), equals: \(value))"
        case .number(let digits) where Int(digits) != nil: "json.tag(\(key), equals: \(digits))"
        default: "json.tag(\(key), equals: .null)"
        }
    }
}
