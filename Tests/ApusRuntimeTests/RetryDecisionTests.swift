import Testing

@testable import ApusRuntime

@Suite("Retry decisions")
struct RetryDecisionTests {
    /// What happens to a method, with and without an idempotency key.
    struct Row: Sendable {
        var name: String
        var failure: AttemptFailure
        /// For GET; `nil`: stops, since another try would not help.
        var get: RetryReason?
        /// For POST without a key.
        var post: RetryReason?
        /// For POST with a key.
        var keyed: RetryReason?
        /// Why POST without a key stops, if it does.
        var stop = RetryStopReason.notRetryable
    }

    static func status(_ code: Int, after: Duration? = nil, should: Bool? = nil) -> AttemptFailure {
        .response(status: code, retryAfter: after, shouldRetry: should)
    }

    static func same(_ name: String, _ failure: AttemptFailure, _ reason: RetryReason?) -> Row {
        Row(name: name, failure: failure, get: reason, post: reason, keyed: reason)
    }

    static func safe(_ name: String, _ failure: AttemptFailure, _ reason: RetryReason) -> Row {
        Row(name: name, failure: failure, get: reason, post: nil, keyed: reason, stop: .mayHaveActed)
    }

    static let rows: [Row] =
        [
            same("DNS", .noResponse(.nameResolution, .notSent), .notConnected),
            same("refused", .noResponse(.connect, .notSent), .notConnected),
            same("connect limit", .noResponse(.timeout(.connect), .notSent), .notConnected),
            same("stale connection, nothing sent", .noResponse(.connectionLost, .notSent), .notConnected),
            safe("lost", .noResponse(.connectionLost, .maybeSent), .connectionLost),
            safe("silence", .noResponse(.timeout(.firstByte), .maybeSent), .connectionLost),
            safe("other", .noResponse(.other, .maybeSent), .connectionLost),
            same("unfit for the transport, or it is shut down", .noResponse(.other, .notSent), nil),
            same("TLS", .noResponse(.tls, .notSent), nil),
            same("not HTTP", .noResponse(.protocolViolation, .maybeSent), nil),
            same("cancelled", .noResponse(.cancelled, .notSent), nil),
            Row(
                name: "body cut short", failure: .bodyCutShort, get: .bodyCutShort, post: nil, keyed: nil,
                stop: .mayHaveActed),
            same("429", status(429), .throttled), same("429 with wait", status(429, after: .seconds(1)), .throttled),
            same("503 with wait", status(503, after: .seconds(1)), .throttled), safe("503", status(503), .serverError),
            same("409", status(409), nil), same("409, try again", status(409, should: true), .serverAsked),
            same("425", status(425), nil), same("425, try again", status(425, should: true), .serverAsked),
            safe("529, documented", status(529), .serverError), same("520, not documented", status(520), nil),
            same("404, try again", status(404, should: true), nil),
            same("501, try again", status(501, should: true), nil),
        ]
        + [408, 500, 502, 503, 504].map { safe("\($0)", status($0), .serverError) }
        + [200, 301, 400, 401, 402, 403, 404, 405, 410, 412, 413, 415, 422, 451, 501, 505, 507, 511, 599].map {
            same("\($0)", status($0), nil)
        }

    static func input(_ failure: AttemptFailure, _ method: String = "GET", keyed: Bool = false) -> RetryInput {
        RetryInput(
            failure: failure, facts: RetryFacts(method: method, hasIdempotencyKey: keyed, documentedStatuses: [529]),
            attempts: 1, remaining: .seconds(60), budget: nil, random: 0.5)
    }

    static func reason(_ decision: RetryDecision) -> RetryReason? {
        if case .wait(_, let reason) = decision { reason } else { nil }
    }

    @Test("methods and failures: given, want")
    func kinds() {
        for row in Self.rows {
            for method in ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"] {
                let hasActed = row.failure == .bodyCutShort && method != "GET"
                let want = hasActed ? nil : row.get
                let got = RetryPolicy.standard.decide(Self.input(row.failure, method))
                #expect(Self.reason(got) == want, "\(method) \(row.name)")
                let stop = hasActed ? RetryStopReason.mayHaveActed : .notRetryable
                if want == nil { #expect(got == .stop(stop), "\(method) \(row.name)") }
            }
            for method in ["POST", "PATCH"] {
                let plain = RetryPolicy.standard.decide(Self.input(row.failure, method))
                #expect(Self.reason(plain) == row.post, "\(method) \(row.name)")
                if row.post == nil { #expect(plain == .stop(row.stop), "\(method) \(row.name)") }
                let keyed = RetryPolicy.standard.decide(Self.input(row.failure, method, keyed: true))
                #expect(Self.reason(keyed) == row.keyed, "\(method) with key \(row.name)")
            }
        }
    }

    @Test("a document can ask that failed connections are not tried again")
    func connections() {
        let policy = DocumentRetryPolicy(retriesConnectionErrors: false).policy
        for row in Self.rows {
            let isResponse = if case .response = row.failure { true } else { false }
            #expect(
                Self.reason(policy.decide(Self.input(row.failure))) == (isResponse ? row.get : nil), "\(row.name)")
        }
    }

