import ApusIR

/// Turns an enumeration into a struct over its raw value.
struct EnumerationBuilder {
    let names: NameTable
    let speller: TypeSpeller

    func build(_ enumeration: Enumeration, of id: TypeID) -> EnumerationDeclaration {
        let named = names.enumerations[id] ?? EnumerationNames(enumeration, names.casing)
        let cases = zip(named.cases, named.identifiers).map { item, name in
            let words = DocumentationText.lines(item.documentation)
            return EnumerationDeclaration.Case(
                name: ReservedWords.spelled(name), valueLiteral: literal(item.value),
                documentation: words.isEmpty ? ["The value `\(shown(item.value))`."] : words)
        }
        return EnumerationDeclaration(
            rawType: speller.standard(Self.rawType(enumeration.rawType)), isClosed: enumeration.isClosed, cases: cases)
    }

    /// The member that stands for a value, as spelled; `nil` for one that is not listed.
    func name(of value: Literal, in id: TypeID) -> String? {
        names.enumerations[id]?.identifier(of: value).map(ReservedWords.spelled)
    }

    private static func rawType(_ type: Enumeration.RawType) -> String {
        switch type {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        }
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
