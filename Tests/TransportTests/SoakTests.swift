import ApusAsyncHTTPClient
import ApusRuntime
import Foundation
import HTTPTypes
import NIOConcurrencyHelpers
import Testing

/// Many calls at once against a server that misbehaves in every way at random: each call ends once, with its own answer or an
/// error, nothing acts twice that must not, and nothing is left behind. `make soak MINUTES=2` goes on for that long.
@Suite struct SoakTests {
    private static let tasks = 200
    private static let seconds = ProcessInfo.processInfo.environment["APUS_SOAK_SECONDS"].flatMap(Double.init)

    @Test func chaos() async throws {
        let ledger = ChaosLedger()
        let before = try #require(Machine.openDescriptors)
        let result = try await FaultServer.run(scripts: { ChaosScript.make(connection: $0, ledger) }) { server in
            try await TransportKind.asyncHTTPClient.run { transport in
                await Self.play(server.port, transport)
            }
        }
        print("soak: \(result.summary)")
        #expect(result.counted == result.ended, "the clients count other calls than were made")
        #expect(result.mixedUp == 0, "an answer reached another call")
        #expect(result.unexpected.isEmpty, "\(result.unexpected.prefix(5))")
        #expect(result.successes > 0 && result.failures > 0 && result.cancelled > 0)
        #expect(ledger.repeated.isEmpty, "POST without a key acted twice: \(ledger.repeated.prefix(5))")
        #expect(await Machine.descriptorsSettle(at: before + 8), "descriptors are left open")
        if let early = result.earlyBytes, let late = Machine.residentBytes {
            #expect(late - early < 96 << 20, "memory grew from \(early) to \(late) bytes")
        }
    }

    /// Calls until the time is over; three a task without one.
    private static func play(_ port: Int, _ transport: any Transport) async -> SoakResult {
        let guarded = client(port, transport, budget: RetryBudget())
        let eager = client(port, transport, budget: nil)
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        let warm = end.map { $0 - .seconds((seconds ?? 0) / 2) }
        var result = await withTaskGroup(of: SoakResult.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var result = SoakResult()
                    var random = SplitMix64(state: UInt64(task))
                    var number = 0
                    while end.map({ ContinuousClock.now < $0 }) ?? (number < 3) {
                        number += 1
                        let call = SoakCall(id: "\(task)-\(number)", random: &random)
                        result.note(await call.run(on: random.next() % 2 == 0 ? guarded : eager), call)
                        if let warm, result.earlyBytes == nil, ContinuousClock.now > warm {
                            result.earlyBytes = Machine.residentBytes
                        }
                    }
                    return result
                }
            }
            return await group.reduce(into: SoakResult()) { $0.add($1) }
        }
        result.counted = guarded.counters.snapshot.calls + eager.counters.snapshot.calls
        return result
    }

    /// How long a phase may take; a sanitizer makes everything several times slower.
    #if APUS_SANITIZE
        private static let patience = Duration.seconds(7)
    #else
        private static let patience = Duration.milliseconds(700)
    #endif

    private static func client(_ port: Int, _ transport: any Transport, budget: RetryBudget?) -> APIClient {
        .wire(port, transport) { configuration in
            configuration.retryBudget = budget
            configuration.timeouts = TransportTimeouts(
                firstByte: patience, idle: patience, total: patience * 6)
        }
    }
}

/// What came of the calls.
private struct SoakResult: Sendable {
    var ended = 0
    /// The calls that the clients say ended.
    var counted = 0
    var successes = 0
    var failures = 0
    var cancelled = 0
    var mixedUp = 0
    var unexpected: [String] = []
    /// Memory in use half-way.
    var earlyBytes: Int?

    var summary: String {
        "\(ended) calls ended: \(successes) well, \(failures) with an error, \(cancelled) cancelled"
    }

    mutating func note(_ outcome: SoakCall.Outcome, _ call: SoakCall) {
        ended += 1
        switch outcome {
        case .answered(let id):
            successes += 1
            if id != call.id { mixedUp += 1 }
        case .failed(.cancelled) where call.isCancelled: cancelled += 1
        case .failed(.cancelled), .failed(.invalidRequest): unexpected.append("\(call)")
        case .failed: failures += 1
        }
    }

    mutating func add(_ other: SoakResult) {
        ended += other.ended
        successes += other.successes
        failures += other.failures
        cancelled += other.cancelled
        mixedUp += other.mixedUp
        unexpected += other.unexpected
        earlyBytes = earlyBytes ?? other.earlyBytes
    }
}

/// One call of the soak: its method, whether it has a key, whether and when it is cancelled.
private struct SoakCall: Sendable {
    enum Outcome: Sendable {
        /// The answer names the call that it is for.
        case answered(String)
        case failed(CallFailure)
    }

    let id: String
    let kind: Int
    let isCancelled: Bool
    let patience: Duration

    init(id: String, random: inout SplitMix64) {
        self.id = id
        kind = Int(random.next() % 6)
        isCancelled = random.next() % 10 == 0
        patience = .milliseconds(Int(random.next() % 100))
    }

    func run(on client: APIClient) async -> Outcome {
        guard isCancelled else { return await send(client) }
        let task = Task { await send(client) }
        try? await Task.sleep(for: patience)
        task.cancel()
        return await task.value
    }

    private func send(_ client: APIClient) async -> Outcome {
        let options = CallOptions(query: ["call": id], idempotencyKey: kind == 5 ? id : nil)
        switch kind {
        case 0, 1: return await send(Get(), client, options)
        case 2: return await send(Put(), client, options)
        case 3: return await send(Delete(), client, options)
        default: return await send(Post(), client, options)
        }
    }

    private func send<R: WireCall>(_ request: R, _ client: APIClient, _ options: CallOptions) async -> Outcome {
        do { return .answered(try await client.send(request, options: options).value["call"]?.string ?? "") } catch {
            return .failed(error)
        }
    }
}
