import ApusRuntime
import Testing

/// Faulty servers, rows 24 to 29 and 31: what is tried again, how often, and what the server sees of it.
@Suite(.timeLimit(.minutes(2))) struct RetryFaultTests {
    static let ok: FaultServer.Script = [.readRequest, .json(200, "1"), .close]
    static let lost: FaultServer.Script = [.readRequest, .reset]

    static func status(_ code: Int, _ headers: String = "") -> FaultServer.Script {
        [.readRequest, .json(code, "{}", headers + "Connection: close\r\n"), .close]
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let scripts: [FaultServer.Script]
        /// Attempts of GET, PUT, DELETE, POST with key; and of POST and PATCH without.
        let idempotent: Int
        let other: Int
        var succeeds = true
        var otherSucceeds = false

        var testDescription: String { name }
    }

    static let rows: [Row] =
        [
            Row(name: "503, 503, 200", scripts: [status(503), status(503), ok], idempotent: 3, other: 1),
            Row(name: "lost, lost, 200", scripts: [lost, lost, ok], idempotent: 3, other: 1),
            Row(name: "lost, 503, 200", scripts: [lost, status(503), ok], idempotent: 3, other: 1),
            Row(
                name: "429, 200", scripts: [status(429, "Retry-After: 0\r\n"), ok], idempotent: 2, other: 2,
                otherSucceeds: true),
            Row(
                name: "503 with a wait, 200", scripts: [status(503, "Retry-After-Ms: 1\r\n"), ok], idempotent: 2,
                other: 2, otherSucceeds: true),
            Row(name: "500 for ever", scripts: [status(500)], idempotent: 3, other: 1, succeeds: false),
            Row(
                name: "429 for an hour", scripts: [status(429, "Retry-After: 3600\r\n"), ok], idempotent: 1, other: 1,
                succeeds: false),
            Row(
                name: "503 for an hour", scripts: [status(503, "Retry-After: 3600\r\n"), ok], idempotent: 1, other: 1,
                succeeds: false),
            Row(
                name: "503, and the server forbids it", scripts: [status(503, "X-Should-Retry: false\r\n"), ok],
                idempotent: 1, other: 1, succeeds: false),
        ]
        + [300, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 501, 505, 511].map {
            Row(name: "\($0)", scripts: [status($0), ok], idempotent: 1, other: 1, succeeds: false)
        }

    @Test("Attempts as the server counts them", arguments: TransportKind.allCases, rows)
    func attempts(_ kind: TransportKind, _ row: Row) async throws {
        let calls: [(any OperationRequest, String?, isIdempotent: Bool)] = [
            (Get(), nil, true), (Put(), nil, true), (Delete(), nil, true), (Post(), "key-1", true),
            (Patch(), "key-2", true), (Post(), nil, false), (Patch(), nil, false),
        ]
        try await kind.run { transport in
            for (call, key, isIdempotent) in calls {
                try await FaultServer.run(scripts: row.scripts) { server in
                    let client = APIClient.wire(server.port, transport)
                    let outcome = await client.outcome(of: call, CallOptions(idempotencyKey: key))
                    let count = isIdempotent ? row.idempotent : row.other
                    let succeeds = isIdempotent ? row.succeeds : row.otherSucceeds
                    #expect(outcome.hasPrefix("200 after") == succeeds, "\(type(of: call)): \(outcome)")
                    #expect(outcome.contains("after \(count)"), "\(type(of: call)): \(outcome)")
                    #expect(server.requests.count == count, "\(type(of: call))")
                }
            }
        }
    }

    @Test("An hour's wait is not slept: the error carries it", arguments: TransportKind.allCases)
    func tooLong(_ kind: TransportKind) async throws {
        try await FaultServer.run(Self.status(429, "Retry-After: 3600\r\n")) { server in
            try await kind.run { transport in
                let error = await APIClient.wire(server.port, transport).failure(of: Get())
                #expect(error?.details.retryAfter == .seconds(3600))
                #expect(error?.details.retryStopReason == .retryAfterTooLong)
            }
        }
    }

    @Test("A wait that ends after the deadline is not begun", arguments: TransportKind.allCases)
    func deadline(_ kind: TransportKind) async throws {
        try await FaultServer.run(Self.status(503, "Retry-After: 50\r\n")) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport) { $0.deadline = .seconds(40) }
                // A call that slept would outlast this test's limit.
                #expect(await client.outcome(of: Get()) == "unexpectedStatus 503 after 1: retryAfterTooLong")
            }
        }
    }

    @Test(
        "An answer lost after the work was done: the second request is the first one, byte for byte",
        arguments: TransportKind.allCases)
    func replayed(_ kind: TransportKind) async throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let bodies: [RequestBody] = [
            .bytes(bytes),
            .stream(length: bytes.count) {
                AsyncStream {
                    $0.yield(bytes); $0.finish()
                }
            },
        ]
        for body in bodies {
            try await FaultServer.run(Self.lost, Self.ok) { server in
                try await kind.run { transport in
                    let client = APIClient.wire(server.port, transport, credential: "secret-c4n4ry7f3a9c")
                    let outcome = await client.outcome(of: Post(body: body), CallOptions(idempotencyKey: "key-1"))
                    #expect(outcome == "200 after 2")
                    let requests = server.requests
                    #expect(requests.count == 2)
                    // URLSession has no order of header fields.
                    #expect(Self.sorted(requests.first) == Self.sorted(requests.last))
                    #expect(requests.first?.lowercased().contains("\r\nidempotency-key: key-1\r\n") == true)
                }
            }
        }
    }

    private static func sorted(_ request: String?) -> [Substring] { request?.split(separator: "\r\n").sorted() ?? [] }

    @Test("A server that always fails gets little more than its calls", arguments: TransportKind.allCases)
    func budget(_ kind: TransportKind) async throws {
        let count = kind == .asyncHTTPClient ? 1000 : 100
        let script: FaultServer.Script = (0..<5000).flatMap { _ in [.readRequest, .json(500, "{}")] }
        try await FaultServer.run(script) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport)
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<count {
                        if number >= 20 { await group.next() }
                        group.addTask { #expect(await client.failure(of: Get())?.details.status == 500) }
                    }
                }
                #expect(server.requests.count < count + 20)
                let counts = client.counters.snapshot
                #expect(counts.calls == count && counts.failures == count)
                #expect(counts.budgetRefusals > count - 20)
            }
        }
    }
}
