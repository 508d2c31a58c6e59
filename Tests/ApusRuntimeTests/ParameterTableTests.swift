import Testing

@testable import ApusRuntime

/// The published tables of styles. A row that is not followed is listed with its reason; nothing else is passed over.
@Suite("Parameter styles: published tables", .enabled(if: Suites.available, "../shared/suites is not here"))
struct ParameterTableTests {
    static let versions = ["3.0.3", "3.0.4", "3.1.0", "3.1.1", "3.1.2", "3.2.0", "3.2-dev"]

    /// Versions whose tables write a label that is not exploded with dots.
    static func hasDottedLabels(_ version: String) -> Bool { version == "3.0.3" || version == "3.1.0" }

    static func style(_ name: String, _ version: String) -> ParameterStyle? {
        switch name {
        case "matrix": .matrix
        case "label": hasDottedLabels(version) ? .dottedLabel : .label
        case "simple": .simple
        case "form": .form
        case "spaceDelimited": .spaceDelimited
        case "pipeDelimited": .pipeDelimited
        case "deepObject": .deepObject
        case "cookie": .cookie
        default: nil
        }
    }

    struct Row {
        var style: ParameterStyle
        var name: String
        var explode: Bool
        var input: String
        var want: String?
    }

    static func rows(_ version: String, _ table: JSONValue) throws -> [Row] {
        try #require(table["versions"]?[version]?.array).map { row in
            let name = try #require(row["style"]?.string).replacing("</span>", with: "")
            return Row(
                style: try #require(style(name, version)), name: name, explode: row["explode"]?.bool ?? true,
                input: try #require(row["input"]?.string),
                want: row["na"]?.bool == true ? nil : row["expected"]?.string.map(plain))
        }
    }

    /// Why a row is not followed.
    static func exclusion(_ row: Row, _ version: String) -> String? {
        guard row.input == "undefined", row.want?.isEmpty == false else { return nil }
        switch row.name {
        case "form", "cookie": return "a client leaves out what is absent, as RFC 6570 section 2.3 says"
        default: return "RFC 6570 and the next version's table write nothing"
        }
    }

    /// Rows of the first versions are written without escapes, which no request target can hold, and without the
    /// parameter's name; the later versions of the table put both right.
    static func corrected(_ row: Row) -> String? {
        guard let want = row.want else { return nil }
        switch row.name {
        case "spaceDelimited" where !want.hasPrefix("color="): return "color=\(want)"
        case "pipeDelimited" where !want.hasPrefix("color="): return "color=" + want.replacing("|", with: "%7C")
        case "deepObject": return want.replacing("[", with: "%5B").replacing("]", with: "%5D")
        default: return want
        }
    }

    static func wire(_ row: Row, _ value: JSONValue) throws -> String {
        let (style, explode) = (row.style, row.explode)
        switch style {
        case .matrix, .label, .dottedLabel, .simple:
            return try ParameterEncoder.path("color", value, style: style, explode: explode)
        case .cookie:
            let pairs = try ParameterEncoder.cookie("color", value, style: style, explode: explode)
            return pairs.map(\.text).joined(separator: "; ")
        default:
            let pairs = try ParameterEncoder.query("color", value, style: style, explode: explode)
            return pairs.map(\.text).joined(separator: "&")
        }
    }

    @Test("OpenAPI's style tables", arguments: versions)
    func styles(version: String) throws {
        let table = try Suites.json("oas-style-tables/style-examples.json")
        var counts = (checked: 0, excluded: 0, undefinedByTable: 0)
        for row in try Self.rows(version, table) {
            let value = try #require(row.input == "undefined" ? .null : table["values"]?[row.input])
            // Whatever the table says: no value of a style is refused.
            let got = try Self.wire(row, value)
            if Self.exclusion(row, version) != nil {
                #expect(got.isEmpty, "\(version) \(row)")
                counts.excluded += 1
            } else if let want = Self.corrected(row) {
                #expect(got == want, "\(version) \(row)")
                counts.checked += 1
            } else {
                counts.undefinedByTable += 1
            }
        }
        #expect(counts.checked >= 25 && counts.excluded <= 8, "\(version): \(counts)")
    }

    /// Without the markup and the `?` of some versions.
    static func plain(_ text: String) -> String {
        let text = text.replacing("<span style=\"white-space: nowrap;\">", with: "").replacing("</span>", with: "")
        return text.hasPrefix("?") ? String(text.dropFirst()) : text
    }
}
