import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// Sets of values: `enum`, `const`, and unions of nothing but these.
extension Builder {
    /// The plan for a shape with `enum` or `const`; `nil` when the values say nothing that the type does not.
    func planValues(_ shape: Shape) -> Plan? {
        let nodes = shape.constant.map { [$0] } ?? shape.enumeration ?? []
        let names = shape.constant == nil ? shape.enumerationOwner?.keywords.extensions : nil
        let values = literals(nodes, shape.types)
        guard let rawType = Self.rawType(of: values) else { return planOther(values, shape) }
        return .enumeration(enumeration(rawType, nodes, names, shape))
    }

    private func enumeration(
        _ rawType: Enumeration.RawType, _ nodes: [YAMLNode], _ names: OrderedMap<YAMLNode>?, _ shape: Shape
    ) -> Enumeration {
        var cases: [Enumeration.Case] = []
        // By their text in ASCII: values that differ only in how Unicode composes them are two.
        var seen: Set<String> = []
        let (caseNames, caseDescriptions) = (names?.namesOfCases, names?.descriptionsOfCases)
        for (index, value) in zip(nodes.indices, nodes) {
            guard let literal = Literals.literal(value, as: shape.types), rawType.holds(literal) else { continue }
            guard seen.insert(literal.description).inserted else { continue }
            cases.append(
                .init(
                    value: literal, nameOverride: caseNames?.word(at: index, of: literal),
                    documentation: .init(description: caseDescriptions?.word(at: index, of: literal))))
        }
        if let list = names?.caseNames, list.count != nodes.count {
            warn(
                "enum-names-count", "\(list.count) names are given to \(nodes.count) values; they are taken in order",
                at: Place(range: list.range, path: shape.schema.place.path), category: .document)
        }
        let isClosed = shape.enumerationOwner?.keywords.extensions.text("x-speakeasy-unknown-values") == "disallow"
        return Enumeration(rawType: rawType, cases: cases, isClosed: isClosed)
    }

    private func literals(_ nodes: [YAMLNode], _ types: SchemaTypes) -> [Literal] {
        nodes.compactMap { Literals.literal($0, as: types) }.filter { $0 != .null }
    }

    /// Booleans make no enumeration; values of several kinds make a union with a set for each kind.
    private func planOther(_ values: [Literal], _ shape: Shape) -> Plan? {
        if values.isEmpty { return nil }
        let hasBooleans = values.contains { if case .boolean = $0 { true } else { false } }
        let rest = values.filter { if case .boolean = $0 { false } else { true } }
        if rest.isEmpty { return .primitive(.boolean) }
        guard rest.allSatisfy({ !$0.hasParts }) else {
            if values.count > 1 {
                warn("mixed-enum", "lists and objects among values are read as any value", at: shape.schema.place)
            }
            return shape.types.isEmpty ? .primitive(.any) : nil
        }
        let nodes = shape.enumeration ?? []
        let names = shape.enumerationOwner?.keywords.extensions
        var branches: [Branch] = []
        let texts = rest.filter(Enumeration.RawType.string.holds)
        let numbers = rest.filter(Enumeration.RawType.number.holds)
        for values in [texts, numbers] {
            guard let rawType = Self.rawType(of: values) else { continue }
            branches.append(Branch(content: .enumeration(enumeration(rawType, nodes, names, shape), shape.schema)))
        }
        if hasBooleans {
            var boolean = Shape(shape.schema)
            boolean.types = .boolean
            branches.append(Branch(content: .shape(boolean)))
        }
        return .union(branches, discriminator: nil)
    }

    private static func rawType(of values: [Literal]) -> Enumeration.RawType? {
        guard !values.isEmpty else { return nil }
        return [.string, .integer, .number].first { values.allSatisfy($0.holds) }
    }
}

extension Enumeration.RawType {
    /// Whether a literal is of this kind.
    fileprivate func holds(_ literal: Literal) -> Bool {
        switch (self, literal) {
        case (.string, .string), (.number, .number): true
        case (.integer, .number(let text)): Literals.isInteger(text)
        default: false
        }
    }
}

extension Literal {
    /// Whether it is a list or an object.
    fileprivate var hasParts: Bool {
        switch self {
        case .array, .object: true
        case .null, .boolean, .number, .string: false
        }
    }
}

extension Builder {
    /// Branches that are sets of values of one kind become one set; a branch that allows any value of that kind is no
    /// longer needed beside it, since every set is open.
    func mergingValueBranches(_ branches: [Branch]) -> [Branch] {
        var merged = branches
        for rawType in [Enumeration.RawType.string, .integer] { merged = merging(rawType, merged) }
        return merged
    }

