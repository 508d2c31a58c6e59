/// Budgets on untrusted input; each has an error of its own.
public struct YAMLLimits: Sendable, Hashable {
    /// Bytes of the text.
    public var maximumBytes = 32 * 1024 * 1024
    /// Nesting of sequences and mappings, counted on events, with aliases expanded. Values beyond 512 count as 512,
    /// because whoever walks the tree may do so recursively on a small stack.
    public var maximumDepth = 64
    /// Nodes written, keys included. The default keeps the tree of the worst text below half a gigabyte, and is some ten
    /// times what the largest public API documents hold.
    public var maximumNodes = 2_000_000
    /// Nodes after aliases are expanded: at least this many are allowed … A scalar counts as one node more for every
    /// 64 bytes of its text, so that a long text aliased often is no way around the budget.
    public var aliasBudget = 100_000
    /// … or this many times the nodes written, whichever is more.
    public var aliasFactor = 10

    /// The defaults.
    public init() {}

    /// The depth in force.
    var depth: Int { min(max(maximumDepth, 0), 512) }
}
