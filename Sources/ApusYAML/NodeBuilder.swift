import ApusDiagnostics

/// Builds the tree from events, whichever reader they come from.
///
/// Open collections lie on a stack of its own, so that nesting costs no call stack. A finding about one node is
/// collected and reading goes on; an exceeded budget is thrown.
struct NodeBuilder {
    let file: SourceFile
    let limits: YAMLLimits
    /// The finished document; `nil` before its end.
    private(set) var root: YAMLNode?
    private(set) var diagnostics: [Diagnostic] = []
    private var frames: [Frame] = []
    private var anchors = AnchorTable()
    private var budget: AliasBudget
    private var nodes = 0

    init(file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        budget = AliasBudget(limits)
        frames.reserveCapacity(limits.depth)
    }

    /// Opens a sequence or mapping.
    mutating func begin(isMapping: Bool, anchor: String? = nil, at place: Place) throws(Unreadable) {
        guard frames.count < limits.depth else { throw tooDeep(at: range(place)) }
        try countNode(weight: 1, at: place)
        let opened = anchor.map { anchors.open($0) }
        frames.append(Frame(isMapping: isMapping, start: place.start, anchor: opened))
    }

    /// Closes the innermost collection.
    /// - Parameter end: the position behind its closing bracket; `nil` for a block collection, which ends with its
    ///   last child.
    mutating func end(at end: SourcePosition?) throws(Unreadable) {
        guard var frame = frames.popLast() else { preconditionFailure("an end without a beginning") }
        let content = frame.takeContent()
        let node = YAMLNode(content, range: range(Place(frame.start, end ?? frame.lastEnd)))
        let cost = Cost(weight: frame.weight, height: frame.height)
        if let anchor = frame.anchor { anchors.close(anchor, Anchored(node: node, cost: cost)) }
        guard let top = innermost, frames[top].awaitsKey else { return try addValue(node, cost) }
        try report(complexKey(at: node.range))
        frames[top].skipPair(Place(node.range), cost)
    }

    /// Adds a scalar, as key or value by its place.
    /// - Parameter isMerge: whether it is a plain `<<`, which merges where it is a key.
    mutating func scalar(
        _ scalar: consuming YAMLScalar, isMerge: Bool = false, anchor: String? = nil, at place: Place
    ) throws(Unreadable) {
        let cost = Cost(weight: AliasBudget.weight(of: scalar), height: 0)
        try countNode(weight: cost.weight, at: place)
        if let anchor {
            let node = YAMLNode(.scalar(scalar), range: range(place))
            anchors.define(anchor, Anchored(node: node, cost: cost))
        }
        guard let top = innermost, frames[top].awaitsKey else {
            return try addValue(YAMLNode(.scalar(scalar), range: range(place)), cost)
        }
        try addKey(scalar.text, isMerge: isMerge, to: top, cost, at: place)
    }

    /// Adds what an anchor stands for.
    mutating func alias(_ name: String, at place: Place) throws(Unreadable) {
        switch anchors[name] {
        case nil: throw unknownAnchor(name, at: range(place))
        case .open: throw cyclicAlias(name, at: range(place))
        case .closed(let target):
            guard frames.count + target.cost.height <= limits.depth else { throw tooDeep(at: range(place)) }
            guard budget.expand(target.cost.weight) else { throw overBudget(name, at: range(place)) }
            guard let top = innermost, frames[top].awaitsKey else { return try addValue(target.node, target.cost) }
            guard let scalar = target.node.scalar else {
                try report(complexKey(at: range(place)))
                return frames[top].skipPair(place, target.cost)
            }
            try addKey(scalar.text, isMerge: false, to: top, target.cost, at: place)
        }
    }

    private mutating func countNode(weight: Int, at place: Place) throws(Unreadable) {
        budget.write(weight)
        nodes += 1
        guard nodes <= limits.maximumNodes else { throw tooManyNodes(at: range(place)) }
    }

    private var innermost: Int? { frames.isEmpty ? nil : frames.count - 1 }

    private mutating func addKey(
        _ key: String, isMerge: Bool, to top: Int, _ cost: Cost, at place: Place
    ) throws(Unreadable) {
        switch frames[top].take(key, isMerge: isMerge, place, cost) {
        case .taken: return
        case .secondMerge: try report(repeatedMerge(at: range(place)))
        case .duplicate(let first): try report(duplicate(key, at: range(place), first: first))
        }
    }

    private mutating func addValue(_ node: consuming YAMLNode, _ cost: Cost) throws(Unreadable) {
        guard let top = innermost else { root = node; return }
        guard !frames[top].add(node, cost, file) else { return }
        try report(badMerge(at: range(frames[top].keyPlace)))
    }

    /// A place as a range of the file.
    func range(_ place: Place) -> SourceRange { SourceRange(file: file, start: place.start, end: place.end) }

    // MARK: Findings

    /// Where the builder stands, as a JSON pointer.
    var pointer: JSONPointer { JSONPointer(frames.compactMap(\.token)) }

    /// Collects a finding; so many that nobody would read them end the reading.
    mutating func report(_ diagnostic: Diagnostic) throws(Unreadable) {
        var diagnostic = diagnostic
        if diagnostic.pointer == nil { diagnostic.pointer = pointer }
        guard diagnostics.count < 50 else { throw Unreadable(diagnostic: diagnostic) }
        diagnostics.append(diagnostic)
    }
}

/// A range whose file is known: ranges count references to it, and a reading makes many.
struct Place {
    let start: SourcePosition
    let end: SourcePosition

    init(_ start: SourcePosition, _ end: SourcePosition) {
        self.start = start
        self.end = end
    }

    init(_ range: SourceRange) { self.init(range.start, range.end) }
}
