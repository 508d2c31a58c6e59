/// A status code's name: what a failure says when the server says nothing.
enum StatusPhrase {
    /// The registered name (RFC 9110 section 15), else the name that came along, else `status 599`.
    static func text(_ status: HTTPResponse.Status) -> String {
        if let known = registered.first(where: { $0 == status }) { return known.reasonPhrase }
        if let edge = edge[status.code] { return edge }
        return status.reasonPhrase.isEmpty ? "status \(status.code)" : status.reasonPhrase
    }

    private static let registered: [HTTPResponse.Status] = [
        .ok, .created, .accepted, .nonAuthoritativeInformation, .noContent, .resetContent, .partialContent,
        .multipleChoices, .movedPermanently, .found, .seeOther, .notModified, .temporaryRedirect, .permanentRedirect,
        .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable,
        .proxyAuthenticationRequired, .requestTimeout, .conflict, .gone, .lengthRequired, .preconditionFailed,
        .contentTooLarge, .uriTooLong, .unsupportedMediaType, .rangeNotSatisfiable, .expectationFailed,
        .misdirectedRequest, .unprocessableContent, .tooEarly, .upgradeRequired, .preconditionRequired,
        .tooManyRequests, .requestHeaderFieldsTooLarge, .unavailableForLegalReasons, .internalServerError,
        .notImplemented, .badGateway, .serviceUnavailable, .gatewayTimeout, .httpVersionNotSupported,
        .networkAuthenticationRequired, .init(code: 402, reasonPhrase: "Payment Required"),
    ]

    /// Names that no standard has, but that content delivery networks and API providers use.
    private static let edge = [
        520: "Unknown Error at the Edge", 521: "Origin Is Down", 522: "Origin Connection Timed Out",
        523: "Origin Is Unreachable", 524: "Origin Response Timed Out", 529: "Overloaded",
    ]
}
