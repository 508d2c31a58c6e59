import ApusJSON
import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// The transport that answers inside the process.
@Suite struct MockTransportTests {
    let transport = MockTransport()
    let call = TransportRequest(
        operationID: "getKey",
        head: HTTPRequest(
            method: .get, scheme: "https", authority: "a", path: "/keys/1?x=%41", headerFields: [.accept: "*/*"]))

    @Test func valuesAndErrors() async throws {
        transport.stub(GetKeyRequest.self, returning: ["key": "a"])
        #expect(await transport.outcome(of: call) == .response(status: 200, body: #"{"key":"a"}"#))
        #expect(await transport.outcome(of: call) == .response(status: 200, body: #"{"key":"a"}"#))
        transport.stub(GetKeyRequest.self, status: 404, body: ["error": 1] as JSONValue, headers: ["X-Request-ID": "r"])
        let response = try await transport.send(call)
        #expect(response.head.status.code == 404)
        #expect(response.head.headerFields[HTTPField.Name("x-request-id")!] == "r")
        #expect(response.head.headerFields[.contentType] == "application/json")
        #expect(transport.requests.count == 3)
        #expect(transport.requests[0].query == [.init(name: "x", value: "A")])
        #expect(transport.requests[0].header("accept") == "*/*")
    }

    @Test func sequencesEnd() async {
        let lost = TransportError(.connectionLost, .maybeSent, "reset")
        transport.stub(GetKeyRequest.self, sequence: [.text(503, "busy"), .failure(lost), .json(200, true)])
        #expect(await transport.outcome(of: call) == .response(status: 503, body: "busy"))
        #expect(await transport.outcome(of: call) == .error(.connectionLost, .maybeSent))
        #expect(await transport.outcome(of: call) == .response(status: 200, body: "true"))
        #expect(await transport.outcome(of: call) == .error(.protocolViolation, .notSent))
    }

    @Test func functionsSeeTheRequest() async {
        transport.stub(GetKeyRequest.self) { request in .text(200, request.head.path ?? "") }
        #expect(await transport.outcome(of: call) == .response(status: 200, body: "/keys/1?x=%41"))
    }

    @Test func missingStubNamesThoseThatExist() async {
        transport.stub(GetKeyRequest.self, returning: .null)
        var other = call
        other.operationID = "ping"
        await #expect(throws: TransportError.self) { try await transport.send(other) }
        do throws(TransportError) { _ = try await transport.send(other) } catch {
            #expect(error.message.contains("no stub for `ping`, but for `getKey`"))
        }
    }

    @Test func delaysKeepLimitsAndCancellation() async {
        transport.stub(
            GetKeyRequest.self,
            sequence: [
                .delayed(.milliseconds(1), .json(200, 1)), .delayed(.seconds(600), .json(200, 1)),
                .delayed(.seconds(600), .json(200, 1)),
            ])
        #expect(await transport.outcome(of: call) == .response(status: 200, body: "1"))
        var short = call
        short.timeouts.firstByte = .milliseconds(5)
        #expect(await transport.outcome(of: short) == .error(.timeout(.firstByte), .maybeSent))
        let waiting = Task { [transport, call] in await transport.outcome(of: call) }
        waiting.cancel()
        #expect(await waiting.value == .error(.cancelled, .maybeSent))
    }
}
