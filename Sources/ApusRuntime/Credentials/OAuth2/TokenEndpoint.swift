/// Asks a token endpoint for tokens (RFC 6749 section 3.2): one form sent, one JSON object read.
struct TokenEndpoint: Sendable {
    var url: EndpointURL
    var client: OAuth2Client
    var transport: any Transport
    /// Seconds since 1970-01-01 UTC.
    var now: @Sendable () -> Int

    /// Tokens and errors are small; whoever sends more is no token endpoint.
    static let maximumAnswerBytes = 1 << 20
    /// For one exchange with the endpoint.
    static let timeouts = TransportTimeouts(total: .seconds(30))

    /// Sends the form.
    /// - Parameter form: names and values, in order.
    func tokens(_ form: [(String, String)]) async throws(OAuth2Error) -> OAuth2Tokens {
        let (head, body) = try await OAuth2Exchange.send(request(form), over: transport)
        let answer = try? JSONValue(jsonBytes: body)
        if (200..<300).contains(head.status.code), let answer, let tokens = OAuth2Tokens(answer, now: now()) {
            return tokens
        }
        throw refusal(head.status.code, answer, form)
    }

    private func request(_ form: [(String, String)]) -> TransportRequest {
        var form = form
        var fields = HTTPFields()
        fields[.accept] = "application/json"
        fields[.contentType] = "application/x-www-form-urlencoded"
        if let secret = client.secret, client.authentication == .basic {
            // Both are form-encoded first (RFC 6749 section 2.3.1).
            let pair = Self.encode(client.id) + ":" + Self.encode(secret)
            fields[.authorization] = "Basic " + Base64Data(Array(pair.utf8)).base64
        } else {
            form.append(("client_id", client.id))
            if let secret = client.secret { form.append(("client_secret", secret)) }
        }
        let body = form.map { "\(Self.encode($0.0))=\(Self.encode($0.1))" }.joined(separator: "&")
        return TransportRequest(
            operationID: "oauth2", head: url.head(.post, fields), body: .bytes(Array(body.utf8)),
            timeouts: Self.timeouts)
    }

    /// The server's error code and its words, without anything that was sent.
    private func refusal(_ status: Int, _ answer: JSONValue?, _ form: [(String, String)]) -> OAuth2Error {
        guard let code = answer?["error"]?.string, !code.isEmpty else {
            return OAuth2Error(
                .unexpectedAnswer(status: status),
                "the token endpoint of \(url.origin) answered with status \(status) and no token")
        }
        var secrets = Secrets()
        for (_, value) in form { secrets.add(value) }
        if let secret = client.secret { secrets.add(secret) }
        let words = answer?["error_description"]?.string.map { ": \($0)" } ?? ""
        return OAuth2Error(
            .refused(code: secrets.redact(code)),
            secrets.redact("the token endpoint of \(url.origin) refused, with `\(code)`\(words)"))
    }

    private static func encode(_ text: String) -> String { PercentEncoding.encode(text, keeping: .formUnreserved) }
}

/// One exchange outside of the API's own calls.
enum OAuth2Exchange {
    /// Sends and reads the body.
    static func send(
        _ request: TransportRequest, over transport: any Transport
    ) async throws(OAuth2Error) -> (HTTPResponse, [UInt8]) {
        do throws(TransportError) {
            let response = try await transport.send(request)
            let (body, ending) = await BodyCollector(limit: TokenEndpoint.maximumAnswerBytes).collect(response.body)
            switch ending {
            case .complete: return (response.head, body)
            case .failed(let error): throw error
            case .overLimit: throw TransportError(.protocolViolation, .maybeSent, "the answer is too large")
            }
        } catch {
            if error.reason == .cancelled || Task.isCancelled { throw OAuth2Error(.cancelled, "cancelled") }
            throw OAuth2Error(.transport(error), "no token: \(error.message)")
        }
    }
}
