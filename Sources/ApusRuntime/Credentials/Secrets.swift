/// The credentials of a call, to take them out of every text that is shown: servers echo keys in bodies and headers.
///
/// Header fields and credentials are only kept here: what of them is secret is found when a text is shown, for most calls
/// show none.
struct Secrets: Sendable, CustomStringConvertible, CustomReflectable {
    /// What stands in place of a secret.
    static let mark = "[redacted]"

    /// Shorter ones are no secrets worth the name, and would tear unrelated words apart.
    private static let minimumLength = 4

    private var texts: [String] = []
    private var headers: [HeaderList] = []
    private var credentials: [ResolvedCredential] = []

    /// Learns a secret.
    mutating func add(_ secret: String) { texts.append(secret) }

    /// Learns the secrets among header fields that the user gave by hand.
    mutating func add(_ fields: HeaderList) { headers.append(fields) }

    /// Learns the credentials of an attempt.
    mutating func add(_ resolved: CredentialResolver.Resolved) { credentials += resolved }

    /// The text without any secret, in whichever spelling it came back.
    func redact(_ text: String) -> String {
        spellings.reduce(text) { $0.replacing($1, with: Self.mark) }
    }

    /// As it is, percent-encoded, inside of JSON. A secret that holds another one goes first, or its rest would stay.
    private var spellings: [String] {
        let values = texts + headers.flatMap(\.secrets) + credentials.flatMap(\.secrets)
        let all = values.filter { $0.utf8.count >= Self.minimumLength }.flatMap { secret in
            let inJSON = secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return [
                secret, PercentEncoding.encode(secret, keeping: .unreserved),
                PercentEncoding.encode(secret, keeping: .formUnreserved), inJSON, inJSON.replacing("/", with: "\\/"),
            ]
        }
        return Set(all).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    var description: String { Self.mark }
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    /// The text with every occurrence of `part` replaced, compared byte for byte: a `Character` that swallows a
    /// following combining mark must not hide a secret.
    func replacing(_ part: String, with replacement: String) -> String {
        let text = Array(utf8)
        let part = Array(part.utf8)
        guard let first = part.first, text.count >= part.count else { return self }
        var out: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == first && text[index...].starts(with: part) {
                out += replacement.utf8
                index += part.count
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
