import ApusIR

/// What can be seen of a type's JSON from the outside: what unions are told apart by.
struct TypeFacts {
    /// The kinds of JSON values that it can be; empty for any.
    var kinds: [Union.JSONKind] = []
    /// Keys that have only certain values, in document order. All values of the type have one of them when the key is
    /// required.
    var constants: [(key: String, values: [Literal], isRequired: Bool)] = []
    /// Keys that its objects must have, in document order.
    var required: [String] = []
    /// Keys that its objects may have.
    var declared: Set<String> = []

    /// What the elements of its lists show: their kinds, and the keys that objects among them may have.
    var elements: Set<String> = []

    /// The values of a key.
    func constant(_ key: String) -> (values: [Literal], isRequired: Bool)? {
        constants.first { $0.key == key }.map { ($0.values, $0.isRequired) }
    }
}

/// Finds the facts of types, each once.
struct TypeFactsFinder {
    private let types: [TypeDefinition]
    private let index: [TypeID: Int]
    private var known: [TypeID: TypeFacts] = [:]
    private var open: Set<TypeID> = []

    init(_ types: [TypeDefinition]) {
        self.types = types
        index = types.positions
    }

    /// The declaration of a type.
    func definition(_ id: TypeID) -> TypeDefinition? { index[id].map { types[$0] } }

    mutating func facts(of reference: TypeReference) -> TypeFacts {
        switch reference {
        case .nullable(let inner): return facts(of: inner)
        case .array(let element): return facts(ofListOf: element)
        case .map: return TypeFacts(kinds: [.object])
        case .primitive(let primitive): return TypeFacts(kinds: Self.kinds(primitive))
        case .named(let id):
            if let facts = known[id] { return facts }
            // A union that holds itself adds no kind that its other branches do not have; a very long chain of names
            // is not followed.
            guard open.count < Limits.depth, open.insert(id).inserted, let position = index[id] else {
                return TypeFacts()
            }
            let facts = self.facts(of: types[position].kind)
            open.remove(id)
            known[id] = facts
            return facts
        }
    }

    private mutating func facts(of kind: TypeKind) -> TypeFacts {
        switch kind {
        case .alias(let reference): facts(of: reference)
        case .enumeration(let enumeration): TypeFacts(kinds: [Self.kind(enumeration.rawType)])
        case .tuple: TypeFacts(kinds: [.array])
        // Never in JSON.
        case .form: TypeFacts()
        case .record(let record): facts(of: record)
        case .union(let union): facts(of: union)
        }
    }

    private mutating func facts(ofListOf element: TypeReference) -> TypeFacts {
        var facts = TypeFacts(kinds: [.array])
        // A list of lists is a list: what is inside of the inner one is not asked.
        if case .array = element.nonNull { facts.elements = ["[]"]; return facts }
        let inner = self.facts(of: element)
        facts.elements = Set(inner.kinds.map(\.rawValue)).union(inner.declared.map { "." + $0 })
        return facts
    }

    private mutating func facts(of record: Record) -> TypeFacts {
        var facts = TypeFacts(kinds: [.object])
        facts.declared.reserveCapacity(record.fields.count)
        for index in record.fields.indices {
            let key = record.fields[index].key
            let isRequired = record.fields[index].isRequired
            facts.declared.insert(key)
            if isRequired { facts.required.append(key) }
            if let values = values(of: record.fields[index]) { facts.constants.append((key, values, isRequired)) }
        }
        return facts
    }

    /// The values that a field is restricted to.
    private func values(of field: Field) -> [Literal]? {
        if let constant = field.constant { return [constant] }
        guard case .named(let id) = field.type, let position = index[id] else { return nil }
        guard case .enumeration(let enumeration) = types[position].kind, enumeration.cases.count <= 32 else {
            return nil
        }
        return enumeration.cases.map(\.value)
    }

    /// What holds for every branch.
    private mutating func facts(of union: Union) -> TypeFacts {
        let branches = union.variants.map { facts(of: $0.type) }
        guard let first = branches.first else { return TypeFacts() }
        return Self.common(to: branches, first)
    }

    private static func common(to branches: [TypeFacts], _ first: TypeFacts) -> TypeFacts {
        var facts = TypeFacts()
        if branches.allSatisfy({ !$0.kinds.isEmpty }) {
            for kind in branches.flatMap(\.kinds) where !facts.kinds.contains(kind) { facts.kinds.append(kind) }
        }
        facts.declared = branches.reduce(into: []) { $0.formUnion($1.declared) }
        facts.required = first.required.filter { key in branches.allSatisfy { $0.required.contains(key) } }
        for constant in first.constants {
            let all = branches.compactMap { $0.constant(constant.key) }
            guard all.count == branches.count else { continue }
            var seen: Set<Literal> = []
            let values = all.flatMap(\.values).filter { seen.insert($0).inserted }
            facts.constants.append((constant.key, values, all.allSatisfy(\.isRequired)))
        }
        return facts
    }

    private static func kind(_ rawType: Enumeration.RawType) -> Union.JSONKind {
        switch rawType {
        case .string: .string
        case .integer: .integer
        case .number: .number
        }
    }

    private static func kinds(_ primitive: Primitive) -> [Union.JSONKind] {
        switch primitive {
        case .any: []
        case .string, .dateTime, .date, .uuid, .uri, .base64, .binary: [.string]
        case .boolean: [.boolean]
        case .integer, .int32, .int64: [.integer]
        case .double, .float, .decimal: [.number]
        }
    }
}
