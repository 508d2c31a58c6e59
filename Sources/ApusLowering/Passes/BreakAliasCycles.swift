import ApusDiagnostics
import ApusIR

/// Names that stand only for each other are no types: the circle is broken and reported.
///
/// Records, enumerations and unions may hold themselves; another name for a type may not, not even through a list, since
/// nothing would ever be the innermost type. A union that is its own branch would never finish decoding.
enum BreakAliasCycles {
    static func run(_ api: consuming API) -> Checked<API> {
        var pass = Pass(api, .names)
        pass.run()
        pass.begin(.values)
        pass.run()
        return Checked(pass.api, pass.diagnostics)
    }

    private struct Pass {
        /// Which uses are followed.
        enum Step {
            /// From names to names, also through lists.
            case names
            /// From names and unions to what a value of them is itself.
            case values
        }

        private var step: Step
        private(set) var api: API
        private(set) var diagnostics: [Diagnostic] = []
        private let index: [TypeID: Int]
        private var state: [State]

        private enum State { case new, open, done }

        init(_ api: consuming API, _ step: Step) {
            self.api = api
            self.step = step
            index = self.api.types.positions
            state = []
        }

        mutating func begin(_ step: Step) { self.step = step }

        mutating func run() {
            state = Array(repeating: .new, count: api.types.count)
            for index in api.types.indices { visit(index) }
        }

        /// Walks by a stack of its own: chains may be as long as the document.
        private mutating func visit(_ start: Int) {
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
            switch (api.types[type].kind, step) {
            case (.alias(let reference), .names): reference.namedID.flatMap { index[$0] }.map { [$0] } ?? []
            case (.alias(let reference), .values): direct(reference).map { [$0] } ?? []
            case (.union(let union), .values): union.variants.compactMap { direct($0.type) }
            case (.union, .names), (.record, _), (.enumeration, _), (.tuple, _), (.form, _): []
            }
        }

        /// The declared type itself: a union may well hold lists of itself.
        private func direct(_ reference: TypeReference) -> Int? {
            if case .named(let id) = reference.nonNull { index[id] } else { nil }
        }

        private mutating func breakCycle(from type: Int, to target: Int) {
            switch api.types[type].kind {
            case .record, .enumeration, .tuple, .form: break
            case .alias(let reference):
                let id = api.types[target].id
                let broken = reference.replacing(id, by: .primitive(.any))
                if case .primitive = broken.nonNull {
                    report("`\(id)` is nothing but itself; any value is taken there", type, .document)
                } else {
                    report("`\(id)` holds nothing but itself; any value is taken there", type, .limitation)
                }
                api.types[type].kind = .alias(broken)
            case .union(var union):
                report("`\(api.types[target].id)` is a branch of itself; that branch is left out", type, .document)
                union.variants.removeAll { direct($0.type) == target }
                api.types[type].kind = .union(union)
            }
        }

        private mutating func report(_ message: String, _ type: Int, _ category: Diagnostic.Category) {
            let origin = api.types[type].origin
            diagnostics.append(
                .warning(
                    "schema-cycle", message, at: origin.range, pointer: origin.pointer,
                    hint: "An object in between would give it something to be.", category: category))
        }
    }
}

extension TypeReference {
    /// The reference with another one in the place of a type, however deep in lists and maps.
    fileprivate func replacing(_ id: TypeID, by other: TypeReference) -> TypeReference {
        switch self {
        case .named(let own): own == id ? other : self
        case .primitive: self
        case .array(let element): .array(element.replacing(id, by: other))
        case .map(let value): .map(value.replacing(id, by: other))
        case .nullable(let inner):
            switch inner.replacing(id, by: other) {
            case .primitive(.any): .primitive(.any)
            case let type: .nullable(type)
            }
        }
    }
}
