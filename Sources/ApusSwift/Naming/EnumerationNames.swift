import ApusIR

/// The names of an enumeration's values, settled once: a thousand properties may have one of them for a default.
struct EnumerationNames: Sendable {
    /// The values that Swift has a literal for.
    let cases: [Enumeration.Case]
    /// Their names, not spelled yet.
    let identifiers: [String]
    /// By their text in ASCII: values that differ only in how Unicode composes them are two.
    private let positions: [String: Int]

    init(_ enumeration: Enumeration, _ casing: Casing) {
        cases = enumeration.cases.filter { Self.isRepresentable($0, enumeration.rawType) }
        var scope = NameScope(reserved: ReservedWords.enumerationMembers)
        identifiers = scope.assign(
            cases.map { item in
                let text = JSONText.source(item.value)
                return NameScope.Wish(
                    source: text, identifier: casing.lowerCamel(item.nameOverride ?? Self.words(item.value, text)))
            })
        positions = Dictionary(
            cases.enumerated().map { ($1.value.description, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name of a value; `nil` for one that is not listed.
    func identifier(of value: Literal) -> String? { positions[value.description].map { identifiers[$0] } }

    private static func isRepresentable(_ item: Enumeration.Case, _ rawType: Enumeration.RawType) -> Bool {
        guard case .number(let digits) = item.value else { return true }
        return rawType == .integer ? Int(digits) != nil : Double(digits)?.isFinite == true
    }

    /// What a value is named after: `0.5` and `05` are not to be one name.
    private static func words(_ value: Literal, _ text: String) -> String {
        if case .number = value { text.replacing(".", with: " point ") } else { text }
    }
}
