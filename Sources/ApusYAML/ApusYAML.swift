public import ApusDiagnostics

/// The door of the room: a text in, a tree with a mark on every node out.
///
/// Steps: check bytes and budgets → libyaml's events → nodes, with aliases expanded within budget.
public enum YAMLReader {
    /// Reads one document of YAML 1.2 or JSON.
    /// - Returns: the root node, `nil` when the text cannot be read; an empty text gives an error.
    public static func read(_ file: SourceFile, limits: YAMLLimits = .init()) -> Checked<YAMLNode?> {
        Checked(nil, [])
    }
}

/// Budgets on untrusted input; each has an error of its own.
public struct YAMLLimits: Sendable, Hashable {
    /// Bytes of the text.
    public var maximumBytes = 32 * 1024 * 1024
    /// Nesting of sequences and mappings, counted on events.
    public var maximumDepth = 64
    /// Nodes after aliases are expanded: at least this many are allowed …
    public var aliasBudget = 100_000
    /// … or this many times the nodes written, whichever is more.
    public var aliasFactor = 10

    /// The defaults.
    public init() {}
}