    @Test("the server's veto always wins")
    func veto() {
        for code in [408, 409, 425, 429, 500, 503] {
            let got = RetryPolicy.standard.decide(Self.input(Self.status(code, after: .seconds(1), should: false)))
            #expect(got == .stop(.serverForbade), "\(code)")
        }
    }

    struct WaitRow: Sendable {
        var name: String
        var failure: AttemptFailure
        var attempts = 1
        var random = 0.5
        var remaining: Duration? = .seconds(60)
        var tokens: Double? = 10
        var want: RetryDecision
    }

    static let waitRows: [WaitRow] = [
        WaitRow(
            name: "lost connection", failure: .noResponse(.connect, .notSent),
            want: .wait(.milliseconds(50), .notConnected)),
        WaitRow(name: "5xx", failure: status(500), want: .wait(.milliseconds(250), .serverError)),
        WaitRow(name: "5xx, second", failure: status(500), attempts: 2, want: .wait(.milliseconds(500), .serverError)),
        WaitRow(name: "throttled", failure: status(429), want: .wait(.milliseconds(500), .throttled)),
        WaitRow(name: "jitter may be nothing", failure: status(500), random: 0, want: .wait(.zero, .serverError)),
        WaitRow(name: "third is the last", failure: status(500), attempts: 3, want: .stop(.attemptsExhausted)),
        WaitRow(
            name: "asked: and a little jitter", failure: status(429, after: .seconds(4)),
            want: .wait(.milliseconds(4200), .throttled)),
        WaitRow(
            name: "asked: jitter of a second at most", failure: status(429, after: .seconds(40)),
            want: .wait(.milliseconds(40_500), .throttled)),
        WaitRow(name: "asked: 0", failure: status(429, after: .zero), want: .wait(.milliseconds(500), .throttled)),
        WaitRow(
            name: "asked: 60 s", failure: status(429, after: .seconds(60)), remaining: nil,
            want: .wait(.milliseconds(60_500), .throttled)),
        WaitRow(
            name: "asked: more", failure: status(429, after: .seconds(61)), remaining: nil,
            want: .stop(.retryAfterTooLong)),
        WaitRow(name: "asked: an hour", failure: status(503, after: .seconds(3600)), want: .stop(.retryAfterTooLong)),
        WaitRow(
            name: "asked: past the deadline", failure: status(429, after: .seconds(10)), remaining: .seconds(10),
            want: .stop(.retryAfterTooLong)),
        WaitRow(
            name: "jitter past the deadline", failure: status(429, after: .seconds(10)),
            remaining: .milliseconds(10_100), want: .stop(.deadline)),
        WaitRow(
            name: "backoff past the deadline", failure: status(500), remaining: .milliseconds(250),
            want: .stop(.deadline)),
        WaitRow(
            name: "no deadline", failure: status(500), remaining: nil, want: .wait(.milliseconds(250), .serverError)),
        WaitRow(
            name: "the deadline passed", failure: .noResponse(.timeout(.total), .maybeSent), want: .stop(.deadline)),
        WaitRow(name: "budget at half", failure: status(500), tokens: 5, want: .stop(.budgetSpent)),
        WaitRow(
            name: "budget above half", failure: status(500), tokens: 5.1, want: .wait(.milliseconds(250), .serverError)),
        WaitRow(name: "no budget", failure: status(500), tokens: nil, want: .wait(.milliseconds(250), .serverError)),
    ]

    @Test("the policy's own limit of time")
    func maximumElapsed() {
        let policy = RetryPolicy(maximumElapsed: .seconds(5))
        for (elapsed, want) in [
            (4.7, RetryDecision.wait(.milliseconds(250), .serverError)), (4.75, .stop(.deadline)),
            (9, .stop(.deadline)),
        ] {
            for remaining: Duration? in [.seconds(50), nil] {
                var input = Self.input(Self.status(500))
                input.elapsed = .seconds(elapsed)
                input.remaining = remaining
                #expect(policy.decide(input) == want, "\(elapsed)")
            }
        }
    }

