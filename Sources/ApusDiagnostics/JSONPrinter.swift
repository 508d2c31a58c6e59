/// Prints diagnostics for programs: one JSON array with an object for each, keys sorted.
///
/// An object has `severity`, `code`, `message` and `notes`; where they are known also `file`, `line`, `column`, `endLine`,
/// `endColumn` (1-based, columns in Unicode scalars, the end exclusive), `pointer` (RFC 6901), `hint` and `category`
/// (`document` or `limitation`). A note has `message` and the keys of its place.
public struct JSONPrinter: Sendable {
    /// A printer.
    public init() {}

    /// The document, with a line break at its end.
    public func print(_ diagnostics: [Diagnostic]) -> String { VisibleJSON.text(diagnostics.map(Entry.init)) }

    private struct Entry: Encodable {
        let severity: String?
        let category: String?
        let code: String?
        let message: String
        let file: String?
        let line: Int?
        let column: Int?
        let endLine: Int?
        let endColumn: Int?
        let pointer: String?
        let hint: String?
        let notes: [Entry]?

        init(_ diagnostic: Diagnostic) {
            self.init(
                diagnostic.message, at: diagnostic.location, severity: diagnostic.severity.rawValue,
                category: diagnostic.category?.rawValue, code: diagnostic.code,
                pointer: diagnostic.pointer?.description, hint: diagnostic.hint,
                notes: diagnostic.notes.map { Entry($0.message, at: $0.location) })
        }

        private init(
            _ message: String, at location: SourceRange?, severity: String? = nil, category: String? = nil,
            code: String? = nil, pointer: String? = nil, hint: String? = nil, notes: [Entry]? = nil
        ) {
            self.message = message
            self.severity = severity
            self.category = category
            self.code = code
            self.pointer = pointer
            self.hint = hint
            self.notes = notes
            file = location?.file.path
            line = location?.start.line
            column = location?.start.column
            endLine = location?.end.line
            endColumn = location?.end.column
        }
    }
}
