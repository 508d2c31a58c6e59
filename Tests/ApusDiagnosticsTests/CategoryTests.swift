import ApusDiagnostics
import Testing

@Suite("Whose doing a finding is")
struct CategoryTests {
    @Test("Only a warning about the document is an error in a strict run")
    func strict() {
        let rows: [(Diagnostic.Severity, Diagnostic.Category?, Diagnostic.Severity)] = [
            (.warning, .document, .error), (.warning, .limitation, .warning), (.warning, nil, .warning),
            (.note, .document, .note), (.error, .limitation, .error),
        ]
        for (severity, category, want) in rows {
            let given = Diagnostic(severity, code: "c", "m", category: category)
            #expect(given.strict.severity == want, "\(severity) \(String(describing: category))")
            #expect(given.strict.category == category)
        }
    }

    @Test("A stage files what has no category of its own")
    func filed() {
        let given = Checked(1, [.warning("a", "m"), .warning("b", "m", category: .limitation)])
        #expect(given.filed(under: .document).diagnostics.map(\.category) == [.document, .limitation])
    }

    @Test("Programs are told")
    func printed() {
        let given = [Diagnostic.warning("c", "m", category: .document)]
        #expect(JSONPrinter().print(given).contains("\"category\" : \"document\""))
        let words = SARIFPrinter().print(given).split(whereSeparator: { " \n,[]{}".contains($0) })
        let tags = words.firstIndex(of: "\"tags\"").map { words[($0 + 1)...].prefix(2) }
        #expect(tags == [":", "\"document\""])
    }
}
