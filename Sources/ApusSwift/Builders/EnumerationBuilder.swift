import ApusIR

/// Turns an enumeration into a struct over its raw value.
struct EnumerationBuilder {
    let names: NameTable
    let speller: TypeSpeller

    func build(_ enumeration: Enumeration) -> EnumerationDeclaration {
        let known = enumeration.cases.filter { isRepresentable($0, enumeration.rawType) }
        let texts = known.map { JSONText.source($0.value) }
        var scope = NameScope(reserved: ReservedWords.enumerationMembers)
        let wishes = zip(known, texts).map { item, text in
            NameScope.Wish(
                source: text, identifier: names.casing.lowerCamel(item.nameOverride ?? Self.words(item.value, text)))
        }
        let cases = zip(known, scope.assign(wishes)).map { item, name in
            let words = DocumentationText.lines(item.documentation)
            return EnumerationDeclaration.Case(
                name: ReservedWords.spelled(name), valueLiteral: literal(item.value),
                documentation: words.isEmpty ? ["The value `\(shown(item.value))`."] : words)
        }
        return EnumerationDeclaration(
            rawType: speller.standard(Self.rawType(enumeration.rawType)), isClosed: enumeration.isClosed, cases: cases)
    }

    /// The member that stands for a value, as spelled; `nil` for one that is not listed.
    func name(of value: Literal, in enumeration: Enumeration) -> String? {
        let known = enumeration.cases.filter { isRepresentable($0, enumeration.rawType) }
        guard let index = known.firstIndex(where: { $0.value == value }) else { return nil }
        return build(enumeration).cases[index].name
    }

    /// Whether Swift has a literal for it.
    private func isRepresentable(_ item: Enumeration.Case, _ rawType: Enumeration.RawType) -> Bool {
        guard case .number(let digits) = item.value else { return true }
        return rawType == .integer ? Int(digits) != nil : Double(digits)?.isFinite == true
    }

    private static func rawType(_ type: Enumeration.RawType) -> String {
        switch type {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        }
    }

    /// What a value is named after: `0.5` and `05` are not to be one name.
    private static func words(_ value: Literal, _ text: String) -> String {
        if case .number = value { text.replacing(".", with: " point ") } else { text }
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
