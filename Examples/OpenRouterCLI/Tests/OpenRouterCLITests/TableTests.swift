import Testing

@testable import OpenRouterCLI

@Suite struct TableTests {
    static let table = Table(
        columns: [.text("NAME", givesRoom: 1), .number("SIZE"), .text("STATE")],
        rows: [["a long name of a thing", "7", "on"], ["東京", "1,234", ""]])

    @Test(
        arguments: [
            (
                nil,
                """
                NAME                     SIZE  STATE
                a long name of a thing      7  on
                東京                    1,234
                """
            ),
            (
                80,
                """
                NAME                     SIZE  STATE
                a long name of a thing      7  on
                東京                    1,234
                """
            ),
            (
                28,
                """
                NAME             SIZE  STATE
                a long name o…      7  on
                東京            1,234
                """
            ),
            (
                // Narrower than its columns may be: the lines are cut.
                14,
                """
                NAME       SI…
                a long …     …
                東京      1,2…
                """
            ),
        ] as [(Int?, String)]) func text(width: Int?, want: String)
    {
        #expect(Self.table.text(width: width) == want)
    }

    /// One column gives all it can before the next one does.
    @Test(arguments: [(30, "abcdefghi…  abcdefghijklmnopqr"), (20, "abcdefg…  abcdefghi…"), (9, "abcdefg……")])
    func oneAfterTheOther(width: Int, want: String) {
        let table = Table(
            columns: [.text("A", givesRoom: 1), .text("B", givesRoom: 2)],
            rows: [["abcdefghijklmnopqr", "abcdefghijklmnopqr"]])
        #expect(table.text(width: width).split(separator: "\n")[1] == want)
    }

    @Test func onlyTheHeadingsAreSetOff() {
        let lines = Self.table.text(width: nil, style: Style(isOn: true)).split(separator: "\n")
        #expect(lines[0] == "\u{1B}[1mNAME                     SIZE  STATE\u{1B}[0m")
        #expect(!lines.dropFirst().joined().contains("\u{1B}"))
    }

    @Test func aCellIsOneLine() {
        let table = Table(columns: [.text("A")], rows: [["x\n\u{1B}[2J"]])
        #expect(table.text(width: nil) == "A\nx<U+000A><U+001B>[2J")
    }

    @Test func withoutRowsThereAreTheHeadings() {
        #expect(Table(columns: [.text("A"), .number("B")], rows: []).text(width: 10) == "A  B")
    }

    @Test func properties() {
        let rows = [Property("id", "gen-1"), Property("provider", nil), Property("model", "a/b\u{7}")]
        #expect(Property.text(rows) == "id     gen-1\nmodel  a/b<U+0007>")
        #expect(Property.text([]) == "")
    }
}
