import Testing

@testable import ApusRuntime

@Suite("The send loop")
struct SendLoopTests {
    static let lost = TransportError(.connectionLost, .maybeSent, "connection lost")
    static let refused = TransportError(.connect, .notSent, "refused")
    static let post = CreateKeyRequest(name: "k")

    @Test("503, 503, 200: two waits, three attempts")
    func recovers() async throws {
        let harness = Harness(.json(503, ""), .json(503, ""), .after(.milliseconds(20), .json(200, SampleAPI.good)))
        let response = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(response.value.totalCost == 0.5)
        #expect(response.status == 200)
        #expect(response.attempts.map(\.status) == [503, 503, 200])
        #expect(response.attempts.map(\.number) == [1, 2, 3])
        #expect(response.attempts.map(\.wait) == [.milliseconds(250), .milliseconds(500), nil])
        #expect(response.attempts.map(\.retryReason) == [.serverError, .serverError, nil])
        #expect(response.attempts[2].duration == .milliseconds(20))
        #expect(response.duration == .milliseconds(770))
        #expect(harness.clock.sleeps == [.milliseconds(250), .milliseconds(500)])
        #expect(Set(harness.transport.requests.map(\.head)).count == 1, "every attempt is the same")
        #expect(harness.transport.requests.allSatisfy { $0.operationID == "getGeneration" })
    }

    struct Row: Sendable {
        var name: String
        var steps: [ScriptedTransport.Step]
        var isPost = false
        var key: String?
        /// The error's name; `nil`: success.
        var want: String?
        var attempts: Int
        var stop: RetryStopReason?
    }

