/// Asks for what a download is missing, by the call that began it. Every question is a call of its own, with its retries and its
/// deadline.
struct ResumeSource: Sendable {
    let client: APIClient
    let builder: RequestBuilder
    let options: CallOptions
    /// The origin that the bytes came from: what the retry budget counts by.
    let origin: String

    /// A part as large as this makes good for the break before it.
    static let goodPart = 1 << 20

    /// The policy of the call.
    private var policy: RetryPolicy { client.retryPolicy(of: builder.operation, options) }

    /// Whether to ask after a break, and how long to wait before: as the call's policy says for a body that broke off, and as
    /// the retry budget allows.
    /// - Parameter breaks: how many there were since a good part, this one counted.
    func decide(after error: TransportError, breaks: Int) -> RetryDecision {
        let facts = RetryFacts(method: builder.operation.method)
        let failure = AttemptFailure(breakingBody: error)
        var level: RetryBudget.Level?
        if case .retryable = policy.kind(of: failure, facts), builder.body == nil {
            level = client.configuration.retryBudget?.spend(origin, at: client.configuration.clock.now)
        } else {
            return .stop(.notRetryable)
        }
        return policy.decide(
            RetryInput(
                failure: failure, facts: facts, attempts: breaks, remaining: nil, budget: level,
                random: client.configuration.random()))
    }

    /// Gives back what a break took of the retry budget.
    func noteGoodPart(breaks: Int) {
        client.configuration.retryBudget?.succeed(origin, spent: breaks, at: client.configuration.clock.now)
    }

    /// Asks.
    func ask(_ point: ResumePoint?) async throws(CallFailure) -> (answer: ResumePoint.Answer, ReceivedResponse)? {
        var builder = builder
        builder.resumePoint = point
        do throws(CallFailure) {
            let received = try await client.resume(builder, options)
            return (point?.answer(received.head) ?? .whole, received)
        } catch {
            // There is no such range, whatever the reason: the file is not what it was.
            if point != nil, error.details.status == 416 { return nil }
            throw error
        }
    }
}

extension AttemptFailure {
    /// What it is that a success's body broke off. Some reasons would be the same the next time.
    init(breakingBody error: TransportError) {
        let isFinal = [.timeout(.total), .cancelled, .protocolViolation, .tls, .requestBody].contains(error.reason)
        self = isFinal ? .noResponse(error.reason, .maybeSent) : .bodyCutShort
    }
}
