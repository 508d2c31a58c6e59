import ApusIR

/// Turns an enumeration into a struct over its raw value.
struct EnumerationBuilder {
    let names: NameTable
    let speller: TypeSpeller

    func build(_ enumeration: Enumeration) -> EnumerationDeclaration {
        let known = enumeration.cases.filter(isRepresentable)
        let texts = known.map { JSONText.source($0.value) }
        var scope = NameScope(reserved: ReservedWords.enumerationMembers)
        let wishes = zip(known, texts).map { item, text in
            NameScope.Wish(source: text, identifier: names.casing.lowerCamel(item.nameOverride ?? text))
        }
        let cases = zip(known, scope.assign(wishes)).map { item, name in
            let words = DocumentationText.lines(item.documentation)
            return EnumerationDeclaration.Case(
                name: ReservedWords.spelled(name), valueLiteral: literal(item.value),
                documentation: words.isEmpty ? ["The value `\(shown(item.value))`."] : words)
        }
        let rawType = enumeration.rawType == .string ? "String" : "Int"
        return EnumerationDeclaration(rawType: speller.standard(rawType), cases: cases)
    }

    /// Whether Swift has a literal for it.
    private func isRepresentable(_ item: Enumeration.Case) -> Bool {
        if case .number(let digits) = item.value { Int(digits) != nil } else { true }
    }

    /// The value as it may stand between backticks of a comment.
    private func shown(_ value: Literal) -> String {
        DocumentationText.paragraph(JSONText.source(value)).joined(separator: " ").filter { $0 != "`" }
    }

    private func literal(_ value: Literal) -> String {
        if case .string(let text) = value { SwiftLiteral.string(text) } else { JSONText.compact(value) }
    }
}

extension JSONText {
    /// The text that names are made of: a string's contents, anything else's JSON.
    static func source(_ literal: Literal) -> String {
        if case .string(let text) = literal { text } else { compact(literal) }
    }
}
