import ApusIR

/// The types by number: their places in the IR's list. Who walks over all of them walks over numbers; IDs are texts, and to
/// look one up costs as much as a hundred steps.
struct TypeIndex: Sendable {
    /// A type that a definition mentions.
    struct Use: Sendable {
        /// The declared type at the bottom of lists, maps and null.
        let leaf: Int?
        /// Whether it is stored in place: lists and maps store elsewhere.
        let isInline: Bool
        /// What a value takes in place, in words, where that is no declared type's.
        let words: Int
    }

    /// As in the IR.
    let types: [TypeDefinition]
    /// The uses of each type's definition, in document order.
    private(set) var uses: [[Use]] = []
    private var numbers: [TypeID: Int] = [:]

    init(_ types: [TypeDefinition]) {
        self.types = types
        numbers.reserveCapacity(types.count)
        // By index here and below: a definition is large, and to copy it counts up each of its parts. Backwards, so that the
        // first of an ID has it.
        for number in types.indices.reversed() { numbers[types[number].id] = number }
        uses.reserveCapacity(types.count)
        for number in types.indices {
            uses.append(TypeUsage.references(of: types[number].kind).map(use))
        }
    }

    /// The number of a declared type.
    func number(of id: TypeID) -> Int? { numbers[id] }

    /// A declared type.
    func definition(of id: TypeID) -> TypeDefinition? { numbers[id].map { types[$0] } }

    /// What a declared type is.
    func kind(of id: TypeID) -> TypeKind? { numbers[id].map { types[$0].kind } }

    private func use(_ reference: TypeReference) -> Use {
        let isInline = if case .named = reference.nonNull { true } else { false }
        return Use(
            leaf: TypeUsage.leaf(reference).flatMap { numbers[$0] }, isInline: isInline,
            words: InlineSizes.words(reference))
    }

    /// Every type that a value of one of `roots` can hold.
    func reachable(from roots: [TypeReference]) -> TypeSet {
        var found = TypeSet(of: self)
        reach(from: roots) { found.insert($0) }
        return found
    }

    /// Walks over the types that a value of one of `roots` can hold.
    /// - Parameter enter: whether what is inside of a type is to be walked over too: not a second time.
    func reach(from roots: [TypeReference], enter: (Int) -> Bool) {
        var pending = roots.compactMap { TypeUsage.leaf($0).flatMap { numbers[$0] } }
        while let type = pending.popLast() {
            guard enter(type) else { continue }
            for use in uses[type] { if let leaf = use.leaf { pending.append(leaf) } }
        }
    }
}

/// Some of the types.
struct TypeSet: Sendable {
    private let index: TypeIndex
    private var members: [Bool]

    init(of index: TypeIndex) {
        self.index = index
        members = Array(repeating: false, count: index.types.count)
    }

    func contains(_ id: TypeID) -> Bool { index.number(of: id).map { members[$0] } ?? false }

    /// - Returns: whether it was not in it before.
    mutating func insert(_ number: Int) -> Bool {
        defer { members[number] = true }
        return !members[number]
    }
}
