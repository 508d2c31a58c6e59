import ApusIR

/// The classification of one union. Tests are tried in the order of the branches, so that each has to hold only against
/// the branches behind it.
struct UnionClassifier {
    private struct Branch {
        var variant: Union.Variant
        let facts: TypeFacts
        /// The schema's name, which a discriminator without a mapping goes by.
        let schemaName: String?
    }

    private let union: Union
    private var open: [Branch]
    private var decided: [Union.Variant] = []
    private var rules: Set<Union.Rule> = []
    /// The branches that nothing tells apart.
    private(set) var ambiguous: [String] = []

    init(_ union: Union, _ finder: inout TypeFactsFinder) {
        self.union = union
        var branches: [Branch] = []
        // Merging may have made one type of two branches.
        var seen: [TypeReference: Int] = [:]
        for variant in union.variants {
            if let earlier = seen[variant.type] {
                branches[earlier].variant.test = Self.both(branches[earlier].variant.test, variant.test)
                continue
            }
            seen[variant.type] = branches.count
            var name: String?
            if case .named(let id) = variant.type { name = finder.definition(id)?.name.schemaName }
            branches.append(Branch(variant: variant, facts: finder.facts(of: variant.type), schemaName: name))
        }
        open = branches
    }

    /// The union with its branches in the order of their tests.
    mutating func classify() -> Union {
        let fallback = takeFallback()
        if union.rule == .discriminator { takeDiscriminator() }
        takeObjects()
        takeKinds()
        // Beside objects that decoding decides between it is one of them.
        let isCompared = decided.contains { $0.test == .decodes }
        if let fallback { decide(fallback, isCompared ? .decodes : .kind(.object), nil) }
        return Union(variants: decided, rule: rule)
    }

    private var rule: Union.Rule {
        if rules.contains(.bestMatch) { return .bestMatch }
        return rules.count == 1 ? rules.first ?? .bestMatch : rules.isEmpty ? .jsonKind : .mixed
    }

    private static func both(_ first: Union.Test, _ second: Union.Test) -> Union.Test {
        guard case .tag(let key, let values) = first, case .tag(key, let others) = second else { return first }
        return .tag(key: key, values: values + others.filter { !values.contains($0) })
    }

    private mutating func decide(_ branch: Branch, _ test: Union.Test, _ rule: Union.Rule?) {
        var variant = branch.variant
        variant.test = test
        decided.append(variant)
        if let rule { rules.insert(rule) }
    }
}

extension UnionClassifier {
    /// Branches that the document's mapping names, that have a constant for the discriminator's property, or that go by
    /// their schema's name. What is left among objects is compared: whatever tells such branches apart says nothing of
    /// values with a tag that no branch has.
    private mutating func takeDiscriminator() {
        var owners: [Literal: Int] = [:]
        for value in open.flatMap(tags) { owners[value, default: 0] += 1 }
        var rest: [Branch] = []
        for branch in open {
            guard case .tag(let key, let mapped) = branch.variant.test else { rest.append(branch); continue }
            // The mapping's word counts more than the constants of other branches.
            let values = tags(branch)
            let isShared = mapped.isEmpty && values.contains { owners[$0, default: 0] > 1 }
            if values.isEmpty || isShared { rest.append(branch); continue }
            decide(branch, .tag(key: key, values: values), .discriminator)
        }
        open = rest.filter { $0.facts.kinds != [.object] }
        compare(rest.filter { $0.facts.kinds == [.object] })
    }

    /// The values of the discriminator that mean a branch.
    private func tags(_ branch: Branch) -> [Literal] {
        guard case .tag(let key, let mapped) = branch.variant.test else { return [] }
        return mapped.isEmpty ? implied(branch, key) : mapped
    }

    /// The branch that the discriminator's default names: an object of whatever value.
    private mutating func takeFallback() -> Branch? {
        guard union.rule == .discriminator else { return nil }
        return open.firstIndex { $0.variant.test == .kind(.object) }.map { open.remove(at: $0) }
    }

    private func implied(_ branch: Branch, _ key: String) -> [Literal] {
        guard branch.facts.kinds == [.object] else { return [] }
        return branch.facts.constant(key)?.values ?? branch.schemaName.map { [.string($0)] } ?? []
    }

    /// Objects: tags as long as some key has values of its own in a branch, then keys that only one branch requires.
    private mutating func takeObjects() {
        var objects = open.filter { $0.facts.kinds == [.object] }
        guard objects.count > 1 else { return }
        open.removeAll { $0.facts.kinds == [.object] }
        var rounds = 0
        while objects.count > 1, rounds < 8, let tag = bestTag(objects) {
            takeTagged(&objects, tag.key, tag.positions)
            // Branches that share a value of the key: what tells them apart says nothing of values with another one.
            if objects.contains(where: { $0.facts.constant(tag.key)?.isRequired == true }) { return compare(objects) }
            rounds += 1
        }
        if objects.count > 1 { takeKeyed(&objects) }
        if objects.count == 1 {
            // What lacks its key is a shape that nobody documented: it is kept as it came, not refused. The rule that told
            // the others apart names the union.
            let key = objects[0].facts.required.first
            decide(objects[0], key.map { .keys([$0]) } ?? .kind(.object), nil)
        } else {
            compare(objects)
        }
    }

    private mutating func compare(_ objects: [Branch]) {
        if objects.count > 1 {
            ambiguous += unlike(objects) { branch in
                branch.facts.declared.union(branch.facts.constants.map { "\($0.key) is \($0.values)" })
            }
        }
        for branch in objects { decide(branch, .decodes, .bestMatch) }
    }

