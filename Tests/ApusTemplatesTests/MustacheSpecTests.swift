import ApusDiagnostics
import Testing

@testable import ApusTemplates

@Suite("The public Mustache cases", .enabled(if: Suites.available, "../shared/suites is not here"))
struct MustacheSpecTests {
    /// Cases in which Mustache writes nothing for a name that stands for nothing. Here they are errors.
    static let strict: [String: String] = [
        // Writing out what is null.
        "interpolation: Basic Null Interpolation": "absent-template-value",
        "interpolation: Triple Mustache Null Interpolation": "absent-template-value",
        "interpolation: Ampersand Null Interpolation": "absent-template-value",
        // A name that no context offers.
        "interpolation: Basic Context Miss Interpolation": "unknown-template-name",
        "interpolation: Triple Mustache Context Miss Interpolation": "unknown-template-name",
        "interpolation: Ampersand Context Miss Interpolation": "unknown-template-name",
        "sections: Context Misses": "unknown-template-name",
        "inverted: Context Misses": "unknown-template-name",
        // A dotted name with a part that the part before it does not offer.
        "interpolation: Dotted Names - Broken Chains": "unknown-template-name",
        "interpolation: Dotted Names - Broken Chain Resolution": "unknown-template-name",
        "interpolation: Dotted Names - Context Precedence": "unknown-template-name",
        "interpolation: Dotted Names are never single keys": "unknown-template-name",
        "sections: Dotted Names - Broken Chains": "unknown-template-name",
        "inverted: Dotted Names - Broken Chains": "unknown-template-name",
        // A partial that the library does not hold.
        "partials: Failed Lookup": "unknown-template",
    ]

    @Test(
        "every case of the supported parts gives its text, or the error that strictness asks for",
        arguments: [("comments", 12), ("interpolation", 42), ("inverted", 22), ("partials", 12), ("sections", 34)])
    func supported(file: String, count: Int) throws {
        let cases = try MustacheCase.all(in: file)
        #expect(cases.count == count, "the number of cases in \(file).yml")
        for example in cases {
            let row = "\(file): \(example.name)"
            let result = example.library.flatMap { $0.render("case", value: example.data) }
            if let code = Self.strict[row] {
                #expect(result.diagnostics.map(\.code) == [code], "\(row)")
            } else {
                #expect(String(decoding: result.value, as: UTF8.self) == example.expected, "\(row)")
                #expect(result.diagnostics == [], "\(row)")
            }
        }
    }

    @Test("every case that the strict list names exists")
    func strictNames() throws {
        let names = try ["comments", "interpolation", "inverted", "partials", "sections"].flatMap { file in
            try MustacheCase.all(in: file).map { "\(file): \($0.name)" }
        }
        #expect(Set(Self.strict.keys).subtracting(names) == [])
    }

    @Test("every case with set-delimiter tags is refused")
    func delimiters() throws {
        let cases = try MustacheCase.all(in: "delimiters")
        #expect(cases.count == 14)
        for example in cases {
            #expect(
                example.library.diagnostics.contains { $0.code == "unsupported-template-tag" }, "\(example.name)")
        }
    }
}
