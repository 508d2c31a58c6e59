/// The standard phrases of statuses (RFC 9110, section 15, and RFC 6585; 52X and 529 as servers at the edge use them).
enum StatusPhrase {
    static func of(_ status: String) -> String {
        if let phrase = phrases[status] { return phrase + "." }
        if status.hasPrefix("2") { return "Success." }
        return status.hasPrefix("4")
            ? "The request was refused." : status.hasPrefix("5") ? "The service failed." : "A response."
    }

    private static let phrases = [
        "200": "OK", "201": "Created", "202": "Accepted", "204": "No content", "301": "Moved permanently",
        "302": "Found",
        "303": "See other", "304": "Not modified", "307": "Temporary redirect", "308": "Permanent redirect",
        "400": "Bad request", "401": "Unauthorized", "402": "Payment required", "403": "Forbidden", "404": "Not found",
        "405": "Method not allowed", "406": "Not acceptable", "408": "Request timeout", "409": "Conflict",
        "410": "Gone",
        "412": "Precondition failed", "413": "Content too large", "415": "Unsupported media type",
        "422": "Unprocessable content", "423": "Locked", "424": "Failed dependency", "429": "Too many requests",
        "451": "Unavailable for legal reasons", "500": "Internal server error", "501": "Not implemented",
        "502": "Bad gateway", "503": "Service unavailable", "504": "Gateway timeout",
        "524": "The edge network waited too long", "529": "The provider has too much to do",
    ]
}
