/// What a stage has to say to the user: an error, a warning or a note, with its place and a way out.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is. An `error` stops the run before anything is written.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The input cannot be used.
        case error
        /// The input was read in a way that the user should know of.
        case warning
        /// Further information.
        case note
    }

    /// Whose doing it is. A `document` finding is the author's to mend, and strict runs refuse it; a `limitation` is ours.
    public enum Category: String, Sendable, Hashable, CaseIterable {
        /// The document departs from its specification.
        case document
        /// The document is right, but what it says is left out or only approximated.
        case limitation
    }

    /// A second place that explains the first ("first declared here").
    public struct Note: Sendable, Hashable {
        /// What is to be seen there.
        public var message: String
        /// The place, when there is one.
        public var location: SourceRange?

        /// A note from its parts.
        public init(_ message: String, at location: SourceRange? = nil) {
            self.message = message
            self.location = location
        }
    }

    /// How bad it is.
    public var severity: Severity
    /// Whose doing it is; `nil` where neither document nor generator is concerned, as with files on disk.
    public var category: Category?
    /// A stable kebab-case identifier of the kind of finding, such as `dangling-reference`.
    public var code: String
    /// One sentence without a full stop, naming the offending thing in backticks.
    public var message: String
    /// Where in a text.
    public var location: SourceRange?
    /// Where in the document.
    public var pointer: JSONPointer?
    /// What the user can do about it, as a sentence.
    public var hint: String?
    /// Further places.
    public var notes: [Note]

    /// A diagnostic from its parts.
    public init(
        _ severity: Severity, code: String, _ message: String, at location: SourceRange? = nil,
        pointer: JSONPointer? = nil, hint: String? = nil, notes: [Note] = [], category: Category? = nil
    ) {
        self.severity = severity
        self.category = category
        self.code = code
        self.message = message
        self.location = location
        self.pointer = pointer
        self.hint = hint
        self.notes = notes
    }

    /// An error.
    public static func error(
        _ code: String, _ message: String, at location: SourceRange? = nil, pointer: JSONPointer? = nil,
        hint: String? = nil, notes: [Note] = [], category: Category? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, code: code, message, at: location, pointer: pointer, hint: hint, notes: notes,
            category: category)
    }

    /// A warning.
    public static func warning(
        _ code: String, _ message: String, at location: SourceRange? = nil, pointer: JSONPointer? = nil,
        hint: String? = nil, notes: [Note] = [], category: Category? = nil
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: code, message, at: location, pointer: pointer, hint: hint, notes: notes,
            category: category)
    }
}

extension Diagnostic {
    /// Of the category, unless it has one of its own: what a stage says of most of its findings.
    public func filed(under category: Category) -> Diagnostic {
        guard self.category == nil else { return self }
        var result = self
        result.category = category
        return result
    }

    /// As a strict run takes it: a warning about the document is an error.
    public var strict: Diagnostic {
        guard severity == .warning, category == .document else { return self }
        var result = self
        result.severity = .error
        return result
    }
}
