/// Budgets on rendering; each has an error of its own.
public struct TemplateLimits: Sendable, Hashable {
    /// Bytes of output of one rendering.
    public var maximumBytes = 64 * 1024 * 1024
    /// Partials inside partials; also what ends a recursion that has no end.
    public var maximumPartialDepth = 64
    /// Texts, tags and repetitions executed; what ends work that gives no output.
    public var maximumSteps = 100_000_000

    /// The defaults.
    public init() {}
}
