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
        var tokens: [String] = []
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "/") else { return nil }
        while true {
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard let token = Self.unescaped(rest[..<end]) else { return nil }
            tokens.append(token)
            guard end < rest.endIndex else { break }
            rest = rest[(end + 1)...]
        }
        self.init(tokens)
    }

    /// A token's text; `nil` where a `~` is followed by something else than `0` or `1`.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.contains(UInt8(ascii: "~")) else { return String(decoding: bytes, as: UTF8.self) }
        var token: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else { token.append(byte); continue }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): token.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): token.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: token, as: UTF8.self)
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
