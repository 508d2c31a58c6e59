import Testing

@testable import OpenRouterCLI

@Suite struct BarTests {
    @Test(
        arguments: [
            (0, 10, 10, ""), (10, 10, 4, "████"), (5, 10, 4, "██"), (1, 10, 4, "▍"), (0.0001, 10, 4, "▏"),
            (20, 10, 4, "████"),
            (-3, 10, 4, ""), (.nan, 10, 4, ""), (5, 0, 4, ""), (5, .infinity, 4, ""), (.infinity, 10, 4, ""),
        ] as [(Double, Double, Int, String)]) func bar(value: Double, largest: Double, length: Int, want: String)
    {
        #expect(BarChart.bar(value, of: largest, length: length) == want)
    }

    static let bars = [
        BarChart.Bar(label: "2026-01-01", value: 4, note: "4.00 USD"),
        BarChart.Bar(label: "2026-01-02", value: 1, note: "1.00 USD"),
        BarChart.Bar(label: "2026-01-03", value: 0, note: "0.00 USD"),
    ]

    @Test func chart() {
        let want = """
            2026-01-01  ██████████████████  4.00 USD
            2026-01-02  ████▌               1.00 USD
            2026-01-03                      0.00 USD
            """
        #expect(BarChart.text(Self.bars, width: 40) == want)
        #expect(BarChart.text([], width: 40) == "")
    }

    /// Names give way before the bars do, and only at a terminal.
    @Test(
        arguments: [
            (30, "a-ver…  ██████████  5 requests"),
            (nil, "a-very-long-name  \(String(repeating: "█", count: 50))  5 requests"),
        ] as [(Int?, String)]) func longNames(width: Int?, want: String)
    {
        #expect(BarChart.text([.init(label: "a-very-long-name", value: 5, note: "5 requests")], width: width) == want)
    }

    @Test(
        arguments: [
            (0, 2_000_000, 60, "boat.mp4  [░░░░░░░░░░░░░░░░░░░░░]    0 %       0 B of 2.0 MB"),
            (1_000_000, 2_000_000, 60, "boat.mp4  [██████████░░░░░░░░░░░]   50 %    1.0 MB of 2.0 MB"),
            (1_999_999, 2_000_000, 60, "boat.mp4  [████████████████████░]   99 %    1.9 MB of 2.0 MB"),
            (2_000_000, 2_000_000, 60, "boat.mp4  [█████████████████████]  100 %    2.0 MB of 2.0 MB"),
            (1_999_999, 2_000_000, 30, "boat.mp4  99 %"), (1_999_999, 2_000_000, 10, "boat.mp4 …"),
            (0, 0, 60, "boat.mp4  [████████████████████████]  100 %       0 B of 0 B"),
            (1234, nil, 60, "boat.mp4  1.2 kB"),
        ] as [(Int, Int?, Int, String)]) func progress(done: Int, total: Int?, width: Int, want: String)
    {
        #expect(ProgressBar.text("boat.mp4", done: done, total: total, width: width) == want)
    }

    @Test(arguments: [1, 5, 20, 40, 79, 200]) func progressFits(width: Int) {
        let name = "a long name of a file, or of several\u{1B}.mp4"
        for done in [0, 1, 999, 123_456, 1_000_000] {
            let text = ProgressBar.text(name, done: done, total: 1_000_000, width: width)
            #expect(TerminalText.columns(text) <= width && !text.contains("\u{1B}"))
        }
    }

    @Test func waiting() {
        let text = ProgressBar.text(waitingFor: "video job-1", "in_progress", seconds: 35, most: 600, width: 60)
        #expect(text == "video job-1: in_progress, 35 s of at most 600 s")
    }
}
