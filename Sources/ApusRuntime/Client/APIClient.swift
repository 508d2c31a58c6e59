import Logging

/// Sends an API's calls. Generated clients wrap one.
public final class APIClient: Sendable {
    /// What is the same for every call.
    public let api: APIDescription
    /// How calls are sent.
    public let configuration: ClientConfiguration
    /// What carries the bytes.
    public let transport: any Transport
    /// How many calls were made and how they went.
    public let counters = CallCounters()
    private let credentials: CredentialResolver
    private let globals: GlobalResolver
    private let base: Result<BaseURL, RequestProblem>
    /// Whether the user named a server that is none of the API's.
    private let hasOwnBase: Bool
    private let userAgent: String
    let errorType: @Sendable (CallFailure) -> any Error

    /// A client. Problems with the base URL or a credential show at the first call.
    /// - Parameters:
    ///   - credentials: by the name of their security scheme; `nil` for the scheme's environment variable.
    ///   - globals: by name; `nil` for the global's environment variable, empty to suppress it.
    ///   - server: one of the API's servers; `nil` for the first one.
    ///   - baseURL: another server; goes before the API's and before those that operations have of their own.
    ///   - errors: gives what a stream throws the API's own type.
    public init(
        description: APIDescription, credentials: [String: Credential?] = [:], globals: [String: String?] = [:],
        server: ServerTemplate? = nil, baseURL: String? = nil, configuration: ClientConfiguration = .init(),
        transport: any Transport, errors: @escaping @Sendable (CallFailure) -> any Error = { $0 }
    ) {
        api = description
        self.configuration = configuration
        self.transport = transport
        self.credentials = CredentialResolver(
            schemes: description.securitySchemes, client: credentials.compactMapValues { $0 }, call: [:],
            environment: configuration.environment, hasClientCertificate: transport.hasClientCertificate)
        self.globals = GlobalResolver(
            parameters: description.globals, client: globals.compactMapValues { $0 },
            environment: configuration.environment)
        base = Result { () throws(RequestProblem) in
            if let baseURL { return try BaseURL(baseURL) }
            guard let url = try server?.expanded() ?? description.servers.first else {
                throw RequestProblem(
                    .baseURL, "the API's document names no server; give the client a `baseURL` such as `https://host`")
            }
            return try BaseURL(url)
        }
        hasOwnBase = baseURL != nil
        userAgent = description.userAgent
        errorType = errors
    }

    /// Makes a call.
    /// - Throws: ``CallFailure``; a generated client throws its own error type instead.
    public func send<R: OperationRequest>(
        _ request: R, options: CallOptions = .init()
    ) async throws(CallFailure) -> APIResponse<R> {
        try await sendPage(R.self, RequestBuilder(request), options).response
    }

    /// Makes a call whose request is built already.
    func sendPage<R: OperationRequest>(
        _ request: R.Type, _ builder: RequestBuilder, _ options: CallOptions
    ) async throws(CallFailure) -> (response: APIResponse<R>, received: ReceivedResponse) {
        let start = configuration.clock.now
        let received: ReceivedResponse
        let value: R.Output
        do throws(CallFailure) {
            received = try await receive(builder, options).get()
            value = try decoded(received, by: R.self, builder, options)
        } catch {
            await ended(R.operation, .failure(error), since: start)
            throw error
        }
        let duration = configuration.clock.now - start
        await ended(R.operation, .success((received.trace.attempts, received.head.status.code)), since: start)
        let response = APIResponse<R>(
            value: value, head: received.head, rawBody: received.body, attempts: received.trace.attempts,
            duration: duration)
        return (response, received)
    }

    /// What a page without a way to the next one fails the sequence with.
    func failure(_ problem: PageTurner.Problem, of received: ReceivedResponse) -> CallFailure {
        var trace = received.trace
        trace.stopReason = .notRetryable
        var explanation: String?
        if case .astray(let what) = problem { explanation = what }
        let response = UnexpectedResponse(
            head: received.head, rawBody: received.body, explanation: explanation,
            now: configuration.clock.unixSeconds, trace: trace)
        switch problem {
        case .astray: return .unexpectedStatus(response)
        case .output(let error): return .decoding(DecodingFailure(response: response, error: error))
        }
    }

    private func decoded<R: OperationRequest>(
        _ received: ReceivedResponse, by request: R.Type, _ builder: RequestBuilder, _ options: CallOptions
    ) throws(CallFailure) -> R.Output {
        if let body = received.unread, let output = R.openOutput(open(received, body, builder, options)) {
            return output
        }
        do {
            return try R.decodeOutput(
                from: Charset.utf8(received.body, received.head), head: received.head, limits: configuration.jsonLimits)
        } catch {
            throw undecodable(received, error, R.operation)
        }
    }

    // MARK: - What does not depend on the operation's types

    private func open(
        _ received: ReceivedResponse, _ body: ResponseBody, _ builder: RequestBuilder, _ options: CallOptions
    ) -> StreamedBody {
        // A stream of values never goes on after a break, and so keeps nothing of its request.
        let isStream = if case .stream = builder.operation.delivery { true } else { false }
        let source =
            isStream
            ? nil : ResumeSource(client: self, builder: builder, options: options, origin: received.origin ?? "")
        return StreamedBody(
            head: received.head, body: body,
            context: StreamContext(
                operation: builder.operation, trace: received.trace, jsonLimits: configuration.jsonLimits,
                maximumEventBytes: configuration.maximumEventBytes, clock: configuration.clock, source: source,
                failure: streamFailure))
    }

