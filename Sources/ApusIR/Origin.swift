public import ApusDiagnostics

/// Where a definition comes from, for diagnostics of later stages.
public struct Origin: Sendable, Hashable {
    /// The place in the text.
    public var range: SourceRange?
    /// The place in the document.
    public var pointer: JSONPointer

    /// An origin from its parts.
    public init(range: SourceRange? = nil, pointer: JSONPointer = .init()) {
        self.range = range
        self.pointer = pointer
    }
}

/// Words for people, as the document has them: CommonMark, possibly of several lines.
public struct Documentation: Sendable, Hashable {
    /// One line.
    public var summary: String?
    /// More of it.
    public var description: String?

    /// Words from their parts.
    public init(summary: String? = nil, description: String? = nil) {
        self.summary = summary
        self.description = description
    }
}

/// That something should not be used any more.
public struct Deprecation: Sendable, Hashable {
    /// What to do instead, when the document says so.
    public var message: String?

    /// A deprecation, with the document's advice.
    public init(message: String? = nil) { self.message = message }
}
