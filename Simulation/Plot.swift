import Foundation

/// Two panels over time: attempts that are sent, and the share of calls that end well.
struct Plot {
    let candidates: [Candidate]
    let scenario: Scenario
    let outcomes: [Outcome]

    private static let colors = ["#777777", "#d62728", "#ff7f0e", "#1f77b4", "#2ca02c"]
    private static let width = 760.0
    private static let height = 180.0
    private static let left = 60.0

    private var shown: [(name: String, outcome: Outcome, color: String)] {
        zip(zip(candidates, outcomes).filter { $0.0.isPlotted }, Self.colors).map { ($0.0.name, $0.1, $1) }
    }

    var svg: String {
        let most = Double(shown.map(\.outcome.peak).max() ?? 1)
        let sent = panel(top: 30, title: "attempts sent a second", maximum: most, label: "\(Int(most))") { outcome in
            outcome.attempts.map(Double.init)
        }
        let well = panel(top: 270, title: "share of calls that end well", maximum: 1, label: "100 %") { outcome in
            zip(outcome.successes, outcome.calls).map { Double($0) / Double(max($1, 1)) }
        }
        let legend = shown.enumerated().map { index, line in
            text(x: Self.left + Double(index) * 150, y: 500, line.name, color: line.color)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 515" font-family="sans-serif" font-size="12">
            <rect width="840" height="515" fill="white"/>
            \((sent + well + legend).joined(separator: "\n"))
            </svg>

            """
    }

    private func panel(
        top: Double, title: String, maximum: Double, label: String, values: (Outcome) -> [Double]
    ) -> [String] {
        let bottom = top + Self.height
        var parts = [
            rectangle(top: top), text(x: Self.left, y: top - 8, title), text(x: 5, y: top + 10, label),
            text(x: 5, y: bottom, "0"),
        ]
        for second in stride(from: 0, through: Int(scenario.end), by: 30) {
            parts.append(text(x: x(Double(second)) - 8, y: bottom + 16, "\(second) s"))
        }
        for line in shown {
            let points = values(line.outcome).enumerated().map { second, value in
                String(format: "%.1f,%.1f", x(Double(second)), bottom - value / maximum * Self.height)
            }
            parts.append(
                "<polyline fill=\"none\" stroke=\"\(line.color)\" stroke-width=\"1.5\" points=\""
                    + points.joined(separator: " ") + "\"/>")
        }
        return parts
    }

    /// The frame, with the time of the trouble shaded.
    private func rectangle(top: Double) -> String {
        let start = x(scenario.window.lowerBound)
        let end = x(scenario.recoversFrom ?? scenario.window.upperBound)
        return String(
            format: "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#f2f2f2\"/>", start, top,
            end - start, Self.height)
    }

    private func x(_ second: Double) -> Double { Self.left + second / scenario.end * Self.width }

    private func text(x: Double, y: Double, _ text: String, color: String = "#333333") -> String {
        String(format: "<text x=\"%.1f\" y=\"%.1f\" fill=\"\(color)\">", x, y) + text + "</text>"
    }
}
