import ApusRuntime
import Foundation
import Testing

/// Downloads into files over connections that break: the rest is asked for, and what comes in its place is looked at.
@Suite(.timeLimit(.minutes(2))) struct DownloadFaultTests {
    struct Fetch: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "fetch", method: "GET", path: "/file", accept: ["*/*"], success: [.exact(200)],
            delivery: .download, errors: [.init(.default, contentType: "*/*", index: nil)], security: [["key"]])
        func encode(into request: inout RequestBuilder) {}
    }

    static let contents = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
    static let others = [UInt8](contents.reversed())

    static func whole(_ bytes: [UInt8], _ tag: String, cutAt end: Int? = nil) -> FaultServer.Step {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nETag: \(tag)\r\nContent-Length: \(bytes.count)\r\n\r\n"
        return .write(Array(head.utf8) + bytes.prefix(end ?? bytes.count))
    }

    /// What the request asks for by `Range`, up to the file's end or to `cutAt`; `shift` makes it another range.
    static func rest(_ tag: String = "\"a\"", cutAt end: Int? = nil, shift: Int = 0) -> FaultServer.Step {
        .answer { request in
            let lines = request.lowercased().split(separator: "\r\n")
            let range = lines.first { $0.hasPrefix("range: bytes=") }?.dropFirst("range: bytes=".count).dropLast()
            guard let start = range.flatMap({ Int($0) }), lines.contains("if-range: \"a\"") else {
                return Array("HTTP/1.1 400 No range\r\nContent-Length: 0\r\n\r\n".utf8)
            }
            let first = start + shift
            let head =
                "HTTP/1.1 206 Part\r\nContent-Type: image/png\r\nETag: \(tag)\r\nContent-Length: \(contents.count - first)\r\n"
                + "Content-Range: bytes \(first)-\(contents.count - 1)/\(contents.count)\r\n\r\n"
            return Array(head.utf8) + contents[first..<(end ?? contents.count)]
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let answers: [FaultServer.Step]
        /// What the file holds; `nil` for none.
        let want: [UInt8]?
        let requests: Int

        var testDescription: String { name }
    }

    static let first = whole(contents, "\"a\"", cutAt: 100_000)

    static let rows: [Row] = [
        Row(name: "cut in the middle", answers: [first, rest()], want: contents, requests: 2),
        Row(name: "cut twice", answers: [first, rest(cutAt: 200_000), rest()], want: contents, requests: 3),
        Row(name: "changed", answers: [first, whole(others, "\"b\"")], want: others, requests: 2),
        Row(name: "Range is ignored", answers: [first, whole(contents, "\"a\"")], want: contents, requests: 2),
        Row(
            name: "a part of what it has become", answers: [first, rest("\"b\""), whole(others, "\"b\"")], want: others,
            requests: 3),
        Row(name: "another range", answers: [first, rest(shift: 1)], want: nil, requests: 2),
        Row(
            name: "no such range", answers: [first, .json(416, "{}"), whole(others, "\"b\"")], want: others,
            requests: 3),
        Row(
            name: "no ranges are taken",
            answers: [whole(contents, "\"a\"\r\nAccept-Ranges: none", cutAt: 100_000), rest()], want: nil, requests: 1),
        Row(name: "a weak tag", answers: [whole(contents, "W/\"a\"", cutAt: 100_000), rest()], want: nil, requests: 1),
        Row(
            name: "cut for ever", answers: [first, rest(cutAt: 100_000)], want: nil, requests: 3),
    ]

    @Test("Rows", arguments: TransportKind.allCases, rows)
    func downloads(_ kind: TransportKind, _ row: Row) async throws {
        let scripts = row.answers.map { [.readRequest, $0, .close] as FaultServer.Script }
        try await FileUploadTests.withFile("file") { file in
            try await FaultServer.run(scripts: scripts) { server in
                try await kind.run { transport in
                    let client = APIClient.wire(server.port, transport, credential: "key-c4n4ry7f3a9c")
                    let download = try await client.send(Fetch()).value
                    do {
                        var last = 0
                        for try await progress in download.writing(to: file.path) { last = progress.receivedBytes }
                        #expect(last == row.want?.count)
                    } catch { #expect(row.want == nil, "\(error)") }
                    let folder = file.deletingLastPathComponent().path
                    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                    #expect(names == (row.want == nil ? [] : ["file"]))
                    if let want = row.want { #expect(try Data(contentsOf: file) == Data(want)) }
                    #expect(server.requests.count == row.requests)
                    #expect(server.requests.allSatisfy { $0.contains("Bearer key-c4n4ry7f3a9c") })
                }
            }
        }
    }

    @Test("The length of a compressed body says nothing of the file's", arguments: TransportKind.allCases)
    func compressed(_ kind: TransportKind) async throws {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: \"a\"\r\nContent-Type: image/png\r\nContent-Length: "
        let answer = Array("\(head)\(Samples.gzip.count)\r\n\r\n".utf8) + Samples.gzip
        try await FileUploadTests.withFile("file") { file in
            try await FaultServer.run([.readRequest, .write(answer), .close]) { server in
                try await kind.run { transport in
                    let download = try await APIClient.wire(server.port, transport, credential: "key-c4n4ry7f3a9c")
                        .send(
                            Fetch()
                        ).value
                    var last: DownloadProgress?
                    for try await progress in download.writing(to: file.path) { last = progress }
                    #expect(last == DownloadProgress(receivedBytes: 23))
                    #expect(try String(contentsOf: file, encoding: .utf8) == #"{"data":{"id":"gen-1"}}"#)
                }
            }
        }
    }
}
