import Foundation

/// One attempt a call.
final class NoRetries: Policy {
    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double? { nil }
    func succeeded(client: Int, spent: Int, attempts: Int, now: Double) {}
}

/// Two further attempts, a second apart: what is written by hand most often.
final class FixedRetries: Policy {
    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double? { call.attempts < 3 ? 1 : nil }
    func succeeded(client: Int, spent: Int, attempts: Int, now: Double) {}
}

/// The standard mode of the AWS SDKs as revised in 2026: three attempts, full jitter over 50 ms × 2^i up to 20 s, a quota of
/// 500 of which a retry takes 14; a success gives back what its last retry took, or 1.
final class AWSPolicy: Policy {
    private static let cost = 14.0
    private var quota: [Double]

    init(clients: Int) { quota = [Double](repeating: 500, count: clients) }

    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double? {
        guard call.attempts < 3, quota[call.client] >= Self.cost else { return nil }
        quota[call.client] -= Self.cost
        return random.unit() * min(20, 0.05 * pow(2, Double(call.attempts - 1)))
    }

    func succeeded(client: Int, spent: Int, attempts: Int, now: Double) {
        quota[client] = min(500, quota[client] + (attempts > 1 ? Self.cost : 1))
    }
}

/// gRPC's proposal A6: three attempts, half a second doubled each time ± 20 %, and a throttle of 10 tokens: a failure takes
/// one, a success gives a tenth, and no retry at or below half.
final class GRPCPolicy: Policy {
    private var tokens: [Double]

    init(clients: Int) { tokens = [Double](repeating: 10, count: clients) }

    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double? {
        tokens[call.client] = max(0, tokens[call.client] - 1)
        guard call.attempts < 3, tokens[call.client] > 5 else { return nil }
        return 0.5 * pow(2, Double(call.attempts - 1)) * (0.8 + 0.4 * random.unit())
    }

    func succeeded(client: Int, spent: Int, attempts: Int, now: Double) {
        tokens[client] = min(10, tokens[client] + 0.1)
    }
}
