import Testing

@testable import ApusRuntime

/// Bodies of parts in, parts out.
@Suite("Parts of a response")
struct MultipartResponseTests {
    struct Parts: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "parts", method: "GET", path: "/parts", accept: ["multipart/mixed"], success: [.exact(200)],
            delivery: .download)
        func encode(into request: inout RequestBuilder) {}
    }

    static let rows: [(String, String, [String])] = [
        (
            "multipart/mixed; boundary=X",
            "--X\r\nContent-Type: text/plain\r\n\r\none\r\n--X\r\nA: b\r\nContent-Type: a/b\r\n\r\n\r\ntwo\r\n\r\n--X--",
            ["text/plain: one", "a/b: \r\ntwo\r\n"]
        ),
        ("multipart/mixed; boundary=X", "preamble\r\n--X  \r\n\r\nbare\r\n--X--\r\nepilogue", ["-: bare"]),
        ("Multipart/Mixed; charset=a; Boundary=\"a b\"", "--a b\r\n\r\n--a\r\n--a b--", ["-: --a"]),
        ("multipart/mixed; boundary=X", "--X\r\n\r\n\r\n--X--", ["-: "]), ("multipart/mixed; boundary=X", "--X--", []),
        ("multipart/mixed; boundary=X", "--X\r\n\r\na\r\n--XY\r\nb\r\n--X--", ["-: a\r\n--XY\r\nb"]),
        ("multipart/mixed; boundary=X", "--X\r\n\r\none\r\n--X\r\n\r\ntw", ["-: one", "! transport"]),
        ("multipart/mixed", "--X\r\n\r\none\r\n--X--", ["! unexpectedStatus"]),
        (
            "multipart/mixed; boundary=X", "--X\r\n\r\n" + String(repeating: "a", count: 500) + "\r\n--X--",
            ["! unexpectedStatus"]
        ),
    ]

    @Test("Rows", arguments: rows)
    func parts(type: String, body: String, want: [String]) async throws {
        let download = try await Harness(.answer(200, body, headers: [("Content-Type", type)])).send(Parts()).value
        var got: [String] = []
        do {
            for try await part in download.parts(upTo: 200) { got.append("\(part.contentType ?? "-"): \(part.text)") }
        } catch let error as CallFailure {
            got.append("! " + SampleError(error).name)
        }
        #expect(got == want)
    }

    @Test("Pieces of any size give the same parts")
    func pieces() {
        let body = Array("--X\r\nContent-Disposition: form-data; name=\"a;\\\"b\"; filename=f\r\n\r\none\r\n--X--".utf8)
        for size in 1...body.count {
            var parser = MultipartParser(boundary: "X")
            var parts: [ResponsePart] = []
            for start in stride(from: 0, to: body.count, by: size) {
                parser.feed(Array(body[start..<min(start + size, body.count)]))
                while let part = parser.next() { parts.append(part) }
            }
            #expect(parts.map(\.text) == ["one"] && parser.isOver, "\(size)")
            #expect(parts.first?.name == "a;\"b" && parts.first?.fileName == "f", "\(size)")
        }
    }
}
