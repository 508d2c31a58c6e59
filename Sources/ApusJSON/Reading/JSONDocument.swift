/// A parsed text: its bytes, and the tape of its values. Readers point into both, so this class owns both and never
/// changes them. It is read by one task, and lives no longer than that. It holds a copy of the bytes, with eight zero bytes behind them: the copy is cheap, and the zeros let
/// the parser look ahead without asking where the end is.
final class JSONDocument: @unchecked Sendable {
    let bytes: UnsafePointer<UInt8>
    let tape: TapePointer
    let stack: StackBudget
    /// What the choice between the branches of a union has found so far. Only the task that reads writes it.
    @exclusivity(unchecked) var choice = UnionChoice()

    init(_ source: [UInt8], limits: JSONLimits) throws(JSONError) {
        stack = StackBudget(bytes: limits.maximumStackBytes)
        var parser = try Parser(source, limits: limits)
        try parser.run()
        (bytes, tape) = parser.finish()
    }

    deinit {
        bytes.deallocate()
        tape.deallocate()
    }

    /// Lends a reader of the whole document. The reader holds no reference of its own, so it must not leave `body`.
    func withRoot<Result, Failure>(
        _ body: (borrowing JSONReader) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        let root = JSONReader(Unmanaged.passUnretained(self), tape)
        return try body(root)
    }
}