    /// The API's own type for what a stream or a download throws, behind a line in the log: its call has ended long before.
    private func streamFailure(_ failure: CallFailure) -> any Error {
        configuration.logger.debug(
            "stream failed", error: failure, metadata: ["operation": "\(failure.details.operationID)"])
        return errorType(failure)
    }

    /// Makes a call for the rest of a download. It is counted and logged as a call of its own.
    func resume(_ builder: RequestBuilder, _ options: CallOptions) async throws(CallFailure) -> ReceivedResponse {
        let start = configuration.clock.now
        let outcome = await receive(builder, options)
        await ended(
            builder.operation, outcome.map { ($0.trace.attempts, $0.head.status.code) }, since: start)
        return try outcome.get()
    }

    /// When to try a call again: as the call, the client, the operation or the API says, the first one that does.
    func retryPolicy(of operation: OperationDescription, _ options: CallOptions) -> RetryPolicy {
        options.retryPolicy ?? configuration.retryPolicy ?? operation.retry?.policy ?? api.retry?.policy ?? .standard
    }

    /// Prepares the request and runs the call.
    private func receive(_ builder: RequestBuilder, _ options: CallOptions) async -> CallRunner.Outcome {
        let request: PreparedRequest
        do {
            request = try prepare(builder, options)
        } catch {
            let trace = CallTrace(operationID: builder.operation.id)
            return .failure(.invalidRequest(InvalidRequest(error, trace: trace)))
        }
        var credentials = credentials
        credentials.call = options.credentials
        let runner = CallRunner(
            request: request, credentials: credentials,
            chain: MiddlewareChain(middleware: configuration.middleware, transport: transport),
            configuration: configuration,
            policy: retryPolicy(of: builder.operation, options),
            redirects: options.redirects ?? configuration.redirects,
            deadline: options.deadline ?? configuration.deadline)
        return await runner.run()
    }

    /// Everything of the request but its credentials. Header fields, weakest first: `User-Agent`, globals, the
    /// request's own, the client's, the call's.
    private func prepare(
        _ builder: RequestBuilder, _ options: CallOptions
    ) throws(RequestProblem) -> PreparedRequest {
        let own = options.baseURL ?? (hasOwnBase ? nil : builder.operation.server)
        let base = if let own { try BaseURL(own) } else { try self.base.get() }
        var builder = builder
        globals.fillPath(of: &builder)
        var request = try PreparedRequest(builder, base: base)
        try globals.apply(to: &request)
        if let url = builder.nextURL { try request.point(to: url) }
        if let key = options.idempotencyKey { try request.headers.set("Idempotency-Key", key) }
        try request.headers.merge(configuration.headers)
        try request.headers.merge(options.headers)
        request.headers.setDefault(.userAgent, userAgent)
        request.merge(query: options.query)
        if let point = builder.resumePoint { request.ask(from: point) }
        try globals.check(builder.neededGlobals, in: request)
        return request
    }

    private func undecodable(
        _ received: ReceivedResponse, _ error: JSONError, _ operation: OperationDescription
    ) -> CallFailure {
        var trace = received.trace
        trace.stopReason = .notRetryable
        let now = configuration.clock.unixSeconds
        if let kind = InBandError.find(in: Charset.utf8(received.body, received.head), operation) {
            return kind.failure(received.head, received.body, trace, now: now)
        }
        let response = UnexpectedResponse(
            head: received.head, rawBody: received.body, explanation: nil, now: now, trace: trace)
        return .decoding(DecodingFailure(response: response, error: error))
    }

    private func ended(
        _ operation: OperationDescription, _ result: Result<([Attempt], Int), CallFailure>, since start: Duration
    ) async {
        var summary = CallSummary(
            operationID: operation.id, attempts: [], duration: configuration.clock.now - start)
        switch result {
        case .success(let (attempts, status)):
            summary.attempts = attempts
            summary.status = status
        case .failure(let failure):
            summary.attempts = failure.details.attempts
            summary.status = failure.details.status
            summary.failure = failure
        }
        counters.count(summary)
        log(summary)
        for middleware in configuration.middleware { await middleware.callEnded(summary) }
    }
}

extension APIClient {
    private func log(_ call: CallSummary) {
        guard configuration.logger.logLevel <= .debug else { return }
        var metadata: Logger.Metadata = [
            "operation": "\(call.operationID)", "attempts": "\(call.attempts.count)",
            "status": "\(call.status.map(String.init) ?? "none")", "duration": "\(call.duration.secondsText)",
        ]
        if let reason = call.failure?.details.retryStopReason { metadata["stop"] = "\(reason.rawValue)" }
        configuration.logger.debug("call ended", error: call.failure, metadata: metadata)
    }
}

extension APIClient: CustomStringConvertible, CustomReflectable {
    /// The API's name and version.
    public var description: String { "APIClient(\(api.name) \(api.version))" }

    /// The API's name and version; no credential.
    public var customMirror: Mirror { Mirror(self, children: ["api": "\(api.name) \(api.version)"]) }
}
