import ApusDiagnostics
import ApusIR

/// Names that stand only for each other are no types: the circle is broken and reported.
///
/// Records, enumerations and unions may hold themselves; another name for a type may not, not even through a list, since
/// nothing would ever be the innermost type. A union that is its own branch would never finish decoding.
enum BreakAliasCycles {
    static func run(_ api: API) -> Checked<API> {
        var pass = Pass(api)
        for index in api.types.indices { pass.visit(index) }
        return Checked(pass.api, pass.diagnostics)
    }

    private struct Pass {
        var api: API
        var diagnostics: [Diagnostic] = []
        private let index: [TypeID: Int]
        private var state: [State]

        private enum State { case new, open, done }

        init(_ api: API) {
            self.api = api
            index = Dictionary(uniqueKeysWithValues: api.types.enumerated().map { ($1.id, $0) })
            state = Array(repeating: .new, count: api.types.count)
        }

        /// Walks by a stack of its own: chains may be as long as the document.
        mutating func visit(_ start: Int) {
            guard state[start] == .new else { return }
            var stack = [(type: start, targets: targets(start)[...])]
            state[start] = .open
            while case (let type, var rest)? = stack.popLast() {
                guard let target = rest.popFirst() else { state[type] = .done; continue }
                stack.append((type, rest))
                switch state[target] {
                case .done: break
                case .open: breakCycle(from: type, to: target)
                case .new:
                    state[target] = .open
                    stack.append((target, targets(target)[...]))
                }
            }
        }

        /// The types that must be known before this one is.
        private func targets(_ type: Int) -> [Int] {
            switch api.types[type].kind {
            case .record, .enumeration: []
            case .alias(let reference): innermost(reference).map { [$0] } ?? []
            case .union(let union): union.variants.compactMap { direct($0.type) }
            }
        }

        /// The declared type inside lists, maps and null.
        private func innermost(_ reference: TypeReference) -> Int? {
            switch reference {
            case .named(let id): index[id]
            case .primitive: nil
            case .array(let inner), .map(let inner), .nullable(let inner): innermost(inner)
            }
        }

        /// The declared type itself: a union may well hold lists of itself.
        private func direct(_ reference: TypeReference) -> Int? {
            if case .named(let id) = reference.nonNull { index[id] } else { nil }
        }

        private mutating func breakCycle(from type: Int, to target: Int) {
            let origin = api.types[type].origin
            diagnostics.append(
                .error(
                    "schema-cycle", "`\(api.types[target].id)` is nothing but itself", at: origin.range,
                    pointer: origin.pointer,
                    hint: "An object or a union in between would give it something to be."))
            switch api.types[type].kind {
            case .record, .enumeration: break
            case .alias: api.types[type].kind = .alias(.primitive(.any))
            case .union(var union):
                union.variants.removeAll { direct($0.type) == target }
                api.types[type].kind = .union(union)
            }
        }
    }
}
