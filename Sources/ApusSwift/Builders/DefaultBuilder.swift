import ApusIR

/// Spells a document's default as a Swift expression, where it is a short one.
struct DefaultBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let usage: TypeUsage

    /// The expression; `nil` for a value that has none, which the caller then says himself.
    func value(_ literal: Literal, of type: TypeReference) -> String? {
        switch (type, literal) {
        case (.primitive(.string), .string(let text)): SwiftLiteral.string(text)
        case (.primitive(.boolean), .boolean(let value)): value ? "true" : "false"
        case (.primitive(.integer), .number(let digits)), (.primitive(.int64), .number(let digits)):
            Int(digits).map(String.init)
        case (.primitive(.int32), .number(let digits)): Int32(digits).map { "\($0)" }
        case (.primitive(.double), .number(let digits)), (.primitive(.float), .number(let digits)):
            Double(digits).flatMap { $0.isFinite ? "\($0)" : nil }
        case (.array, .array(let items)): items.isEmpty ? "[]" : nil
        case (.map, .object(let members)): members.isEmpty ? "[:]" : nil
        case (.named(let id), _): value(literal, of: id)
        default: nil
        }
    }

    /// An enumeration's value by its name, one that it does not list by itself.
    private func value(_ literal: Literal, of id: TypeID) -> String? {
        switch usage.kind(of: id) {
        case .enumeration?:
            return EnumerationBuilder(names: names, speller: speller).name(of: literal, in: id).map {
                ".\($0)"
            }
        case .alias(let target)?:
            if case .named = target { return nil }
            return value(literal, of: target.nonNull)
        case .record?, .union?, .tuple?, .form?, nil: return nil
        }
    }
}
