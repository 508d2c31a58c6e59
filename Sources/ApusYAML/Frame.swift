import ApusDiagnostics

/// A sequence or mapping whose end is still to come.
struct Frame {
    /// What is known of the pair being read.
    enum Stage {
        case key
        /// The value of an own key.
        case own
        /// The value of `<<`.
        case merge
        /// The value of a key that was reported; it is dropped.
        case skipped
    }

    let isMapping: Bool
    let start: SourcePosition
    let anchor: AnchorTable.Opened?
    /// The end of the last child.
    private(set) var lastEnd: SourcePosition
    /// Nodes and text in it, aliases expanded, as `AliasBudget` counts them.
    private(set) var weight = 1
    /// Levels of nesting, this one included.
    private(set) var height = 1
    /// Where the key of the pair being read stands.
    private(set) var keyPlace: Place
    private var stage = Stage.key
    private var hasMerge = false
    private var merge: MergeKey?
    private var key = ""
    private var items: [YAMLNode] = []
    private var pairs: [YAMLMapping.Pair] = []
    private var index = KeyIndex()

    init(isMapping: Bool, start: SourcePosition, anchor: AnchorTable.Opened?) {
        self.isMapping = isMapping
        self.start = start
        self.anchor = anchor
        lastEnd = start
        keyPlace = Place(start, start)
    }

    var awaitsKey: Bool { isMapping && stage == .key }

    /// The JSON pointer's token of the child being read; `nil` between two pairs.
    var token: String? {
        guard isMapping else { return String(items.count) }
        return stage == .own || stage == .merge ? key : nil
    }

    /// What becomes of a key.
    enum KeyOutcome {
        case taken
        /// The mapping holds it already, at this place.
        case duplicate(SourceRange)
        case secondMerge
    }

    /// Takes a key; its value is to come. That of a repeated key is dropped.
    mutating func take(_ key: String, isMerge: Bool, _ place: Place, _ cost: Cost) -> KeyOutcome {
        begin(isMerge ? .merge : .own, key, place, cost)
        if isMerge {
            guard hasMerge else { hasMerge = true; return .taken }
            stage = .skipped
            return .secondMerge
        }
        guard let first = index.position(key, in: pairs) else { return .taken }
        stage = .skipped
        return .duplicate(pairs[first].keyRange)
    }

    private mutating func begin(_ stage: Stage, _ key: String, _ place: Place, _ cost: Cost) {
        count(place.end, cost)
        self.stage = stage
        self.key = key
        keyPlace = place
    }

    /// Takes a key whose value is to be dropped.
    mutating func skipPair(_ place: Place, _ cost: Cost) { begin(.skipped, "", place, cost) }

    /// Takes an item or a value.
    /// - Returns: `false` where a merge key's value cannot be merged.
    mutating func add(_ node: consuming YAMLNode, _ cost: Cost, _ file: SourceFile) -> Bool {
        guard isMapping else {
            count(node.range.end, cost)
            if items.isEmpty { items.reserveCapacity(Self.usualCount) }
            items.append(node)
            return true
        }
        defer { stage = .key }
        guard stage != .merge else { return addMerge(node, cost) }
        count(node.range.end, cost)
        guard stage == .own else { return true }
        let range = SourceRange(file: file, start: keyPlace.start, end: keyPlace.end)
        // A third of all mappings have one pair, and stay small; the others grow once.
        if pairs.count == 1 { pairs.reserveCapacity(Self.usualCount) }
        pairs.append(.init(key: key, keyRange: range, value: node))
        index.insert(pairs)
        return true
    }

    /// Most collections of an API document are no larger; growing by doubling would cost more allocations.
    private static let usualCount = 4

    private mutating func addMerge(_ node: YAMLNode, _ cost: Cost) -> Bool {
        merge = MergeKey(node, index: pairs.count)
        // Merged pairs come to stand at this level: the mapping that holds them, and a sequence around it, vanish.
        let vanishing = node.sequence == nil ? 1 : 2
        count(node.range.end, Cost(weight: cost.weight, height: cost.height - vanishing))
        return merge != nil
    }

    private mutating func count(_ end: SourcePosition, _ cost: Cost) {
        weight += cost.weight
        height = max(height, cost.height + 1)
        // An alias's target lies further up.
        lastEnd = max(lastEnd, end)
    }

    /// The finished content; the frame is of no use afterwards.
    mutating func takeContent() -> YAMLNode.Content {
        guard isMapping else { return .sequence(items) }
        return .mapping(YAMLMapping(merge?.resolve(pairs) ?? pairs))
    }
}