    @Test("absurd delays neither trap nor wait")
    func absurd() {
        let huge = Duration.seconds(Int64.max)
        for (base, maximum) in [(huge, huge), (.seconds(-5), .seconds(-5)), (huge, .zero)] as [(Duration, Duration)] {
            let policy = RetryPolicy(serverErrorDelay: base, maximumDelay: maximum)
            var input = Self.input(Self.status(500))
            input.random = 7
            if case .wait(let wait, _) = policy.decide(input) { #expect(wait == .zero) }
            input.remaining = nil
            input.attempts = 2
            #expect(Self.reason(policy.decide(input)) == .serverError)
        }
    }

    @Test("waits and limits: given, want")
    func waits() {
        for row in Self.waitRows {
            var input = Self.input(row.failure)
            input.attempts = row.attempts
            input.random = row.random
            input.remaining = row.remaining
            input.budget = row.tokens.map { RetryBudget.Level(tokens: $0, capacity: 10) }
            #expect(RetryPolicy.standard.decide(input) == row.want, "\(row.name)")
        }
    }

    @Test("the wait grows to its maximum")
    func growth() {
        let policy = RetryPolicy(maximumAttempts: 5, serverErrorDelay: .seconds(3))
        let waits = (1...4).map { attempts in
            var input = Self.input(Self.status(500))
            input.attempts = attempts
            input.random = 1
            return policy.decide(input)
        }
        #expect(waits == [3, 6, 8, 8].map { .wait(.seconds($0), .serverError) })
    }

    @Test("policies: given, want")
    func policies() {
        #expect(RetryPolicy(maximumAttempts: 100).maximumAttempts == 5)
        #expect(RetryPolicy(maximumAttempts: -1).maximumAttempts == 1)
        #expect(RetryPolicy.never.decide(Self.input(Self.status(500))) == .stop(.attemptsExhausted))
        let wild = DocumentRetryPolicy(
            maximumAttempts: 1000, initialDelay: .seconds(90), maximumDelay: .seconds(60), statuses: [.range(5), 404])
        #expect(wild.policy.maximumAttempts == 3)
        #expect(wild.policy.maximumDelay == .seconds(8))
        #expect(wild.policy.serverErrorDelay == .seconds(8))
        let modest = DocumentRetryPolicy(maximumAttempts: 2, initialDelay: .milliseconds(10), maximumDelay: .seconds(1))
        #expect(modest.policy.maximumAttempts == 2)
        #expect(modest.policy.serverErrorDelay == .milliseconds(10))
        #expect(modest.policy.maximumDelay == .seconds(1))
        for (code, want) in [(507, RetryReason.serverError), (501, nil), (505, nil), (404, nil)]
            as [(Int, RetryReason?)]
        {
            #expect(Self.reason(wild.policy.decide(Self.input(Self.status(code)))) == want, "\(code)")
        }
    }
}

@Suite("Retry-After")
struct RetryAfterTests {
    static let date = "Tue, 14 Nov 2023 22:13:20 GMT"
    static let now = 1_700_000_000

    typealias Row = (fields: [(String, String)], want: Duration?)

    static let rows: [Row] = [
        ([], nil), ([("Retry-After", "0")], .zero), ([("Retry-After", "120")], .seconds(120)),
        ([("Retry-After", "007")], .seconds(7)), ([("Retry-After", "1.5")], .milliseconds(1500)),
        ([("Retry-After", "-1")], nil), ([("Retry-After", "+1")], nil), ([("Retry-After", "1e9")], nil),
        ([("Retry-After", "inf")], nil), ([("Retry-After", "nan")], nil), ([("Retry-After", "")], nil),
        ([("Retry-After", "1e400")], nil), ([("Retry-After", "99999999999999999999999999")], nil),
        ([("Retry-After", "0x10")], nil), ([("Retry-After", "1, 2")], nil), ([("Retry-After", "soon")], nil),
        ([("Retry-After", ".5")], nil), ([("Retry-After", "1.2.3")], nil), ([("Retry-After", "٣")], nil),
        ([("Retry-After", "1"), ("Retry-After", "2")], nil), ([("Retry-After", "1"), ("retry-after", "1")], nil),
        ([("Retry-After-Ms", "250"), ("Retry-After", "9")], .milliseconds(250)),
        ([("Retry-After-Ms", "-1"), ("Retry-After", "9")], .seconds(9)),
        ([("retry-after-ms", "x")], nil),
        ([("Retry-After", "Tue, 14 Nov 2023 22:13:30 GMT")], .seconds(10)),
        ([("Retry-After", "Tuesday, 14-Nov-23 22:13:30 GMT")], .seconds(10)),
        ([("Retry-After", "Tue Nov 14 22:13:30 2023")], .seconds(10)),
        ([("Retry-After", date)], nil), ([("Retry-After", "Tue, 14 Nov 2000 22:13:20 GMT")], nil),
        ([("Retry-After", "Tue, 14 Nov 100000 22:13:20 GMT")], nil),
        // The server's clock is an hour ahead: its own `Date` is what counts.
        ([("Date", "Tue, 14 Nov 2023 23:13:20 GMT"), ("Retry-After", "Tue, 14 Nov 2023 23:13:25 GMT")], .seconds(5)),
        ([("Date", "rubbish"), ("Retry-After", "Tue, 14 Nov 2023 22:13:25 GMT")], .seconds(5)),
    ]

    @Test("given, want")
    func values() {
        for row in Self.rows {
            var fields = HTTPFields()
            for (name, value) in row.fields { fields.append(HTTPField(name: .init(name)!, value: value)) }
            #expect(RetryAfter.parse(fields, now: Self.now) == row.want, "\(row.fields)")
        }
    }
}
