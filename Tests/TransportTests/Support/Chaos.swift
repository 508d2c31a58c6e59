import NIOConcurrencyHelpers

/// What the server did for POST requests without a key: none may be done twice.
final class ChaosLedger: Sendable {
    private let acts = NIOLockedValueBox<[String: Int]>([:])

    /// The calls whose work was done more than once.
    var repeated: [String] { acts.withLockedValue { $0.filter { $0.value > 1 }.map(\.key) } }

    /// Notes that the server does a request's work.
    func act(_ request: String) {
        // Nothing, when the client closed the connection instead.
        guard request.hasPrefix("POST "), !request.lowercased().contains("idempotency-key:") else { return }
        let id = Self.id(request)
        acts.withLockedValue { $0[id, default: 0] += 1 }
    }

    /// The call that a request says it is of.
    static func id(_ request: String) -> String {
        guard let query = request.split(separator: " ").dropFirst().first?.split(separator: "=").last else { return "" }
        return String(query)
    }
}

/// Scripts for connections, put together at random: some exchanges that go well, then one that may not.
enum ChaosScript {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

    /// The script of a connection; the same for the same number.
    static func make(connection: Int, _ ledger: ChaosLedger) -> FaultServer.Script {
        var random = SplitMix64(state: UInt64(connection) &* 0x9e37_79b9)
        var script: [FaultServer.Step] = []
        for _ in 0..<random.next() % 4 { script += good(ledger) }
        return script + last(Int(random.next() % 14), ledger)
    }

    private static func good(_ ledger: ChaosLedger) -> [FaultServer.Step] {
        [.readRequest, answer(ledger) { ok + length($0) + $0 }]
    }

    private static func length(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n" }

    /// Does the work, then answers.
    private static func answer(
        _ ledger: ChaosLedger, _ text: @escaping @Sendable (String) -> String
    ) -> FaultServer.Step {
        .answer { request in
            ledger.act(request)
            return Array(text(#"{"call":"\#(ChaosLedger.id(request))"}"#).utf8)
        }
    }

    /// Answers without having done anything.
    private static func refuse(_ head: String) -> [FaultServer.Step] {
        [.readRequest, .write("HTTP/1.1 \(head)\r\nContent-Length: 0\r\n\r\n")]
    }

    private static func last(_ kind: Int, _ ledger: ChaosLedger) -> [FaultServer.Step] {
        switch kind {
        case 0: [.reset]
        case 1: [.readRequest, answer(ledger) { _ in "" }, .reset]
        case 2: [.readRequest, answer(ledger) { _ in "" }, .close]
        case 3: [.readRequest, answer(ledger) { _ in "" }, .silence]
        case 4: [.readRequest, answer(ledger) { ok + length($0) + $0.prefix(5) }, .reset]
        case 5: [.readRequest, answer(ledger) { ok + length($0) + $0.prefix(5) }, .silence]
        case 6: [.readRequest, answer(ledger) { _ in "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno" }, .close]
        case 7: refuse("503 Busy\r\nRetry-After: 0") + good(ledger)
        case 8: refuse("429 Slow\r\nRetry-After: 0") + good(ledger)
        case 9: [.readRequest, answer(ledger) { _ in "garbage\r\n\r\n" }, .close]
        case 10: [.readRequest, answer(ledger) { ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + $0 }, .close]
        case 11: [.readRequest, answer(ledger) { ok + length($0) + $0 + "HTTP/1.1 200 OK\r\n" + length("") }, .close]
        case 12: refuse("404 None") + good(ledger) + [.close]
        default: good(ledger) + [.pause(.milliseconds(1)), .reset]
        }
    }
}
