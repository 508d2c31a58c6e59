/// Proof Key for Code Exchange (RFC 7636): shows that whoever redeems a code is the one who asked for it.
package struct PKCE: Sendable, Hashable {
    /// Kept until the code is redeemed.
    package var verifier: String

    /// Of a verifier.
    package init(verifier: String) { self.verifier = verifier }

    /// The verifier's SHA-256, sent with the request for a code (method `S256`).
    package var challenge: String { Self.base64URL(SHA256.hash(Array(verifier.utf8))) }

    /// A random text of 256 bits, in letters that a URL may hold.
    package static func token(_ random: () -> UInt8) -> String { base64URL((0..<32).map { _ in random() }) }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let text = Base64Data(bytes).base64.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
