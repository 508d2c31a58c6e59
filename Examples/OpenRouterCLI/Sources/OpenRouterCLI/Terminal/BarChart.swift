/// Values as bars, the largest as long as there is room for.
enum BarChart {
    /// A value with its name, and how it is written.
    struct Bar {
        var label: String
        var value: Double
        var note: String
    }

    /// How wide a chart is that nobody cuts.
    static let usualWidth = 80
    private static let shortest = 10
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// A line for each bar: name, bar, value.
    static func text(_ bars: [Bar], width: Int?, style: Style = .plain) -> String {
        let labels = bars.map { TerminalText.line($0.label) }
        let notes = bars.map { TerminalText.line($0.note) }
        let noteWidth = notes.map(TerminalText.columns).max() ?? 0
        let room = width ?? usualWidth
        // Names give way before bars do; without a width they are whole.
        let natural = labels.map(TerminalText.columns).max() ?? 0
        let labelWidth = width == nil ? natural : min(natural, max(1, room - noteWidth - shortest - 4))
        let length = max(shortest, room - labelWidth - noteWidth - 4)
        let largest = bars.map(\.value).filter(\.isFinite).max() ?? 0
        return bars.indices.map { index in
            let bar = bar(bars[index].value, of: largest, length: length)
            let space = String(repeating: " ", count: length - TerminalText.columns(bar))
            return TerminalText.cut(labels[index], to: labelWidth).padded(to: labelWidth) + "  " + style.bar(bar)
                + space
                + "  " + notes[index].indented(to: noteWidth)
        }.joined(separator: "\n")
    }

    /// A bar in eighths of a column. What is more than nothing has one eighth at least.
    static func bar(_ value: Double, of largest: Double, length: Int) -> String {
        guard value > 0, value.isFinite, largest > 0, largest.isFinite else { return "" }
        let parts = max(1, Int((min(value / largest, 1) * Double(length * 8)).rounded()))
        return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
    }
}
