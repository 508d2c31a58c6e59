import ApusJSON
import ApusRuntime
import ApusTesting
import Foundation
import Testing

/// Files in bodies: read piece by piece, and anew for each attempt.
@Suite struct FileUploadTests {
    /// A file in a folder of its own, for the time of `body`.
    static func withFile<R>(_ name: String = "photo.png", _ body: (URL) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.appendingPathComponent(name))
    }

    static func parts(_ file: URL) -> [MultipartPart] {
        [.text("purpose", "test"), .file("file", .file(file, contentType: "image/png"))]
    }

    @Test(arguments: TransportKind.allCases)
    func filesInPartsArrive(kind: TransportKind) async throws {
        let contents = [UInt8]((0..<3 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
        try await Self.withFile { file in
            try Data(contents).write(to: file)
            let request = try await MultipartBoundary.$fixed.withValue("Boundary-1") {
                try await Wire.receive(kind) { $0.multipart(Self.parts(file), contentType: "multipart/form-data") }
            }
            let head = [
                "--Boundary-1", #"Content-Disposition: form-data; name="purpose""#, "", "test", "--Boundary-1",
                #"Content-Disposition: form-data; name="file"; filename="photo.png""#, "Content-Type: image/png", "",
                "",
            ].joined(separator: "\r\n")
            #expect(request.body == Array(head.utf8) + contents + Array("\r\n--Boundary-1--\r\n".utf8))
            #expect(request.header("Content-Length") == String(request.body.count))
        }
    }

    /// No piece is larger than a few pages, however large the file is: 512 MiB, most of which no disk holds.
    @Test func noFileIsInMemoryAsAWhole() async throws {
        let size = 512 << 20
        try await Self.withFile { file in
            #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(size))
            try handle.close()
            let request = Wire.Send<Wire.Put> { $0.multipart(Self.parts(file), contentType: "multipart/form-data") }
            let body = try #require(try request.httpBody())
            #expect(body.bytes == nil)
            var (largest, sum) = (0, 0)
            var reader = body.makeReader()
            while let piece = try await reader.next() {
                largest = max(largest, piece.count)
                sum += piece.count
            }
            #expect(largest <= 64 << 10)
            #expect(sum == body.length && sum > size)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aRetryReadsTheFileAnew(kind: TransportKind) async throws {
        try await Self.withFile { file in
            try Data("first".utf8).write(to: file)
            try await Wire.run(kind) { server, client in
                server.respond(to: "send") { request in
                    guard request.bodyText.contains("first") else { return .response(status: 200, body: "{}") }
                    try? Data("later".utf8).write(to: file)
                    return .response(status: 503, headers: ["Retry-After": "0"])
                }
                _ = try await client.send(
                    Wire.Send<Wire.Put> { $0.multipart(Self.parts(file), contentType: "multipart/form-data") })
                let requests = server.requests
                #expect(requests.count == 2)
                #expect(requests.last?.bodyText == requests.first?.bodyText.replacing("first", with: "later"))
                #expect(requests.first?.header("Content-Type") == requests.last?.header("Content-Type"))
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aStreamThatCannotBeReadAgainIsNotTriedAgain(kind: TransportKind) async throws {
        try await Wire.run(kind) { server, client in
            server.respond(to: "send") { _ in .response(status: 503, headers: ["Retry-After": "0"]) }
            let pieces = AsyncStream<[UInt8]> { continuation in
                continuation.yield([1, 2])
                continuation.finish()
            }
            let body = RequestBody.once(pieces)
            await #expect(throws: (any Error).self) {
                _ = try await client.send(Wire.Send<Wire.Put> { $0.binary(body) })
            }
            #expect(server.requests.map(\.body) == [[1, 2]])
        }
    }

    /// The type that a file's name stands for, where the document lists it.
    @Test func theNameTellsTheType() async throws {
        try await Self.withFile("a.JPG") { file in
            try Data([1]).write(to: file)
            let request = try await Wire.receive(.asyncHTTPClient) {
                $0.binary(MediaContent.file(file), contentType: "image/png, image/jpeg")
            }
            #expect(request.header("Content-Type") == "image/jpeg")
        }
    }
}