    private func merging(_ rawType: Enumeration.RawType, _ branches: [Branch]) -> [Branch] {
        let sets = branches.map { valueSet($0, rawType) }
        let withValues = sets.indices.filter { sets[$0]?.isEmpty == false }
        guard let first = withValues.first, sets.lazy.compactMap({ $0 }).count > 1 else { return branches }
        var merged = branches[first]
        if withValues.count > 1 {
            var seen: Set<String> = []
            let cases = withValues.flatMap { sets[$0] ?? [] }.filter { seen.insert($0.value.description).inserted }
            merged = Branch(content: .enumeration(Enumeration(rawType: rawType, cases: cases), merged.schema))
        }
        return branches.indices.compactMap { index in
            index == first ? merged : sets[index] == nil ? branches[index] : nil
        }
    }

    /// The values of a branch that is a set of this kind; empty for one that allows any value of the kind; `nil` for
    /// everything else.
    private func valueSet(_ branch: Branch, _ rawType: Enumeration.RawType) -> [Enumeration.Case]? {
        guard case .schema(let written) = branch.content else { return nil }
        return valueSet(resolved(written), rawType, depth: 0)
    }

    private func valueSet(
        _ schema: Schema, _ rawType: Enumeration.RawType, depth: Int
    ) -> [Enumeration.Case]? {
        guard schema.keywords.reference == nil, schema.keywords.allOf == nil, depth < 8 else { return nil }
        if let branches = schema.keywords.anyOf ?? schema.keywords.oneOf {
            return valueSet(ofAny: branches, in: schema, rawType, depth: depth)
        }
        guard schema.keywords.constant != nil || schema.keywords.enumeration != nil else {
            let type: SchemaTypes = rawType == .string ? .string : .integer
            let isFree =
                schema.keywords.types == type && schema.keywords.format == nil && schema.keywords.contentEncoding == nil
            return isFree ? [] : nil
        }
        guard case .enumeration(var enumeration)? = planValues(flatten(schema)), enumeration.rawType == rawType else {
            return nil
        }
        if schema.keywords.constant != nil, enumeration.cases.count == 1 {
            // A union of constants is the way to give words to each value.
            enumeration.cases[0].nameOverride = schema.nameOverride ?? schema.keywords.title
            enumeration.cases[0].documentation = .init(description: schema.keywords.description)
        }
        return enumeration.cases
    }

    /// The values of sets beside each other, each once; a set of sets is a set.
    private func valueSet(
        ofAny branches: [Schema], in schema: Schema, _ rawType: Enumeration.RawType, depth: Int
    ) -> [Enumeration.Case]? {
        guard schema.keywords.enumeration == nil, schema.keywords.constant == nil, schema.keywords.discriminator == nil
        else { return nil }
        var cases: [Enumeration.Case] = []
        var seen: Set<String> = []
        for branch in branches where !branch.isNull {
            guard let values = valueSet(resolved(branch), rawType, depth: depth + 1) else { return nil }
            cases += values.filter { seen.insert($0.value.description).inserted }
        }
        return cases
    }
}

extension OrderedMap where Value == YAMLNode {
    /// The list of names beside `enum`.
    fileprivate var caseNames: (count: Int, range: SourceRange)? {
        for key in Self.nameKeys {
            guard let node = self[key] else { continue }
            return node.sequence.map { ($0.count, node.range) }
        }
        return nil
    }

    private static var nameKeys: [String] {
        ["x-apus-enum-names", "x-speakeasy-enums", "x-enum-varnames", "x-enumNames"]
    }

    /// The names that an extension gives to the values.
    fileprivate var namesOfCases: CaseWords { CaseWords(first(of: Self.nameKeys)) }

    /// The words that an extension gives to the values.
    fileprivate var descriptionsOfCases: CaseWords {
        CaseWords(first(of: ["x-apus-enum-descriptions", "x-enum-descriptions", "x-enumDescriptions"]))
    }

    private func first(of keys: [String]) -> YAMLNode? {
        isEmpty ? nil : keys.lazy.compactMap { self[$0] }.first
    }
}

/// Words for the values of an enumeration: a list beside `enum`, or a mapping by value.
private struct CaseWords {
    private let list: [YAMLNode]
    /// There can be as many as values: they are not looked for one by one.
    private let byValue: [ByteKey: YAMLNode]

    init(_ node: YAMLNode?) {
        list = node?.sequence ?? []
        byValue = Dictionary(
            (node?.mapping?.pairs ?? []).map { (ByteKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The word for the value at an index.
    func word(at index: Int, of value: Literal) -> String? {
        if list.indices.contains(index) { return list[index].scalar?.text }
        // Most have no words: the value's own text need not be made.
        return byValue.isEmpty ? nil : byValue[ByteKey(value.shortText)]?.scalar?.text
    }
}
