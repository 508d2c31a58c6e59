import ApusRuntime
import Foundation
import Gentests
import Testing

@Suite struct MethodTests {
    private let methods = GentestsClient.with(.init()).methods

    @Test func everyMethod() async throws {
        let call = Call()
        #expect(try await methods.methodGet(options: call.options).status == "OK")
        #expect(try await methods.methodPost(.init(), options: call.options).status == "OK")
        #expect(try await methods.methodPut(.init(), options: call.options).status == "OK")
        #expect(try await methods.methodPatch(.init(), options: call.options).status == "OK")
        #expect(try await methods.methodDelete(.init(), options: call.options).status == "OK")
        try await methods.methodHead(options: call.options)
        try await methods.methodOptions(options: call.options)
        let trace = try await methods.methodTrace(options: call.options).collect(upTo: 1000)
        #expect(String(decoding: trace, as: UTF8.self).hasPrefix("TRACE /method/trace"))
        #expect(
            try await call.requests().map(\.method) == [
                "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE",
            ])
    }

    /// What waits for a result asks again itself; each answer is typed, one without a body is `nil`.
    @Test func askingAgainUntilItIsDone() async throws {
        let polling = GentestsClient.with(.init()).polling
        let name = UUID().uuidString
        var words: [String] = []
        while words.last != "completed", words.count < 9 {
            words.append(try await polling.successCriteriaResponseBody(requestID: name).status.rawValue)
        }
        #expect(words == ["pending", "running", "completed"])
        #expect(try await polling.successCriteriaStatusCode(requestID: name, statusCode: 202) == nil)
    }

    /// The server may have acted on a POST: it is tried again where a key tells it that it is the same one.
    @Test func retriesOfAPost() async throws {
        var call = Call()
        let client = GentestsClient.testing(retryPolicy: nil)
        let once = await failure {
            _ = try await client.retries.retriesPost(
                requestID: "once-\(call.name)", numRetries: 1, body: .init(fieldOne: "a"))
        }
        #expect(once?.status == 503 && once?.attempts.count == 1)
        call.options.idempotencyKey = call.name
        let result = try await client.retries.retriesPost(
            requestID: call.name, numRetries: 2, body: .init(fieldOne: "a"), options: call.options)
        #expect(result.retries == 2)
        let bodies = try await call.requests().map(\.body)
        #expect(bodies == [String](repeating: #"{"field_one":"a"}"#, count: 3))
    }
}
