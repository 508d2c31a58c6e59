import Foundation
import Gentests
import Testing

@Suite struct RetryTests {
    /// The server counts by request ID, so that a call is a name of its own.
    private static func name(_ test: String) -> String { "\(test)-\(UUID().uuidString)" }

    @Test func failuresThatPassAreTriedAgain() async throws {
        let client = GentestsClient.testing(retryPolicy: nil)
        let result = try await client.retries.retriesGet(requestID: Self.name("get"), numRetries: 2)
        #expect(result.retries == 2)
    }

    @Test func theServersWaitIsTakenInMilliseconds() async throws {
        let client = GentestsClient.testing(retryPolicy: nil)
        let result = try await client.retries.retriesAttemptCount(
            requestID: Self.name("count"), numRetries: 2, retryAfterMsVal: 10)
        #expect(result.retries == 2)
    }

    @Test func aCallThatMayNotBeRepeatedIsNot() async throws {
        let client = GentestsClient.testing(retryPolicy: .never)
        do {
            _ = try await client.retries.retriesGet(requestID: Self.name("never"), numRetries: 1)
            Issue.record("503 is no success")
        } catch {
            #expect(error.status == 503)
            #expect(error.attempts.count == 1)
        }
    }
}
