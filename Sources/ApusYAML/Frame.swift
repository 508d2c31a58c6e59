import ApusDiagnostics

/// A sequence or mapping whose end is still to come.
struct Frame {
    /// What is known of the pair being read.
    enum Key {
        case none
        case text(String, SourceRange)
        /// `<<`, with its place.
        case merge(SourceRange)
        /// A key that was reported; its value is dropped.
        case refused
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
    var items: [YAMLNode] = []
    private(set) var pairs: [YAMLMapping.Pair] = []
    private var index = KeyIndex()
    var key = Key.none
    var merge: MergeKey?

    init(isMapping: Bool, start: SourcePosition, anchor: AnchorTable.Opened?) {
        self.isMapping = isMapping
        self.start = start
        self.anchor = anchor
        lastEnd = start
    }

    /// The JSON pointer's token of the child being read; `nil` between two pairs.
    var token: String? {
        guard isMapping else { return String(items.count) }
        switch key {
        case .text(let text, _): return text
        case .merge: return "<<"
        case .none, .refused: return nil
        }
    }

    mutating func count(_ range: SourceRange, weight: Int, height: Int) {
        self.weight += weight
        self.height = max(self.height, height + 1)
        // An alias's target lies further up.
        lastEnd = max(lastEnd, range.end)
    }

    mutating func append(_ pair: YAMLMapping.Pair) {
        pairs.append(pair)
        index.insert(pairs)
        key = .none
    }

    /// The pair that holds a key already.
    func pair(_ key: String) -> YAMLMapping.Pair? { index.position(key, in: pairs).map { pairs[$0] } }

    mutating func resolveMerge() {
        guard let merge else { return }
        pairs = merge.resolve(pairs)
    }
}
