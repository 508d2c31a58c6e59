import ApusRuntime

/// How one attempt failed, as a client sees it.
enum Failure {
    /// Nothing listened.
    case refused
    /// No answer within the limit of an attempt.
    case timeout
    /// A server's error, 500 or 503.
    case status(Int)
}

/// A call that one of its attempts failed.
struct FailedCall {
    var client: Int
    var failure: Failure
    /// Attempts made, the failed one counted.
    var attempts: Int
    /// Seconds since the call began.
    var elapsed: Double
    /// Tokens of a budget that the call's failures took.
    var spent: Int
}

/// A policy of retries together with what each client remembers.
protocol Policy: AnyObject {
    /// The seconds to wait before another attempt; `nil` for none.
    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double?
    /// Notes that a call succeeded after `attempts` attempts.
    func succeeded(client: Int, spent: Int, attempts: Int, now: Double)
}

/// One policy of the comparison.
struct Candidate: Sendable {
    var name: String
    /// Whether the plot shows it.
    var isPlotted = false
    /// Makes it for that many clients.
    var make: @Sendable (Int) -> any Policy

    static let oursName = "Apus"
    static let noneName = "no retries"

    static let all: [Candidate] = [
        Candidate(name: noneName, isPlotted: true) { _ in NoRetries() },
        Candidate(name: "two retries, 1 s apart", isPlotted: true) { _ in FixedRetries() },
        Candidate(name: "AWS SDKs, 2026 revision", isPlotted: true) { AWSPolicy(clients: $0) },
        Candidate(name: "gRPC A6", isPlotted: true) { GRPCPolicy(clients: $0) },
        Candidate(name: oursName, isPlotted: true) { ApusPolicy(clients: $0) },
        Candidate(name: "Apus without jitter") { ApusPolicy(clients: $0, without: .jitter) },
        Candidate(name: "Apus without growing waits") { ApusPolicy(clients: $0, without: .growth) },
        Candidate(name: "Apus without budget") { ApusPolicy(clients: $0, without: .budget) },
        Candidate(name: "Apus without refund") { ApusPolicy(clients: $0, without: .refund) },
        Candidate(name: "Apus without capacity that follows traffic") { ApusPolicy(clients: $0, without: .capacity) },
    ]
}
