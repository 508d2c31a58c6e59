import ApusJSON
import Foundation
import Testing

@testable import ApusRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bodies of requests: forms, multipart, sequences, files and streams, byte for byte.
@Suite struct RequestBodyTests {
    /// A request that does what the test says.
    struct Request: OperationRequest {
        typealias Output = NoContent
        static let operation = OperationDescription(id: "send", method: "POST", path: "/", success: [.exact(200)])
        let fill: @Sendable (inout RequestBuilder) -> Void

        init(_ fill: @escaping @Sendable (inout RequestBuilder) -> Void) { self.fill = fill }

        func encode(into request: inout RequestBuilder) { fill(&request) }
    }

    struct Form: MultipartForm {
        let fill: @Sendable (inout MultipartBuilder) -> Void

        init(_ fill: @escaping @Sendable (inout MultipartBuilder) -> Void) { self.fill = fill }

        func encode(into form: inout MultipartBuilder) { fill(&form) }
    }

    static let forms: [(json: String, encoding: [PropertyEncoding], want: String)] = [
        (#"{"a":"x y&=+","b":1,"c":true,"d":null}"#, [], "a=x+y%26%3D%2B&b=1&c=true"),
        (#"{"a":[1,2],"o":{"k":"v"}}"#, [], "a=1&a=2&o=%7B%22k%22%3A%22v%22%7D"),
        (#"{"a":[1,2]}"#, [.init("a", style: .form, explode: false)], "a=1,2"),
        (#"{"a":[1,2]}"#, [.init("a", style: .pipeDelimited, explode: false)], "a=1%7C2"),
        (#"{"a":[1,2]}"#, [.init("a", style: .spaceDelimited, explode: false)], "a=1%202"),
        (#"{"o":{"k":"v","l":2}}"#, [.init("o", style: .form)], "k=v&l=2"),
        (#"{"o":{"k":"v","l":2}}"#, [.init("o", style: .form, explode: false)], "o=k,v,l,2"),
        (
            #"{"items":[{"price":"p","n":1}],"o":{"k":{"l":"v"}}}"#,
            [.init("items", style: .deepObject), .init("o", style: .deepObject)],
            "items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Bn%5D=1&o%5Bk%5D%5Bl%5D=v"
        ),
        (#"{"a":[1,2]}"#, [.init("a", contentType: "application/json")], "a=%5B1%2C2%5D"),
        (#"{"u":"a/b?c"}"#, [.init("u", allowReserved: true)], "u=a/b?c"),
    ]

    @Test(arguments: forms)
    func formsAreWritten(_ row: (json: String, encoding: [PropertyEncoding], want: String)) throws {
        let value = try JSONValue(jsonBytes: Array(row.json.utf8))
        let request = Request { $0.form(value, encoding: row.encoding) }
        let body = try #require(try request.httpBody()?.bytes)
        #expect(String(decoding: body, as: UTF8.self) == row.want)
        let head = try request.httpRequest(baseURL: "https://a.example")
        #expect(head.headerFields[.contentType] == "application/x-www-form-urlencoded")
    }

    @Test func multipartIsWritten() throws {
        let form = Form { form in
            form.field("a", "x")
            form.field("n", [1, 2])
            form.field("o", ["k": "v"])
            form.field("s", [1, 2], style: .form, explode: false)
            form.field("gone", nil as String?)
            form.file("f", .bytes([0xFF], fileName: "a\"\r\nX: y.png"), contentType: "image/jpeg, image/png")
        }
        let request = Request { $0.multipart(form) }
        try MultipartBoundary.$fixed.withValue("B") {
            let body = try #require(try request.httpBody()?.bytes)
            let want =
                [
                    "--B", #"Content-Disposition: form-data; name="a""#, "", "x",
                    "--B", #"Content-Disposition: form-data; name="n""#, "", "1",
                    "--B", #"Content-Disposition: form-data; name="n""#, "", "2",
                    "--B", #"Content-Disposition: form-data; name="o""#, "Content-Type: application/json", "",
                    #"{"k":"v"}"#,
                    "--B", #"Content-Disposition: form-data; name="s""#, "", "1,2",
                    "--B", #"Content-Disposition: form-data; name="f"; filename="a%22%0D%0AX: y.png""#,
                    "Content-Type: image/png", "", "\u{1}", "--B--", "",
                ].joined(separator: "\r\n")
            #expect(body == want.utf8.map { $0 == 1 ? 0xFF : $0 })
            let head = try request.httpRequest(baseURL: "https://a.example")
            #expect(head.headerFields[.contentType] == "multipart/form-data; boundary=B")
        }
    }

    static let fileTypes: [(file: FilePart, documented: String?, want: String)] = [
        (.bytes([], fileName: "a.pdf", contentType: "x/y"), "image/png", "x/y"),
        (.bytes([], fileName: "a.jpg"), "image/png, image/jpeg", "image/jpeg"),
        (.bytes([], fileName: "a.pdf"), "image/png", "image/png"),
        (.bytes([], fileName: "a.b.PDF"), nil, "application/pdf"),
        (.file(path: "/photos.d/cat.jpeg"), nil, "image/jpeg"),
        (.bytes([], fileName: "a.wav"), "audio/*", "audio/wav"),
        (.bytes([], fileName: "a.unheard"), nil, "application/octet-stream"),
        (.bytes([], fileName: "pdf"), nil, "application/octet-stream"),
        (.bytes([], fileName: ".pdf"), nil, "application/octet-stream"),
        (.bytes([], fileName: "a."), nil, "application/octet-stream"),
        (.bytes([], fileName: nil), nil, "application/octet-stream"),
    ]

    @Test("A file without a type has the document's, else the one of its name", arguments: fileTypes)
    func fileType(file: FilePart, documented: String?, want: String) {
        #expect(file.contentType(among: documented) == want)
    }

    @Test func aBoundaryInTheContentIsRefusedOrAvoided() throws {
        let request = Request { $0.multipart([MultipartPart(.text("--B"))], contentType: "multipart/mixed") }
        #expect(throws: InvalidRequest.self) { try MultipartBoundary.$fixed.withValue("B") { try request.httpBody() } }
        let (first, second) = (try request.httpBody()?.bytes, try request.httpBody()?.bytes)
        #expect(first != nil && first == second)
    }

    @Test func headersOfPartsCannotBeInjected() {
        let parts = [
            MultipartPart(name: "a", headers: ["X-A": "b\r\nX-C: d"], .text("x")),
            MultipartPart(name: "a", headers: ["X-A\r\nX-C": "d"], .text("x")),
            MultipartPart(name: "a", contentType: "text/plain\r\nX-C: d", .text("x")),
        ]
        for part in parts {
            #expect(throws: InvalidRequest.self) {
                try Request { $0.multipart([part], contentType: "multipart/form-data") }.httpBody()
            }
        }
    }

    @Test func sequencesOfJSON() throws {
        let lines = Request { $0.stream([["a": 1], ["a": 2]] as RequestStream, contentType: "application/jsonl") }
        #expect(try lines.httpBody()?.bytes == Array("{\"a\":1}\n{\"a\":2}\n".utf8))
        let sequence = Request { $0.stream([1, 2] as RequestStream, contentType: "application/json-seq") }
        #expect(try sequence.httpBody()?.bytes == Array("\u{1E}1\n\u{1E}2\n".utf8))
    }

    @Test func filesAndFactoriesReplayAndStreamsDoNot() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/apus-request-body-\(getpid()).bin"
        let contents = [UInt8](repeating: 7, count: 200_000)
        let file = try #require(fopen(path, "w"))
        #expect(fwrite(contents, 1, contents.count, file) == contents.count)
        fclose(file)
        defer { remove(path) }
        let body = RequestBody.file(path: path)
        #expect(body.length == contents.count && body.bytes == nil)
        for _ in 0..<2 { #expect(try await body.collect() == contents) }

        let factory = RequestBody.stream(length: 3) { Self.stream([[1], [], [2, 3]]) }
        for _ in 0..<2 { #expect(try await factory.collect() == [1, 2, 3]) }
        let once = RequestBody.once(Self.stream([[1, 2]]))
        #expect(once.isReplayable)
        #expect(try await once.collect() == [1, 2])
        #expect(!once.isReplayable)
        await #expect(throws: RequestBodyError.self) { try await once.collect() }
    }

    @Test(arguments: [1, 5])
    func aWrongLengthBreaksOff(_ length: Int) async {
        let body = RequestBody.stream(length: length) { Self.stream([[1, 2, 3]]) }
        await #expect(throws: RequestBodyError.self) { try await body.collect() }
    }

    @Test func aMissingFileFailsBeforeSending() {
        #expect(throws: InvalidRequest.self) {
            try Request { $0.binary(.file(path: "/no/such/file")) }.httpBody()
        }
    }

    @Test func contentOfAnotherRangeIsRefused() throws {
        let png = Request { $0.binary(MediaContent([1], contentType: "image/png"), contentType: "image/*") }
        #expect(try png.httpRequest(baseURL: "https://a.example").headerFields[.contentType] == "image/png")
        let text = Request { $0.binary(MediaContent([1], contentType: "text/plain"), contentType: "image/*") }
        #expect(throws: InvalidRequest.self) { try text.httpBody() }
    }

    @Test func curlPipesWhatIsNoText() {
        let file = Request { request in
            request.multipart([MultipartPart(.stream { Self.stream([[1]]) })], contentType: "multipart/mixed")
        }
        let command = file.curl(baseURL: "https://a.example")
        #expect(
            command.hasPrefix("{ printf %s ") && command.contains("; cat; ") && command.hasSuffix("--data-binary @-"))
    }

    static func stream(_ pieces: [[UInt8]]) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
    }
}