    /// The key that tells the most branches apart, with the positions of those branches: each has values for the key
    /// that no other branch has, and always has it: what lacks a key that may be missing could be of any branch. Among
    /// equals one with fewer values wins, then the one that is written first.
    private func bestTag(_ objects: [Branch]) -> (key: String, positions: [Int])? {
        var owners: [String: [Literal: Int]] = [:]
        for constant in objects.flatMap(\.facts.constants) {
            for value in constant.values { owners[constant.key, default: [:]][value, default: 0] += 1 }
        }
        var told: [String: Tag] = [:]
        var order: [String] = []
        for (position, branch) in objects.enumerated() {
            for constant in branch.facts.constants
            where constant.isRequired && constant.values.allSatisfy({ owners[constant.key]?[$0] == 1 })
                && (constant.values.count == 1 || !isFree(constant.key, objects))
            {
                if told[constant.key] == nil { order.append(constant.key) }
                told[constant.key, default: Tag()].add(constant.values.count, at: position)
            }
        }
        var best: (key: String, tag: Tag)?
        for key in order {
            guard let tag = told[key], best.map({ tag.rank > $0.tag.rank }) ?? true else { continue }
            best = (key, tag)
        }
        // One branch with a constant among several without tells nothing of the others. Nor does one with an enumeration,
        // which may grow: a value that it does not list yet would be the other's.
        guard let best, best.tag.positions.count > 1 || objects.count == 2 && best.tag.values == 1 else { return nil }
        return (best.key, best.tag.positions)
    }

    /// Whether a branch takes any value for the key: then a value that an enumeration does not list yet may be either's.
    private func isFree(_ key: String, _ objects: [Branch]) -> Bool {
        objects.contains { $0.facts.declared.contains(key) && $0.facts.constant(key) == nil }
    }

    /// A key that could tell branches apart.
    private struct Tag {
        var positions: [Int] = []
        private(set) var values = 0

        mutating func add(_ values: Int, at position: Int) {
            positions.append(position)
            self.values += values
        }

        var rank: (Int, Int) { (positions.count, -values) }
    }

    private mutating func takeTagged(_ objects: inout [Branch], _ key: String, _ positions: [Int]) {
        for position in positions {
            let values = objects[position].facts.constant(key)?.values ?? []
            decide(objects[position], .tag(key: key, values: values), .inferredTag)
        }
        let taken = Set(positions)
        objects = objects.indices.filter { !taken.contains($0) }.map { objects[$0] }
    }

    /// Takes branches with a required key that no other one left may have, until there is none or only one left. Taking
    /// one may free a key for another, which then comes up in its turn.
    private mutating func takeKeyed(_ objects: inout [Branch]) {
        var owners: [String: Set<Int>] = [:]
        for (position, branch) in objects.enumerated() {
            for key in branch.facts.declared { owners[key, default: []].insert(position) }
        }
        var taken: Set<Int> = []
        var queue = Array(objects.indices)
        var next = 0
        while next < queue.count, taken.count < objects.count - 1 {
            let position = queue[next]
            next += 1
            guard !taken.contains(position) else { continue }
            let facts = objects[position].facts
            guard let key = facts.required.first(where: { owners[$0]?.count == 1 }) else { continue }
            decide(objects[position], .keys([key]), .requiredKeys)
            taken.insert(position)
            for key in facts.declared.sorted() {
                owners[key]?.remove(position)
                if owners[key]?.count == 1, let freed = owners[key]?.first { queue.append(freed) }
            }
        }
        objects = objects.indices.filter { !taken.contains($0) }.map { objects[$0] }
    }

    /// What is left is told apart by its JSON kind as far as that goes.
    private mutating func takeKinds() {
        let order = Union.JSONKind.allCases
        var groups: [Union.JSONKind: Int] = [:]
        for kind in open.flatMap(\.facts.kinds) { groups[kind, default: 0] += 1 }
        let single = open.filter { $0.facts.kinds.count == 1 }
        // An integer is a number too, so that it is asked for first.
        for branch in single.sorted(by: { Self.isInteger($0) && !Self.isInteger($1) }) {
            guard let kind = branch.facts.kinds.first, order.contains(kind) else { continue }
            if groups[kind] == 1 { decide(branch, .kind(kind), .jsonKind); continue }
            if kind != .array { ambiguous.append(branch.variant.name) }
            decide(branch, .decodes, .bestMatch)
        }
        let arrays = single.filter { $0.facts.kinds == [.array] }
        if arrays.count > 1 { ambiguous += unlike(arrays) { $0.facts.elements } }
        takeOpenKinds()
    }

    /// Branches of several kinds (a union in a union), and at last those that take any value.
    private mutating func takeOpenKinds() {
        let several = open.filter { $0.facts.kinds.count > 1 }
        let any = open.filter(\.facts.kinds.isEmpty)
        if several.count + any.count > 1 { ambiguous += (several + any).map(\.variant.name) }
        for branch in several + any { decide(branch, .decodes, .mixed) }
    }

    /// The names of the branches whose values show nothing that another one's do not: all of their members, or the kinds
    /// of their elements, are another branch's too.
    private func unlike<Signs: Hashable>(_ branches: [Branch], _ signs: (Branch) -> Set<Signs>) -> [String] {
        var counts: [Set<Signs>: Int] = [:]
        for branch in branches { counts[signs(branch), default: 0] += 1 }
        return branches.filter { signs($0).isEmpty || counts[signs($0), default: 0] > 1 }.map(\.variant.name)
    }

    private static func isInteger(_ branch: Branch) -> Bool { branch.facts.kinds == [.integer] }
}
