/// What a node adds to a document that holds it.
struct Cost {
    /// Nodes and text, aliases expanded, as `AliasBudget` counts them.
    let weight: Int
    /// Levels of nesting; 0 for a scalar.
    let height: Int
}

/// A finished node with an anchor, and what an alias of it costs.
struct Anchored {
    let node: YAMLNode
    let cost: Cost
}

/// The anchors met so far. An alias means the anchor of its name that began last before it (YAML 1.2.2, 3.2.2.2).
struct AnchorTable {
    enum State {
        /// Its node is not finished, so that an alias of it would contain itself.
        case open(serial: Int)
        case closed(Anchored)
    }

    /// A collection's anchor between its beginning and its end.
    struct Opened {
        fileprivate let name: KeyBytes
        fileprivate let serial: Int
    }

    private var states: [KeyBytes: State] = [:]
    private var serial = 0

    subscript(name: String) -> State? { states[KeyBytes(text: name)] }

    mutating func open(_ name: String) -> Opened {
        serial += 1
        let opened = Opened(name: KeyBytes(text: name), serial: serial)
        states[opened.name] = .open(serial: serial)
        return opened
    }

    /// The node of an anchor is complete. Where a node inside it took the same name, that later one stays.
    mutating func close(_ opened: Opened, _ anchored: Anchored) {
        guard case .open(opened.serial) = states[opened.name] else { return }
        states[opened.name] = .closed(anchored)
    }

    mutating func define(_ name: String, _ anchored: Anchored) { states[KeyBytes(text: name)] = .closed(anchored) }
}

/// Counts what the document would hold with every alias written out.
///
/// Aliases share their target's storage here, but whoever walks the tree meets every copy.
struct AliasBudget {
    private let floor: Int
    private let factor: Int
    private var written = 0
    private var expanded = 0

    init(_ limits: YAMLLimits) {
        floor = max(limits.aliasBudget, 0)
        factor = max(limits.aliasFactor, 0)
    }

    static func weight(of scalar: YAMLScalar) -> Int { 1 + scalar.text.utf8.count / 64 }

    mutating func write(_ weight: Int) {
        written += weight
        expanded += weight
    }

    /// Counts an alias.
    /// - Returns: whether the document is still within its budget.
    mutating func expand(_ weight: Int) -> Bool {
        let (sum, overflow) = expanded.addingReportingOverflow(weight)
        let (allowed, isUnlimited) = written.multipliedReportingOverflow(by: factor)
        guard !overflow, isUnlimited || sum <= max(floor, allowed) else { return false }
        expanded = sum
        return true
    }
}
