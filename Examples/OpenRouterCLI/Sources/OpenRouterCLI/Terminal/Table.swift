/// Rows under headings. Its text has what fits into a terminal; without a width nothing is cut, so that a pipe gets all of it.
struct Table {
    /// A column's heading, and how its cells stand.
    struct Column {
        var title: String
        var isNumber = false
        /// When it gives room where the terminal is narrow: 1 before 2; `nil` for never.
        var givesRoom: Int?

        static func text(_ title: String, givesRoom: Int? = nil) -> Column {
            Column(title: title, givesRoom: givesRoom)
        }

        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// What a column keeps that gives room.
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

    /// The columns' widths, where those that give room have given what is too much.
    private func fitted(_ natural: [Int], into width: Int?) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        let giving = columns.indices.filter { columns[$0].givesRoom != nil }
        for column in giving.sorted(by: { (columns[$0].givesRoom ?? 0, $0) < (columns[$1].givesRoom ?? 0, $1) }) {
            let given = max(0, min(excess, widths[column] - Self.fewestColumns))
            widths[column] -= given
            excess -= given
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
