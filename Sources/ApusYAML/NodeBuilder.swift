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

    init(file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        budget = AliasBudget(limits)
        frames.reserveCapacity(limits.depth)
    }

    /// How many collections are open.
    var depth: Int { frames.count }

    /// Whether the next scalar is a key.
    var awaitsKey: Bool {
        guard let frame = frames.last, frame.isMapping, case .none = frame.key else { return false }
        return true
    }

    /// Opens a sequence or mapping.
    mutating func begin(isMapping: Bool, anchor: String? = nil, at range: SourceRange) throws(Unreadable) {
        guard frames.count < limits.depth else { throw tooDeep(at: range) }
        budget.write(1)
        let opened = anchor.map { anchors.open($0) }
        frames.append(Frame(isMapping: isMapping, start: range.start, anchor: opened))
    }

    /// Closes the innermost collection.
    /// - Parameter end: the position behind its closing bracket; `nil` for a block collection, which ends with its
    ///   last child.
    mutating func end(at end: SourcePosition?) throws(Unreadable) {
        guard var frame = frames.popLast() else { preconditionFailure("an end without a beginning") }
        frame.resolveMerge()
        let range = SourceRange(file: file, start: frame.start, end: end ?? frame.lastEnd)
        let node = YAMLNode(frame.isMapping ? .mapping(YAMLMapping(frame.pairs)) : .sequence(frame.items), range: range)
        if let anchor = frame.anchor { anchors.close(anchor, Anchored(node, weight: frame.weight, height: frame.height)) }
        try add(node, weight: frame.weight, height: frame.height, as: .value)
    }

    /// What a scalar may be, beside a value.
    enum Role {
        /// A value, or a key like any other.
        case value
        /// A plain `<<`, which merges where it is a key.
        case merge
    }

    /// Adds a scalar, as key or value by its place.
    mutating func scalar(
        _ scalar: YAMLScalar, as role: Role = .value, anchor: String? = nil, at range: SourceRange
    ) throws(Unreadable) {
        let weight = AliasBudget.weight(of: scalar)
        budget.write(weight)
        let node = YAMLNode(.scalar(scalar), range: range)
        if let anchor { anchors.define(anchor, Anchored(node, weight: weight, height: 0)) }
        try add(node, weight: weight, height: 0, as: role)
    }

    /// Adds what an anchor stands for.
    mutating func alias(_ name: String, at range: SourceRange) throws(Unreadable) {
        switch anchors[name] {
        case nil: throw unknownAnchor(name, at: range)
        case .open: throw cyclicAlias(name, at: range)
        case .closed(let target):
            guard frames.count + target.height <= limits.depth else { throw tooDeep(at: range) }
            guard budget.expand(target.weight) else { throw overBudget(name, at: range) }
            // A key is named where it is used; a value keeps the place where it was written.
            let node = awaitsKey ? YAMLNode(target.node.content, range: range) : target.node
            try add(node, weight: target.weight, height: target.height, as: .value)
        }
    }

    private mutating func add(_ node: YAMLNode, weight: Int, height: Int, as role: Role) throws(Unreadable) {
        guard !frames.isEmpty else { root = node; return }
        let top = frames.count - 1
        frames[top].count(node.range, weight: weight, height: height)
        guard frames[top].isMapping else { return frames[top].items.append(node) }
        switch frames[top].key {
        case .none: try addKey(node, as: role)
        case .text(let key, let range):
            frames[top].append(.init(key: key, keyRange: range, value: node))
        case .merge(let range): try merge(node, at: range)
        case .refused: frames[top].key = .none
        }
    }

    private mutating func addKey(_ node: YAMLNode, as role: Role) throws(Unreadable) {
        let top = frames.count - 1
        guard let scalar = node.scalar else {
            try report(complexKey(at: node.range))
            return frames[top].key = .refused
        }
        if case .merge = role {
            guard frames[top].merge == nil else {
                try report(repeatedMerge(at: node.range))
                return frames[top].key = .refused
            }
            frames[top].key = .merge(node.range)
        } else if let first = frames[top].pair(scalar.text) {
            try report(duplicate(scalar.text, at: node.range, first: first.keyRange))
            frames[top].key = .refused
        } else {
            frames[top].key = .text(scalar.text, node.range)
        }
    }

    private mutating func merge(_ node: YAMLNode, at range: SourceRange) throws(Unreadable) {
        let top = frames.count - 1
        frames[top].key = .none
        guard let sources = MergeKey.sources(node) else { return try report(badMerge(at: range)) }
        frames[top].merge = MergeKey(index: frames[top].pairs.count, sources: sources)
    }

    // MARK: Findings

    /// Where the builder stands, as a JSON pointer.
    var pointer: JSONPointer {
        var tokens: [String] = []
        for frame in frames {
            if let token = frame.token { tokens.append(token) }
        }
        return JSONPointer(tokens)
    }

    /// Collects a finding; so many that nobody would read them end the reading.
    mutating func report(_ diagnostic: Diagnostic) throws(Unreadable) {
        var diagnostic = diagnostic
        if diagnostic.pointer == nil { diagnostic.pointer = pointer }
        guard diagnostics.count < 50 else { throw Unreadable(diagnostic: diagnostic) }
        diagnostics.append(diagnostic)
    }
}
