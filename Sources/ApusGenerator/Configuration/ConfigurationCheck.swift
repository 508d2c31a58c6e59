/// What a configuration's names must be, wherever they come from.
public enum ConfigurationCheck {
    /// Whether a text may name a module, a type or a prefix: `[A-Za-z][A-Za-z0-9_]*`. Nothing else can reach a path or
    /// source as it is.
    public static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || ("0"..."9").contains(Character(UnicodeScalar($0))) || $0 == UInt8(ascii: "_")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
