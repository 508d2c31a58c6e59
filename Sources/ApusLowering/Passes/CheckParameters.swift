import ApusDiagnostics
import ApusIR

/// Tells of parameters whose values have more structure, or less, than their styles can write. It looks at types, so
/// that it comes when all of them are known.
enum CheckParameters {
    static func run(_ api: consuming API) -> Checked<API> {
        var checker = Checker(finder: TypeFactsFinder(api.types))
        for operation in api.operations { for parameter in operation.parameters { checker.check(parameter) } }
        return Checked(api, checker.diagnostics)
    }

    private struct Checker {
        var finder: TypeFactsFinder
        var diagnostics: [Diagnostic] = []
        /// Shared parameters are told of once.
        var said: Set<Origin> = []

        mutating func check(_ parameter: Parameter) {
            guard let (code, message, hint) = finding(parameter), said.insert(parameter.origin).inserted else { return }
            diagnostics.append(
                .warning(
                    code, message, at: parameter.origin.range, pointer: parameter.origin.pointer, hint: hint,
                    category: .limitation))
        }

        private mutating func finding(_ parameter: Parameter) -> (code: String, message: String, hint: String?)? {
            let kinds = finder.facts(of: parameter.type).kinds
            if parameter.location == .querystring {
                guard parameter.style == .form, !kinds.isEmpty, !kinds.contains(.object) else { return nil }
                return (
                    "querystring-no-object", "`\(parameter.name)` is a form but no object; calls will refuse it", nil
                )
            }
            if parameter.allowsEmptyValue, !kinds.isEmpty, !kinds.contains(.string) {
                return (
                    "ignored-allow-empty-value",
                    "`\(parameter.name)` cannot be sent without a value: only strings can be empty", nil
                )
            }
            var seen: Set<TypeID> = []
            guard parameter.style != .json, parameter.style != .deepObject, isNested(parameter.type, &seen) else {
                return nil
            }
            return (
                "nested-parameter",
                "`\(parameter.name)` holds lists or objects inside a list or object, for which style "
                    + "`\(parameter.style.rawValue)` is not defined; they are sent as JSON text",
                "Style `deepObject` or `content: {application/json: …}` can say it."
            )
        }

        /// Whether a list or object can be inside of the list or object. Types that were looked at are not looked at
        /// again, so that one that holds itself ends.
        private mutating func isNested(_ type: TypeReference, _ seen: inout Set<TypeID>) -> Bool {
            switch type.nonNull {
            case .primitive, .nullable: return false
            case .array(let inner), .map(let inner): return isStructured(inner)
            case .named(let id):
                guard seen.insert(id).inserted, let kind = finder.definition(id)?.kind else { return false }
                var inner: [TypeReference] = []
                kind.forEachReference { inner.append($0) }
                switch kind {
                case .record, .tuple, .form: return inner.contains { isStructured($0) }
                case .alias, .union, .enumeration: return inner.contains { isNested($0, &seen) }
                }
            }
        }

        private mutating func isStructured(_ type: TypeReference) -> Bool {
            finder.facts(of: type).kinds.contains { $0 == .array || $0 == .object }
        }
    }
}
