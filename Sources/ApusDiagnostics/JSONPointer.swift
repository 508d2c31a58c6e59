/// A JSON Pointer (RFC 6901): where in a document a value stands, such as `/paths/~1generation/get`.
public struct JSONPointer: Sendable, Hashable {
    /// The unescaped reference tokens, outermost first; empty for the whole document.
    public var tokens: [String]

    /// A pointer from unescaped tokens.
    public init(_ tokens: [String] = []) { self.tokens = tokens }

    /// The pointer one level deeper.
    public func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }

    /// The pointer one level deeper, at an array index.
    public func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

    /// Parses the text form; `nil` when it neither is empty nor begins with `/`, or holds a bad `~` escape.
    public init?(parsing text: String) {
        guard !text.isEmpty else { self.init(); return }
        guard text.unicodeScalars.first == "/" else { return nil }
        var tokens: [String] = []
        for bytes in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let part = Substring(bytes)
            guard bytes.contains(UInt8(ascii: "~")) else { tokens.append(String(part)); continue }
            var token = String.UnicodeScalarView()
            var scalars = part.unicodeScalars.makeIterator()
            while let scalar = scalars.next() {
                guard scalar == "~" else { token.append(scalar); continue }
                switch scalars.next() {
                case "0": token.append("~")
                case "1": token.append("/")
                default: return nil
                }
            }
            tokens.append(String(token))
        }
        self.init(tokens)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The text form with `~` and `/` escaped.
    public var description: String {
        var text = String.UnicodeScalarView()
        for token in tokens {
            text.append("/")
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text.append(contentsOf: "~0".unicodeScalars)
                case "/": text.append(contentsOf: "~1".unicodeScalars)
                default: text.append(scalar)
                }
            }
        }
        return String(text)
    }
}
