/// Rows under headings. Its text has what fits into a terminal; without a width nothing is cut, so that a pipe gets all of it.
struct Table {
    /// A column's heading, and how its cells stand.
    struct Column {
        var title: String
        var isNumber = false
        /// Whether it gives room when the terminal is narrow.
        var isFlexible = false

        static func text(_ title: String, isFlexible: Bool = false) -> Column {
            Column(title: title, isFlexible: isFlexible)
        }

        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// A flexible column keeps as many.
    static let fewestColumns = 8

    var columns: [Column]
    var rows: [[String]]

    /// The table, a line for its headings and one for each row.
    func text(width: Int?, style: Style = .plain) -> String {
        let titles = columns.map(\.title)
        let rows = rows.map { $0.map(TerminalText.line) }
        let widths = fitted(
            columns.indices.map { column in
                (rows + [titles]).map { TerminalText.columns($0[column]) }.max() ?? 0
            }, into: width)
        let lines = ([titles] + rows).map { line($0, widths, width) }
        return ([style.bold(lines[0])] + lines.dropFirst()).joined(separator: "\n")
    }

    /// The columns' widths, where the flexible ones give what is too much, the widest first.
    private func fitted(_ natural: [Int], into width: Int?) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        while excess > 0 {
            let giving = columns.indices.filter { columns[$0].isFlexible && widths[$0] > Self.fewestColumns }
            guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int], _ width: Int?) -> String {
        let shown = columns.indices.map { column in
            let cell = TerminalText.cut(cells[column], to: widths[column])
            return columns[column].isNumber ? cell.indented(to: widths[column]) : cell.padded(to: widths[column])
        }
        var text = shown.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return width.map { TerminalText.cut(text, to: $0) } ?? text
    }
}

/// A name and its value, as one line; nothing without a value.
struct Property {
    let name: String
    let value: String?

    init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// A line for each that has a value.
    static func text(_ properties: [Property], style: Style = .plain) -> String {
        let shown = properties.compactMap { property in
            property.value.map { (name: property.name, value: TerminalText.line($0)) }
        }
        let width = shown.map { TerminalText.columns($0.name) }.max() ?? 0
        return shown.map { style.bold($0.name.padded(to: width)) + "  " + $0.value }.joined(separator: "\n")
    }
}
