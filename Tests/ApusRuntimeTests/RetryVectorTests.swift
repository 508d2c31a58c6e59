import ApusJSON
import Foundation
import HTTPTypes
import Testing

@testable import ApusRuntime

/// Whole calls as data, in the form of the AWS SDKs' public retry vectors: what is given, and for each answer of the
/// server what is decided, the tokens left and the wait. The rules are those of our own policy.
@Suite("Retry vectors")
struct RetryVectorTests {
    private static let vectors: [(name: String, vector: JSONValue)] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Vectors/retries.json")
        guard let data = try? Data(contentsOf: file),
            case .object(let object)? = try? JSONValue(jsonBytes: [UInt8](data))
        else { return [] }
        return object.map { ($0.key, $0.value) }
    }()

    @Test("the table is there") func present() { #expect(Self.vectors.count == 26) }

    @Test("given, answers, want", arguments: vectors.map(\.name))
    func vector(_ name: String) throws {
        let vector = try #require(Self.vectors.first { $0.name == name }?.vector)
        let player = try VectorPlayer(given: #require(vector["given"]))
        try player.play(#require(vector["responses"]?.array), name)
    }
}

extension JSONValue {
    fileprivate var double: Double? { number?.double }
}

/// Plays one vector through the decision function and a bucket.
private struct VectorPlayer {
    private let policy: RetryPolicy
    private let facts: RetryFacts
    private let remaining: Duration?
    private let random: Double
    private let hasBudget: Bool
    private let tokens: Double

    init(given: JSONValue) throws {
        var policy = RetryPolicy.standard
        if let most = given["max_attempts"]?.double { policy.maximumAttempts = Int(most) }
        if let delay = given["server_error_delay"]?.double { policy.serverErrorDelay = .seconds(delay) }
        self.policy = policy
        var facts = RetryFacts(
            method: given["method"]?.string ?? "GET", hasIdempotencyKey: given["has_idempotency_key"] == .bool(true),
            documentedStatuses: Set((given["documented_statuses"]?.array ?? []).compactMap { $0.number?.int }))
        facts.canReplayBody = given["can_replay_body"] != .bool(false)
        self.facts = facts
        remaining = given["remaining"]?.double.map { .seconds($0) }
        random = given["random"]?.double ?? 1
        hasBudget = given["initial_retry_tokens"] != .null
        tokens = given["initial_retry_tokens"]?.double ?? 10
    }

    func play(_ answers: [JSONValue], _ name: String) throws {
        var bucket = TokenBucket()
        for _ in 0..<Int(10 - tokens) { bucket.spend(at: .zero) }
        var spent = 0
        for (index, answer) in answers.enumerated() {
            let response = try #require(answer["response"])
            let want = try #require(answer["expected"])
            let got = decide(response, attempts: index + 1, &bucket, &spent)
            #expect(got.outcome == want["outcome"]?.string, "\(name), answer \(index + 1)")
            #expect(got.delay.map(rounded) == want["delay"]?.double.map(rounded), "\(name), answer \(index + 1)")
            if hasBudget {
                #expect(
                    rounded(bucket.level(at: .zero).tokens) == want["retry_quota"]?.double.map(rounded),
                    "\(name), answer \(index + 1)")
            }
        }
    }

    private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

    private func decide(
        _ response: JSONValue, attempts: Int, _ bucket: inout TokenBucket, _ spent: inout Int
    ) -> (outcome: String, delay: Double?) {
        guard let failure = failure(response) else {
            bucket.succeed(spent: spent, at: .zero)
            return ("success", nil)
        }
        if case .retryable = policy.kind(of: failure, facts) {
            bucket.spend(at: .zero)
            spent += 1
        }
        let decision = policy.decide(
            RetryInput(
                failure: failure, facts: facts, attempts: attempts, remaining: remaining,
                budget: hasBudget ? bucket.level(at: .zero) : nil, random: random))
        switch decision {
        case .wait(let wait, _): return ("retry_request", wait / .seconds(1))
        case .stop(let reason): return (Self.word(reason), nil)
        }
    }

    private func failure(_ response: JSONValue) -> AttemptFailure? {
        switch response["failure"]?.string {
        case "refused"?: return .noResponse(.connect, .notSent)
        case "lost"?: return .noResponse(.connectionLost, .maybeSent)
        default: break
        }
        let status = Int(response["status_code"]?.double ?? 0)
        guard status >= 300 else { return nil }
        var fields = HTTPFields()
        if let text = response["retry_after"]?.string { fields[.retryAfter] = text }
        let wish = response["should_retry"]?.string
        return .response(
            status: status, retryAfter: RetryAfter.parse(fields, now: 0), shouldRetry: wish.map { $0 == "true" })
    }

    private static func word(_ reason: RetryStopReason) -> String {
        switch reason {
        case .attemptsExhausted: "max_attempts_exceeded"
        case .budgetSpent: "retry_quota_exceeded"
        case .retryAfterTooLong: "retry_after_too_long"
        case .deadline: "deadline"
        case .bodySpent: "body_spent"
        case .notRetryable, .mayHaveActed: "not_retryable"
        case .serverForbade: "server_forbade"
        }
    }
}
