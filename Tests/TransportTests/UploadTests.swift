import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// Bodies that are streams, over the loopback.
@Suite struct UploadTests {
    static let upload = OperationExamples(
        operationID: "upload", method: "POST", path: "/up", requiresCredential: false,
        responses: [ExampleResponse(status: 200, contentType: "application/json", body: "{}")])

    @Test(arguments: TransportKind.allCases, [nil, 8 << 20])
    func streamsArriveWhole(_ kind: TransportKind, _ length: Int?) async throws {
        let server = try await ExampleServer.start([Self.upload])
        let transport = kind.make()
        let body = RequestBody.stream(length: length) {
            AsyncStream<[UInt8]>(unfolding: Self.pieces(128, of: 64 << 10))
        }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/up",
            headerFields: [.contentType: "application/octet-stream"])
        // Twice: a factory replays.
        for _ in 0..<2 {
            let response = try await transport.send(TransportRequest(head: head, body: body))
            #expect(response.head.status.code == 200)
            _ = try await response.body.collect()
        }
        #expect(server.requests.map(\.body.count) == [8 << 20, 8 << 20])
        #expect(server.requests.allSatisfy { $0.body.allSatisfy { $0 == 7 } })
        if kind == .asyncHTTPClient { #expect(server.requests[0].header("Content-Length") == length.map(String.init)) }
        await transport.shutdown()
        try await server.shutdown()
    }

    @Test(arguments: TransportKind.allCases)
    func aStreamThatFailsIsSaidSo(_ kind: TransportKind) async throws {
        struct Broken: Error {}
        let server = try await ExampleServer.start([Self.upload])
        let transport = kind.make()
        let body = RequestBody.stream { AsyncThrowingStream<[UInt8], any Error> { throw Broken() } }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/up", headerFields: [:])
        do throws(TransportError) {
            _ = try await transport.send(TransportRequest(head: head, body: body))
            Issue.record("the request was sent")
        } catch {
            #expect(error.reason == .requestBody)
        }
        await transport.shutdown()
        try await server.shutdown()
    }

    private static func pieces(_ count: Int, of size: Int) -> @Sendable () async -> [UInt8]? {
        let left = Counter(count)
        return { await left.take() ? [UInt8](repeating: 7, count: size) : nil }
    }

    private actor Counter {
        var left: Int
        init(_ left: Int) { self.left = left }
        func take() -> Bool {
            left -= 1
            return left >= 0
        }
    }
}
