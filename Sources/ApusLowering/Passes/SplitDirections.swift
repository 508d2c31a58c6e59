import ApusDiagnostics
import ApusIR

/// Members that travel one way only (`readOnly`, `writeOnly`) give a type two shapes: what the API sends lacks those
/// that only requests have, what it takes lacks those that only responses have.
///
/// A type that travels one way has the one shape. A type that travels both ways, and that has such members or holds a
/// type that does, becomes two: its own name is what the API sends, and `…Input` is what it takes. All others stay one.
enum SplitDirections {
    static func run(_ api: consuming API) -> Checked<API> {
        var api = api
        apply(to: &api)
        return Checked(api)
    }

    private static func apply(to api: inout API) {
        guard api.types.contains(where: \.kind.hasOneWayFields) else { return }
        KeptTags.keep(in: &api.types)
        let split = Split(api)
        api.types = split.types()
        if !split.inputs.isEmpty { api.mapTypes(.request) { $0.renamed(split.inputs) } }
    }

    private struct Split {
        private let old: [TypeDefinition]
        private let requests: Set<TypeID>
        private let responses: Set<TypeID>
        /// The inputs of types that are two, by the type's own ID.
        private(set) var inputs: [TypeID: TypeID] = [:]

        init(_ api: API) {
            old = api.types
            let index = old.positions
            requests = Self.reached(.request, api, index)
            responses = Self.reached(.response, api, index)
            var taken = Set(old.map(\.id))
            let concerned = Self.concerned(old, index)
            for type in old where requests.contains(type.id) && responses.contains(type.id) {
                guard concerned.contains(type.id) else { continue }
                inputs[type.id] = Self.inputID(type.id, &taken)
            }
        }

        private static func inputID(_ id: TypeID, _ taken: inout Set<TypeID>) -> TypeID {
            var text = id.rawValue + " (input)"
            while !taken.insert(TypeID(rawValue: text)).inserted { text += "'" }
            return TypeID(rawValue: text)
        }

        /// The types that travel in a direction, by the members that do.
        private static func reached(_ direction: Direction, _ api: API, _ index: [TypeID: Int]) -> Set<TypeID> {
            var found: Set<TypeID> = []
            var open = api.typesUsed(direction).compactMap(\.namedID)
            while let id = open.popLast() {
                guard found.insert(id).inserted, let position = index[id] else { continue }
                api.types[position].kind.shape(direction).forEachReference { reference in
                    if let next = reference.namedID { open.append(next) }
                }
            }
            return found
        }

        /// The types with members that travel one way, and those that hold one.
        private static func concerned(_ types: [TypeDefinition], _ index: [TypeID: Int]) -> Set<TypeID> {
            var holders: [[Int]] = Array(repeating: [], count: types.count)
            for position in types.indices {
                types[position].kind.forEachReference { reference in
                    if let held = reference.namedID.flatMap({ index[$0] }) { holders[held].append(position) }
                }
            }
            var found: Set<TypeID> = []
            var open = types.indices.filter { types[$0].kind.hasOneWayFields }
            while let position = open.popLast() {
                if found.insert(types[position].id).inserted { open += holders[position] }
            }
            return found
        }

        /// All types, each input behind the type that it is the input of.
        func types() -> [TypeDefinition] {
            var types: [TypeDefinition] = []
            types.reserveCapacity(old.count + inputs.count)
            for type in old {
                types.append(output(type))
                if let id = inputs[type.id] { types.append(input(type, id)) }
            }
            return types
        }

        /// What goes by the type's own name: what the API sends, or what it takes where the type travels no other way.
        private func output(_ type: TypeDefinition) -> TypeDefinition {
            var output = type
            if responses.contains(type.id) {
                output.kind = type.kind.shape(.response)
            } else if requests.contains(type.id) {
                output.kind = type.kind.shape(.request).renamed(inputs)
            }
            return output
        }

        private func input(_ type: TypeDefinition, _ id: TypeID) -> TypeDefinition {
            var input = type
            input.id = id
            input.name = name(type)
            input.kind = type.kind.shape(.request).renamed(inputs)
            if case .record(var record) = input.kind, case .record(let whole) = type.kind {
                record.omitted = whole.fields.filter { $0.access == .readOnly }.map(\.key)
                input.kind = .record(record)
            }
            return input
        }

        /// An inline type is inside of what holds it, and an input where that has an input; else it is inside of its type.
        private func name(_ type: TypeDefinition) -> TypeName {
            switch type.name {
            case .named(let name), .input(let name): return .input(name)
            case .nested(let parent, let role):
                if let parent = inputs[parent] { return .nested(parent: parent, role: role) }
            case .operation, .webhook: break
            }
            return .nested(parent: type.id, role: .property("input"))
        }
    }
}

extension TypeKind {
    /// Whether it has members that travel one way only.
    fileprivate var hasOneWayFields: Bool {
        guard case .record(let record) = self else { return false }
        return record.fields.indices.contains { record.fields[$0].access != .readWrite }
    }

    /// The declaration with the members that travel in a direction.
    fileprivate func shape(_ direction: Direction) -> TypeKind {
        guard hasOneWayFields, case .record(var record) = self else { return self }
        let other: FieldAccess = direction == .request ? .readOnly : .writeOnly
        record.fields.removeAll { $0.access == other }
        return .record(record)
    }
}
