import Foundation
import Testing

@testable import ApusRuntime

@Suite("Downloads")
struct DownloadTests {
    struct GetFile: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "getFile", method: "GET", path: "/file", accept: ["*/*"], success: [.exact(200)], delivery: .download)
        func encode(into request: inout RequestBuilder) {}
    }

    static let step = ScriptedTransport.Step.answer(
        200, "0123456789", headers: [("Content-Type", "image/png"), ("Content-Length", "10")])

    @Test("Pieces, whole, and no more than allowed")
    func pieces() async throws {
        let download = try await Harness(Self.step).send(GetFile()).value
        #expect(download.expectedBytes == 10)
        #expect(download.contentType == "image/png")
        var pieces: [Int] = []
        for try await piece in download { pieces.append(piece.count) }
        #expect(pieces == [5, 5])
        let whole = try await Harness(Self.step).send(GetFile()).value.collect(upTo: 10)
        #expect(whole == Array("0123456789".utf8))
        let large = try await Harness(Self.step).send(GetFile()).value
        await #expect(throws: CallFailure.self) { _ = try await large.collect(upTo: 9) }
    }

    @Test("A file appears when it is whole, or not at all")
    func files() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.png").path
        var steps: [Int] = []
        let download = try await Harness(Self.step).send(GetFile()).value
        try await download.write(to: path) { received, expected in steps.append(received * 100 / (expected ?? 1)) }
        #expect(steps == [50, 100])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "0123456789")

        let broken = ScriptedTransport.Step.broken(200, "new", TransportError(.connectionLost, .maybeSent, "lost"))
        let half = try await Harness(broken).send(GetFile()).value
        await #expect(throws: CallFailure.self) { try await half.write(to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "0123456789")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.png"])
        let lost = try await Harness(Self.step).send(GetFile()).value
        await #expect(throws: FileFailure.self) { try await lost.write(to: folder.path + "/none/a.png") }
    }
}
