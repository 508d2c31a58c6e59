/// What `{{name}}` does to a text on its way into the output.
///
/// Templates that write Swift use `none`: every text in a context is already encoded for the one place it goes to.
public struct TemplateEscaper: Sendable {
    let write: (@Sendable (_ text: String, _ output: inout [UInt8]) -> Void)?

    /// Texts go out as they are.
    public static let none = TemplateEscaper(write: nil)

    private init(write: (@Sendable (String, inout [UInt8]) -> Void)?) { self.write = write }

    /// An escaper from a function that appends the escaped text's UTF-8 bytes to the output and nothing else.
    public init(_ write: @escaping @Sendable (_ text: String, _ output: inout [UInt8]) -> Void) {
        self.write = write
    }
}