    static let rows: [Row] = [
        Row(name: "lost, lost, 200", steps: [.failure(lost), .failure(lost), .json(200, SampleAPI.good)], attempts: 3),
        Row(name: "lost, 503, 200", steps: [.failure(lost), .json(503, ""), .json(200, SampleAPI.good)], attempts: 3),
        Row(name: "always 500", steps: [.json(500, "")], want: "internalServer", attempts: 3, stop: .attemptsExhausted),
        Row(name: "always lost", steps: [.failure(lost)], want: "transport", attempts: 3, stop: .attemptsExhausted),
        Row(
            name: "POST, 503", steps: [.json(503, "")], isPost: true, want: "unexpectedStatus", attempts: 1,
            stop: .mayHaveActed),
        Row(
            name: "POST, lost", steps: [.failure(lost)], isPost: true, want: "transport", attempts: 1,
            stop: .mayHaveActed),
        Row(
            name: "POST, refused, 200", steps: [.failure(refused), .json(200, SampleAPI.good)], isPost: true,
            attempts: 2),
        Row(
            name: "POST, 503 with wait, 200",
            steps: [.json(503, "", [("Retry-After", "1")]), .json(200, SampleAPI.good)], isPost: true, attempts: 2),
        Row(
            name: "POST with key, lost, 500, 201",
            steps: [.failure(lost), .json(500, ""), .json(201, SampleAPI.good)], isPost: true, key: "key-1", attempts: 3
        ),
        Row(name: "429, 200", steps: [.json(429, ""), .json(200, SampleAPI.good)], attempts: 2),
        Row(
            name: "429 for an hour", steps: [.json(429, "", [("Retry-After", "3600")])], want: "tooManyRequests",
            attempts: 1, stop: .retryAfterTooLong),
        Row(
            name: "503 with veto", steps: [.json(503, "", [("X-Should-Retry", "false")])], want: "unexpectedStatus",
            attempts: 1, stop: .serverForbade),
        Row(
            name: "body cut short, 200",
            steps: [.broken(200, #"{"data":"#, lost), .json(200, SampleAPI.good)], attempts: 2),
        Row(
            name: "POST, body cut short", steps: [.broken(200, #"{"data":"#, lost)], isPost: true, key: "key-1",
            want: "transport", attempts: 1, stop: .mayHaveActed),
        Row(
            name: "a body that breaks HTTP's rules",
            steps: [.broken(200, "{", .init(.protocolViolation, .maybeSent, "bad chunk"))], want: "transport",
            attempts: 1, stop: .notRetryable),
        Row(
            name: "an error's body cut short keeps its status", steps: [.broken(404, #"{"error":"#, lost)],
            want: "notFound", attempts: 1, stop: .notRetryable),
        Row(
            name: "TLS", steps: [.failure(.init(.tls, .notSent, "certificate"))], want: "transport", attempts: 1,
            stop: .notRetryable),
        Row(name: "404", steps: [.json(404, "{}")], want: "notFound", attempts: 1, stop: .notRetryable),
        Row(name: "malformed 200", steps: [.json(200, "{")], want: "decoding", attempts: 1, stop: .notRetryable),
    ]

    @Test("scenarios: given, want", arguments: rows.indices, [false, true])
    func scenario(index: Int, keepsTime: Bool) async {
        let row = Self.rows[index]
        let harness = Harness(steps: row.steps, keepsTime: keepsTime)
        let options = CallOptions(idempotencyKey: row.key)
        let error =
            row.isPost ? await harness.failure(Self.post, options) : await harness.failure(options)
        #expect(error?.name == row.want, "\(row.name)")
        #expect(harness.transport.requests.count == row.attempts, "\(row.name)")
        #expect(error?.attempts.count ?? row.attempts == row.attempts, "\(row.name)")
        #expect(error?.retryStopReason == row.stop, "\(row.name)")
        let keys = harness.transport.requests.map { $0.head.headerFields[.idempotencyKey] }
        #expect(keys.allSatisfy { $0 == row.key }, "\(row.name)")
        #expect(Set(harness.transport.requests.map(\.body?.bytes)).count == 1, "\(row.name)")
    }

    @Test("a policy per call wins over the client's and the document's")
    func policies() async {
        var harness = Harness(.json(500, ""))
        harness.configuration.retryBudget = nil
        harness.description.retry = DocumentRetryPolicy(maximumAttempts: 2)
        #expect(await harness.failure()?.attempts.count == 2)
        harness.configuration.retryPolicy = RetryPolicy(maximumAttempts: 4)
        #expect(await harness.failure()?.attempts.count == 4)
        #expect(await harness.failure(CallOptions(retryPolicy: .never))?.attempts.count == 1)
    }

    @Test("many failing calls spend the budget; nil turns it off")
    func budget() async {
        var harness = Harness(.json(500, ""))
        let client = harness.client
        var errors: [CallFailure] = []
        for _ in 0..<100 {
            do { _ = try await client.send(GetGenerationRequest(id: "x")) } catch { errors.append(error) }
        }
        #expect(errors.count == 100)
        #expect(harness.transport.requests.count == 103)
        #expect(errors.last?.details.retryStopReason == .budgetSpent)
        #expect(errors.last?.description.contains("budgetSpent") == true)
        let counts = client.counters.snapshot
        #expect(counts.calls == 100 && counts.failures == 100 && counts.attempts == 103 && counts.retries == 3)
        #expect(counts.budgetRefusals == 99)
        harness.configuration.retryBudget = nil
        #expect(await harness.failure()?.attempts.count == 3)
    }

    // MARK: - Deadline

    @Test("each attempt is told how much time is left")
    func timeouts() async {
        let harness = Harness(.after(.seconds(45), .json(503, "")), .json(200, SampleAPI.good))
        #expect(await harness.failure() == nil)
        let timeouts = harness.transport.requests.map(\.timeouts)
        #expect(timeouts[0] == TransportTimeouts(idle: nil, total: .seconds(60)), "idle is no nearer than the total")
        #expect(timeouts[1].total == .milliseconds(14_750))
        #expect(timeouts[1].firstByte == nil, "the total is nearer")
        #expect(timeouts[1].connect == .seconds(5))
    }

    @Test("no wait is begun that cannot end in time")
    func deadlineBeforeWait() async {
        let harness = Harness(.after(.milliseconds(900), .json(503, "")))
        let error = await harness.failure(CallOptions(deadline: .seconds(1)))
        #expect(error?.name == "unexpectedStatus")
        #expect(error?.retryStopReason == .deadline)
        #expect(harness.clock.sleeps.isEmpty)
    }

    @Test("the transport's total limit is the deadline")
    func deadlineInTransport() async {
        let late = TransportError(.timeout(.total), .maybeSent, "too late")
        let harness = Harness(.failure(late))
        let error = await harness.failure()
        #expect(error?.name == "deadlineExceeded")
        #expect(error?.attempts.count == 1)
        #expect(error?.message == "the call did not end within its deadline of 60.000 s")
        let inBody = Harness(.broken(200, "{", late))
        #expect(await inBody.failure()?.name == "deadlineExceeded")
    }

    @Test("no time at all: nothing is sent")
    func noTime() async {
        for deadline: Duration in [.zero, .seconds(-1)] {
            let harness = Harness(.json(200, SampleAPI.good))
            #expect(await harness.failure(CallOptions(deadline: deadline))?.name == "deadlineExceeded")
            #expect(harness.transport.requests.isEmpty)
        }
    }

    @Test("the timer ends a transport that keeps no time")
    func timerInTransport() async {
        let harness = Harness(.silence)
        let task = Task { await harness.failure() }
        while harness.transport.requests.isEmpty { await Task.yield() }
        harness.clock.passDeadline()
        let error = await task.value
        #expect(error?.name == "deadlineExceeded")
        #expect(error?.attempts.count == 1)
    }

    @Test("the timer ends a credential's provider that keeps no time, even over a transport that does")
    func timerInCredential() async {
        var harness = Harness(steps: [.json(200, SampleAPI.good)], keepsTime: true)
        let clock = harness.clock
        harness.credentials = [
            "apiKey": .provider {
                clock.passDeadline()
                try await Task.sleep(for: .seconds(3600))
                return "late"
            }
        ]
        #expect(await harness.failure()?.name == "deadlineExceeded")
        #expect(harness.transport.requests.isEmpty)
    }

    @Test("the system's clock: a deadline of a moment ends a silent server")
    func systemClock() async {
        var harness = Harness(.silence)
        harness.configuration.clock = SystemClock()
        #expect(await harness.failure(CallOptions(deadline: .milliseconds(20)))?.name == "deadlineExceeded")
    }

    @Test("no deadline: no limit of the total")
    func noDeadline() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.configuration.deadline = nil
        #expect(await harness.failure() == nil)
        #expect(harness.transport.requests[0].timeouts.total == nil)
        var own = Harness(.failure(.init(.timeout(.total), .maybeSent, "too late")))
        own.configuration.deadline = nil
        own.configuration.timeouts.total = .seconds(7)
        #expect(await own.failure()?.message == "the call did not end within its deadline of 7.000 s")
        #expect(own.transport.requests[0].timeouts.total == .seconds(7))
    }

    // MARK: - Cancellation

    @Test("cancelled before the call: nothing is sent")
    func cancelledBefore() async {
        let harness = Harness(.json(200, SampleAPI.good))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await harness.failure()
        }
        #expect(await task.value?.name == "cancelled")
        #expect(harness.transport.requests.isEmpty)
    }

    @Test("cancelled in a wait: no further attempt")
    func cancelledInSleep() async {
        let harness = Harness(.json(503, ""))
        let task = Task {
            harness.clock.onSleep.withLock { $0 = { withUnsafeCurrentTask { $0?.cancel() } } }
            return await harness.failure()
        }
        let error = await task.value
        #expect(error?.name == "cancelled")
        #expect(error?.attempts.count == 1)
        #expect(harness.transport.requests.count == 1)
    }

    @Test("cancelled in the transport: no retry, no other error")
    func cancelledInTransport() async {
        let harness = Harness(.silence)
        let task = Task { await harness.failure() }
        while harness.transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        let error = await task.value
        #expect(error?.name == "cancelled")
        #expect(error?.attempts.count == 1)
        #expect(harness.transport.requests.count == 1)
    }

    @Test("a transport that was shut down is no cancellation")
    func shutDown() async {
        let harness = Harness(.failure(.init(.cancelled, .notSent, "shut down")))
        let error = await harness.failure()
        #expect(error?.name == "transport")
        #expect(error?.attempts.count == 1)
    }

    // MARK: - Limits

    @Test("bodies beyond their limits")
    func limits() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.configuration.maximumBodyBytes = SampleAPI.good.utf8.count
        #expect(await harness.failure() == nil)
        harness.configuration.maximumBodyBytes -= 1
        let error = await harness.failure()
        #expect(error?.name == "unexpectedStatus")
        #expect(error?.message.contains("`maximumBodyBytes`") == true)
        #expect(error?.attempts.count == 1)
        var long = Harness(.json(404, #"{"error":{"code":404,"message":"gone"},"filler":"xxxxxxxx"}"#))
        long.configuration.maximumErrorBodyBytes = 40
        let cut = await long.failure()
        #expect(cut?.name == "notFound")
        #expect(cut?.details.rawBody.count == 40)
    }
}

extension Harness {
    init(steps: [ScriptedTransport.Step], keepsTime: Bool = false) {
        self.init(transport: ScriptedTransport(steps, keepsTime: keepsTime))
    }

    private init(transport: ScriptedTransport) {
        self.transport = transport
        configuration.clock = clock
        configuration.random = { 0.5 }
    }
}
