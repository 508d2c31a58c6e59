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
            let conditions = conditions(variant)
            return UnionDeclaration.Variant(
                name: ReservedWords.spelled(name), type: speller.spell(variant.type), condition: conditions.first,
                furtherConditions: Array(conditions.dropFirst()),
                documentation: DocumentationText.lines(variant.documentation))
        }
        return UnionDeclaration(variants: variants, isIndirect: usage.isIndirect(union, id))
    }

    /// Swift expressions over the reader `json`, of which one is true; none where decoding decides.
    private func conditions(_ variant: Union.Variant) -> [String] {
        switch variant.test {
        case .kind(.integer): [integer(variant.type)]
        case .kind(let kind): ["json.isKind(.\(kind.rawValue))"]
        case .keys(let keys): ["json.has(\(keys.map(SwiftLiteral.string).joined(separator: ", ")))"]
        case .tag(let key, let values):
            lines(of: values).map { tags(SwiftLiteral.string(key), $0) }
        case .decodes: []
        }
    }

    /// As many values as one line holds, and then the rest.
    private func lines(of values: [Literal]) -> [[Literal]] {
        var lines: [[Literal]] = [[]]
        var width = 0
        for value in values {
            // The quotes, the comma and the space.
            let length = if case .string(let text) = value { text.utf8.count + 4 } else { 40 }
            if width + length > Self.valuesWidth, !lines[lines.count - 1].isEmpty {
                lines.append([])
                width = 0
            }
            lines[lines.count - 1].append(value)
            width += length
        }
        return lines
    }

    /// What a line of 120 columns leaves of them, less the deepest indentation and the call around them.
    private static let valuesWidth = 76

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
