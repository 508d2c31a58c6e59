import ApusDiagnostics
import ApusIR

/// Defaults of declared types, which are known only when all of them are: one that cannot be a value of its type is left
/// out, one that an enumeration does not list is told of.
enum CheckDefaults {
    static func run(_ api: consuming API) -> Checked<API> {
        var api = api
        let diagnostics = check(&api)
        return Checked(api, diagnostics)
    }

    private static func check(_ api: inout API) -> [Diagnostic] {
        var checker = Checker(finder: TypeFactsFinder(api.types))
        for index in api.types.indices {
            guard case .record(var record) = api.types[index].kind,
                record.fields.contains(where: { $0.defaultValue != nil && $0.type.namedID != nil })
            else { continue }
            for field in record.fields.indices {
                checker.check(
                    &record.fields[field].defaultValue, record.fields[field].type, record.fields[field].origin)
            }
            api.types[index].kind = .record(record)
        }
        for index in api.operations.indices {
            for place in api.operations[index].parameters.indices {
                let parameter = api.operations[index].parameters[place]
                checker.check(
                    &api.operations[index].parameters[place].defaultValue, parameter.type, parameter.origin)
            }
        }
        return checker.diagnostics
    }

    private struct Checker {
        var finder: TypeFactsFinder
        var diagnostics: [Diagnostic] = []
        /// What two types have of one place is told once.
        var said: Set<Origin> = []
        /// The values of enumerations, by their text in ASCII: thousands of defaults may be of one.
        var listed: [TypeID: Set<String>] = [:]

        mutating func check(_ value: inout Literal?, _ type: TypeReference, _ origin: Origin) {
            guard let literal = value, case .named(let id) = type.nonNull, literal != .null else { return }
            let kinds = finder.facts(of: type).kinds
            let own = Self.kinds(literal)
            if !kinds.isEmpty, !own.contains(where: kinds.contains) {
                say(
                    "bad-default", "the default `\(literal.shortText)` is not a value of its type and is left out",
                    origin)
                value = nil
                return
            }
            guard case .enumeration(let enumeration)? = finder.definition(id)?.kind,
                !values(of: enumeration, id).contains(literal.description)
            else { return }
            say("unlisted-default", "the default `\(literal.shortText)` is none of the values that are listed", origin)
            if enumeration.isClosed { value = nil }
        }

        private mutating func values(of enumeration: Enumeration, _ id: TypeID) -> Set<String> {
            if let known = listed[id] { return known }
            let values = Set(enumeration.cases.map(\.value.description))
            listed[id] = values
            return values
        }

        private mutating func say(_ code: String, _ message: String, _ origin: Origin) {
            guard said.insert(origin).inserted else { return }
            diagnostics.append(
                .warning(code, message, at: origin.range, pointer: origin.pointer, category: .document))
        }

        private static func kinds(_ literal: Literal) -> [Union.JSONKind] {
            switch literal {
            case .null: []
            case .boolean: [.boolean]
            case .number(let text): Literals.isInteger(text) ? [.integer, .number] : [.number]
            case .string: [.string]
            case .array: [.array]
            case .object: [.object]
            }
        }
    }
}
