import ApusTesting
import Foundation
import HTTPTypes
import OpenRouter
import OpenRouterExamples
import Testing

/// Odd responses: what the client makes of each, on every transport, and that the document says the same.
@Suite struct ResponseMatrixTests {
    /// Whatever decodes compressed bodies is a transport, so the mock leaves these rows out.
    @Test func onTheMockTransport() async throws {
        for row in try ResponseMatrix.rows() where row.contentEncoding == nil {
            let transport = MockTransport()
            let response = MockResponse.bytes(
                row.status, contentType: row.contentType, row.body, headers: ["X-Request-Id": "req-7"])
            transport.stub(GetGenerationRequest.self, sequence: [response])
            transport.stub(ListGenerationContentRequest.self, sequence: [response])
            await check(row, OpenRouterClient(apiKey: "sk-c4n4ry7f3a9c", configuration: .once, transport: transport))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func overASocket(kind: TransportKind) async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let transport = kind.make()
        let client = OpenRouterClient(
            apiKey: "sk-c4n4ry7f3a9c", baseURL: server.baseURL + "/api/v1", configuration: .once, transport: transport)
        for row in try ResponseMatrix.rows() {
            var headers = ["X-Request-Id": "req-7"]
            headers["Content-Type"] = row.contentType
            headers["Content-Encoding"] = row.contentEncoding
            server.script(row.operation, [.bytes(status: row.status, headers: headers, body: row.body)])
            await check(row, client)
        }
        await transport.shutdown()
        try await server.shutdown()
    }

    private func check(_ row: MatrixRow, _ client: OpenRouterClient) async {
        let comment = Comment(rawValue: row.name)
        do throws(OpenRouterError) {
            let value = try await Self.call(row, client)
            #expect(Self.text(value, row.field) == row.want, comment)
        } catch {
            #expect(Self.text(error) == row.want, comment)
            guard error.caseName != "transport" else { return }
            // Whatever the case, nothing of the response is lost.
            #expect(error.status == row.status, comment)
            #expect(error.requestID == "req-7", comment)
            #expect(error.attempts.map(\.status) == [row.status], comment)
            if row.contentEncoding == nil { #expect(error.details.rawBody == row.body, comment) }
        }
    }

    private static func call(
        _ row: MatrixRow, _ client: OpenRouterClient
    ) async throws(OpenRouterError) -> any JSONCodable {
        if row.operation == ListGenerationContentRequest.operation.id {
            return try await client.generations.listGenerationContent(id: "gen-1")
        }
        return try await client.generations.getGeneration(id: "gen-1")
    }

    // MARK: - The outcome in words

    private static func text(_ value: any JSONCodable, _ field: String?) -> String {
        guard let field else { return "value" }
        guard let root = try? JSONValue(jsonBytes: value.jsonBytes()), let data = try? ModelTests.object(root)["data"],
            let member = try? ModelTests.object(data)[field]
        else { return "value, no `\(field)`" }
        return "value, `\(field)` is `\(member)`"
    }

    private static func text(_ error: OpenRouterError) -> String {
        let name = "`\(error.caseName)`"
        switch error {
        case .decoding(let failure):
            let path = failure.error.pathDescription
            return "\(name)" + (path.isEmpty ? "" : " at `\(path)`") + ": \(failure.error.message)"
        case .transport(let failure): return "\(name): \(failure.error.reason)"
        default:
            let body = (error.details as? any BodyHolder).map { $0.hasBody ? ", body" : ", no body" } ?? ""
            return name + body + (error.code.map { "; code \($0)" } ?? "") + ": \(error.message)"
        }
    }

    // MARK: - The document

    /// Row by row: the same responses in the same order with the same outcome, and something to compare it with.
    @Test func theDocumentSaysTheSame() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/response-matrix.md"), encoding: .utf8)
        let documented = text.split(separator: "\n")
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Response |") && !$0.hasPrefix("| --- |") }
            .map { $0.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
        let rows = try ResponseMatrix.rows()
        #expect(documented.map(\.first) == rows.map(\.name))
        for (line, row) in zip(documented, rows) {
            #expect(line.count == 3 && !line[1].isEmpty, "\(line)")
            #expect(line.last == row.want, "\(row.name)")
        }
    }
}

private protocol BodyHolder {
    var hasBody: Bool { get }
}

extension ErrorResponse: BodyHolder {
    fileprivate var hasBody: Bool { body != nil }
}

extension HeaderedErrorResponse: BodyHolder {
    fileprivate var hasBody: Bool { body != nil }
}
