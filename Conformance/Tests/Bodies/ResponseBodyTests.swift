import ApusJSON
import ApusRuntime
import Gentests
import Testing

@Suite struct ResponseBodyTests {
    private let bodies = GentestsClient.with(.init()).responseBodies

    @Test func textsXMLAndBytes() async throws {
        #expect(try await bodies.responseBodyStringGet().contains("Herman Melville"))
        #expect("\(try await bodies.responseBodyXMLGet())".contains("slideshow"))
        #expect(try await bodies.responseBodyBytesGet(seed: 1).collect(upTo: 1000).count == 100)
    }

    @Test func membersOfAnyName() async throws {
        let texts = ObjWithStringAdditionalProperties(
            normalField: "a", additionalProperties: ["b": "c", "normalfield": "d"])
        #expect(try await bodies.responseBodyAdditionalPropertiesPost(texts).json == texts)
        let dates = ObjWithDateAdditionalProperties(normalField: "a", additionalProperties: ["b": .sample])
        #expect(try await bodies.responseBodyAdditionalPropertiesDatePost(dates).json == dates)
        let any = ObjWithAnyAdditionalProperties(normalField: "a", unknownFields: ["b": [1, nil], "c": "d"])
        #expect(try await bodies.responseBodyAdditionalPropertiesAnyPost(any).json == any)
    }

    @Test func headersBesideTheBody() async throws {
        let client = GentestsClient.with(.init())
        let given = try await client.send(ResponseHeadersRequest(statusCode: 200, includeRequiredHeader: true))
        #expect(given.value.token == "test-token")
        #expect(given.head.headerFields[.init("X-Required-Header")!] == "required")
        let error = await failure {
            _ = try await client.responseHeaders.errorResponseHeaders(statusCode: 429, includeHeader: true)
        }
        guard case .tooManyRequests(let response) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(response.body == "Too many attempts. Please try again later.")
        #expect(response.headers.retryAfter == 60)
    }
}
