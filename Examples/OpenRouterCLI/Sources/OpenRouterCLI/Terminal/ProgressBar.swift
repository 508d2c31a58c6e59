/// How far something is, as one line.
enum ProgressBar {
    private static let longest = 40
    private static let shortest = 5

    /// `boat.mp4  [█████░░░░░]  50 %  1.2 MB of 2.4 MB`; without a total the bytes alone.
    static func text(_ name: String, done: Int, total: Int?, width: Int) -> String {
        let name = TerminalText.line(name)
        guard let total else { return TerminalText.cut("\(name)  \(Numbers.bytes(done))", to: width) }
        let fraction = total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 1
        // Rounded down: 100 % is said of nothing that is not whole.
        let percent = "\(Int((fraction * 100).rounded(.down))) %".indented(to: 5)
        // Always as wide: the bar does not grow and shrink while it fills.
        let bytes = "\(Numbers.bytes(done).indented(to: 8)) of \(Numbers.bytes(total))"
        let rest = TerminalText.columns(percent) + TerminalText.columns(bytes) + 8
        let length = min(longest, width - rest - min(TerminalText.columns(name), 20))
        guard length >= shortest else { return TerminalText.cut("\(name) \(percent)", to: width) }
        let shown = TerminalText.cut(name, to: width - rest - length)
        let full = Int((fraction * Double(length)).rounded(.down))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: length - full)
        return "\(shown)  [\(bar)]  \(percent)  \(bytes)"
    }

    /// `video job-1: in_progress, 35 s of at most 600 s`.
    static func text(waitingFor name: String, _ status: String, seconds: Int, most: Int, width: Int) -> String {
        TerminalText.cut(
            "\(TerminalText.line(name)): \(TerminalText.line(status)), \(seconds) s of at most \(most) s", to: width)
    }
}
