/// A URL that is asked as it is: of a token endpoint or of an OpenID provider. (A base URL loses its last slash; here it
/// makes a difference.)
struct EndpointURL: Sendable, Hashable {
    private var base: BaseURL
    /// Path and query, as written.
    private var target: String

    /// Scheme and authority, for messages.
    var origin: String { base.origin }
    /// The whole URL but its query.
    var place: String { base.origin + target.prefix { $0 != "?" } }

    /// An absolute URL, or one relative to the API's server (RFC 3986 section 5.2, for absolute paths and for paths
    /// below the server's own).
    /// - Throws: ``OAuth2Error`` unless it is https, or http on this very machine: secrets go there.
    init(_ reference: String, against server: BaseURL?) throws(OAuth2Error) {
        do {
            var text = reference
            if !reference.contains("://"), let server {
                let path = reference.hasPrefix("/") ? reference : "\(server.path)/\(reference)"
                text = "\(server.scheme)://\(server.authority)\(path)"
            }
            base = try BaseURL(text)
            target = Self.target(text)
            try Self.check(base)
        } catch {
            throw OAuth2Error(.configuration, "`\(reference)` cannot be asked for tokens: \(error.message)")
        }
    }

    /// A request to it.
    func head(_ method: HTTPRequest.Method, _ fields: HTTPFields) -> HTTPRequest {
        HTTPRequest(
            method: method, scheme: base.scheme, authority: base.authority, path: target, headerFields: fields)
    }

    private static func target(_ text: String) -> String {
        let slashes = text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
        let rest = text[slashes...].dropFirst(2).drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/\(rest)"
    }

    private static func check(_ url: BaseURL) throws(RequestProblem) {
        let host = url.authority.lowercased()
        let isLocal = ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix("\($0):") }
        guard url.scheme == "https" || isLocal else { throw RequestProblem(.baseURL, "it is not https") }
    }
}
