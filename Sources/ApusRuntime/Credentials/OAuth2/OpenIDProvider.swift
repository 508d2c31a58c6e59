/// What an OpenID provider says of itself (OpenID Connect Discovery 1.0, section 4).
public struct OpenIDProvider: Sendable, Hashable {
    /// The provider's name, an https URL.
    public var issuer: String
    /// Where a person logs in.
    public var authorizationURL: String
    /// Where tokens are handed out.
    public var tokenURL: String

    /// Asks the provider.
    /// - Parameter url: the document's `openIdConnectUrl`, which ends in `/.well-known/openid-configuration`.
    /// - Throws: ``OAuth2Error`` when it cannot be reached, answers with something else, or names another issuer.
    public static func discover(_ url: String, transport: any Transport) async throws(OAuth2Error) -> OpenIDProvider {
        try await discover(url, base: nil, transport: transport)
    }

    static func discover(
        _ url: String, base: BaseURL?, transport: any Transport
    ) async throws(OAuth2Error) -> OpenIDProvider {
        let place = try EndpointURL(url, against: base)
        var fields = HTTPFields()
        fields[.accept] = "application/json"
        let request = TransportRequest(
            operationID: "openid-configuration", head: place.head(.get, fields), timeouts: TokenEndpoint.timeouts)
        let (answer, body) = try await OAuth2Exchange.send(request, over: transport)
        guard answer.status.code == 200, let value = try? JSONValue(jsonBytes: body),
            let issuer = value["issuer"]?.string, let authorization = value["authorization_endpoint"]?.string,
            let token = value["token_endpoint"]?.string
        else {
            throw OAuth2Error(
                .unexpectedAnswer(status: answer.status.code),
                "\(place.origin) did not answer with its OpenID endpoints")
        }
        try check(issuer, place)
        return OpenIDProvider(issuer: issuer, authorizationURL: authorization, tokenURL: token)
    }

    /// A provider that speaks for another one must not be believed (section 4.3).
    private static func check(_ issuer: String, _ place: EndpointURL) throws(OAuth2Error) {
        var prefix = issuer
        while prefix.hasSuffix("/") { prefix.removeLast() }
        let suffix = "/.well-known/openid-configuration"
        guard !place.place.hasSuffix(suffix) || place.place.lowercased() == (prefix + suffix).lowercased() else {
            throw OAuth2Error(.configuration, "\(place.origin) names another issuer than itself")
        }
    }
}
