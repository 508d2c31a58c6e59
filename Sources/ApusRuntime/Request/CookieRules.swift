/// What may stand in a cookie that is not escaped (style cookie).
enum CookieRules {
    /// Refuses what would end the cookie or the field: `;`, control characters, what is not ASCII, and names that are
    /// no tokens. The message never shows the value: it may be secret.
    static func check(_ pair: EncodedPair, of parameter: String) throws(RequestProblem) {
        guard HTTPField.Name(pair.name) != nil else {
            throw RequestProblem(
                .parameter, "the cookie parameter `\(parameter)` has a name that is no token (RFC 6265 section 4.1.1)")
        }
        for scalar in (pair.value ?? "").unicodeScalars {
            guard (0x20...0x7E).contains(scalar.value), scalar != ";" else {
                throw RequestProblem(
                    .parameter,
                    "the cookie parameter `\(parameter)` holds a semicolon, a control character or a character outside "
                        + "of ASCII, which style cookie does not escape; encode the value yourself")
            }
        }
    }
}
