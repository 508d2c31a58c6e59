import ApusDiagnostics
import ArgumentParser

/// How diagnostics are written.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people: place, source line, caret, hint.
    case text
    /// An array of objects.
    case json
    /// SARIF 2.1.0, which code hosts show beside the lines.
    case sarif

    /// Writes to standard error; JSON and SARIF also when there is nothing to say.
    func report(_ diagnostics: [Diagnostic]) {
        switch self {
        case .text:
            guard !diagnostics.isEmpty else { return }
            StandardError.write(TerminalPrinter(colors: Self.isTerminal).print(diagnostics))
            StandardError.write(TerminalPrinter.summary(diagnostics) + "\n")
        case .json: StandardError.write(JSONPrinter().print(diagnostics) + "\n")
        case .sarif: StandardError.write(SARIFPrinter().print(diagnostics) + "\n")
        }
    }

    /// Colours are for people who look on and did not say otherwise (no-color.org).
    private static var isTerminal: Bool {
        StandardError.isTerminal && System.variable("NO_COLOR").isEmpty
    }
}
