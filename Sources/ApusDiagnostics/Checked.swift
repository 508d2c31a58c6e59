/// What a stage returns: its value, and what it has to say about the input.
///
/// A user's mistake is a diagnostic, never a throw, so that one run reports all of them.
public struct Checked<Value: Sendable>: Sendable {
    /// The stage's output. Where `diagnostics` holds an error it is the best that could be made of the input.
    public var value: Value
    /// In the order found.
    public var diagnostics: [Diagnostic]

    /// A value with its diagnostics.
    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    /// Whether any diagnostic is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Applies a function to the value and keeps the diagnostics.
    public func map<Other>(_ transform: (Value) -> Other) -> Checked<Other> {
        Checked<Other>(transform(value), diagnostics)
    }

    /// Runs the next stage on the value; both stages' diagnostics are kept, in order.
    public func flatMap<Other>(_ next: (Value) -> Checked<Other>) -> Checked<Other> {
        let result = next(value)
        return Checked<Other>(result.value, diagnostics + result.diagnostics)
    }

    /// The same, with every diagnostic that has no category filed under one.
    public func filed(under category: Diagnostic.Category) -> Checked<Value> {
        Checked(value, diagnostics.map { $0.filed(under: category) })
    }
}
