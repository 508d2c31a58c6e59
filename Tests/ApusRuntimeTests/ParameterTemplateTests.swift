import Testing

@testable import ApusRuntime

/// RFC 6570's published vectors, as far as OpenAPI's styles define the expressions: `{x}` is style simple, `{.x}` label,
/// `{;x}` matrix, `{?x}` and `{&x}` form, with `*` exploded.
@Suite("Parameter styles: RFC 6570", .enabled(if: Suites.available, "../shared/suites is not here"))
struct ParameterTemplateTests {
    /// Why a template says nothing of styles.
    static func exclusion(_ template: String) -> String? {
        for part in template.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let expression = part.prefix { $0 != "}" }
            switch expression.first {
            case "+": return "reserved expansion keeps `/?#`, which OpenAPI's paths and queries escape"
            case "#": return "no parameter is a fragment"
            case "/": return "no style begins with a slash"
            default: break
            }
            if expression.contains(":") { return "no style takes a prefix of a value" }
            if expression.contains(","), expression.first.map({ !".;?&".contains($0) }) ?? true {
                return "one expression of style simple is one parameter"
            }
        }
        return nil
    }

    static func expand(_ template: String, _ variables: JSONValue) throws -> String {
        var out = ""
        for (index, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = part.firstIndex(of: "}") else { out += part; continue }
            out += try expression(part[..<close], variables)
            out += part[part.index(after: close)...]
        }
        return out
    }

    static func expression(_ text: Substring, _ variables: JSONValue) throws -> String {
        let form = ["?", "&"].first { text.hasPrefix($0) }
        let style: ParameterStyle = text.hasPrefix(".") ? .label : text.hasPrefix(";") ? .matrix : .simple
        var pairs: [EncodedPair] = []
        var path = ""
        let names = form != nil || style != .simple ? text.dropFirst() : text
        for item in names.split(separator: ",") {
            let explode = item.hasSuffix("*")
            let written = String(explode ? item.dropLast() : item)
            let value = variables[written] ?? .null
            let name = PercentEncoding.decode(written)
            if form != nil {
                pairs += try ParameterEncoder.query(name, value, explode: explode)
            } else {
                path += try ParameterEncoder.path(name, value, style: style, explode: explode)
            }
        }
        // Forms write a space as `+`, where templates have `%20`; a plus sign itself is always escaped.
        let query = pairs.map(\.text).joined(separator: "&").replacing("+", with: "%20")
        return form.map { query.isEmpty ? "" : $0 + query } ?? path
    }

    @Test(
        "expressions of the styles",
        arguments: [("spec-examples-by-section", 55), ("spec-examples", 24), ("extended-tests", 22)])
    func vectors(file: String, atLeast: Int) throws {
        var checked = 0
        for (group, content) in try #require(try Suites.json("uritemplate-test/\(file).json").object) {
            for row in content["testcases"]?.array ?? [] {
                guard let template = row[0]?.string, Self.exclusion(template) == nil else { continue }
                let got = try Self.expand(template, content["variables"] ?? .null)
                // What a template's own text needs escaped is not the styles' matter.
                let want = row[1]?.array?.compactMap(\.string) ?? [row[1]?.string ?? ""]
                #expect(want.contains(got.replacing("café", with: "caf%C3%A9")), "\(group) \(template): \(got)")
                checked += 1
            }
        }
        #expect(checked >= atLeast, "\(file): \(checked)")
    }
}
