import Foundation

/// A line on standard error that is drawn over again, and taken away in the end. Where standard error is no terminal nothing is
/// written.
final class ProgressLine: Sendable {
    private let console: Console
    private let drawn = Guarded("")

    init(_ console: Console) { self.console = console }

    /// Draws the line that fits into so many columns, if it differs from the one that is there.
    func draw(_ text: (_ width: Int) -> String) {
        guard console.showsProgress else { return }
        // The last column stays free: some terminals break the line there.
        let text = text((console.errors.columns() ?? 80) - 1)
        drawn.with { drawn in
            guard text != drawn else { return }
            drawn = text
            try? console.errors.write("\r\u{1B}[2K" + text)
        }
    }

    /// Takes the line away.
    func finish() {
        drawn.with { drawn in
            guard !drawn.isEmpty else { return }
            drawn = ""
            try? console.errors.write("\r\u{1B}[2K")
        }
    }
}

/// A value behind a lock.
final class Guarded<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
