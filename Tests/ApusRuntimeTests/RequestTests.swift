import Testing

@testable import ApusRuntime

@Suite("Requests on the wire")
struct RequestTests {
    /// A request whose parameters a test puts in itself.
    static func prepared(
        _ path: String = "/p", base: String = "https://h", method: String = "GET",
        _ fill: (inout RequestBuilder) -> Void = { _ in }
    ) throws(RequestProblem) -> HTTPRequest {
        let operation = OperationDescription(id: "o", method: method, path: path, success: [200])
        var builder = RequestBuilder(operation: operation)
        fill(&builder)
        return try PreparedRequest(builder, base: BaseURL(base)).head
    }

    @Test("a generation's ID: exact bytes")
    func sample() throws {
        let request = GetGenerationRequest(id: "a b/c?d=e&f#g+h%41é😀", httpReferer: "https://my.app")
        let head = try request.httpRequest(baseURL: "https://openrouter.ai/api/v1")
        #expect(head.method == .get)
        #expect(head.scheme == "https")
        #expect(head.authority == "openrouter.ai")
        #expect(
            head.path
                == "/api/v1/generation?id=a+b%2Fc%3Fd%3De%26f%23g%2Bh%2541%C3%A9%F0%9F%98%80")
        #expect(head.headerFields == [.init("HTTP-Referer")!: "https://my.app", .accept: "application/json"])
        #expect(try request.httpBody() == nil)
    }

    @Test("base URLs: given, want")
    func baseURLs() throws {
        let rows: [(base: String, want: String)] = [
            ("https://h", "https h /p?q=1"), ("https://h/", "https h /p?q=1"), ("https://h///", "https h /p?q=1"),
            ("https://h/v1//", "https h /v1/p?q=1"), ("HTTPS://H:8080/v1", "https H:8080 /v1/p?q=1"),
            ("http://127.0.0.1:80", "http 127.0.0.1:80 /p?q=1"), ("http://[::1]:8080/x", "http [::1]:8080 /x/p?q=1"),
            ("https://h/v1?tok=1", "https h /v1/p?tok=1&q=1"), ("https://h?tok=1&q=2&x", "https h /p?tok=1&x&q=1"),
            ("https://h?", "https h /p?q=1"), ("https://h/a%20b", "https h /a%20b/p?q=1"),
        ]
        for row in rows {
            let head = try Self.prepared(base: row.base) { $0.query("q", 1) }
            #expect("\(head.scheme!) \(head.authority!) \(head.path!)" == row.want, "\(row.base)")
        }
    }

    @Test("base URLs that are refused: given, what the message says")
    func refusedBaseURLs() {
        let rows: [(base: String, says: String)] = [
            ("", "empty"), ("h/v1", "no scheme"), ("ftp://h", "neither https nor http"),
            ("file:///etc/passwd", "neither"), ("javascript:alert(1)", "no scheme"), ("https://", "no host"),
            ("https://:80", "no host"), ("http:///x", "no host"), ("https://user:pw@h", "user name"),
            ("https://good@evil/", "user name"), ("https://h/#f", "fragment"), ("https://h/a b", "space"),
            ("https://h/é", "outside of ASCII"), ("https://h\r\nX: y", "control"), ("https://h:99999", "port"),
            ("https://h:x", "port"), ("https://{host}/", "escape it"), ("https://h\\evil", "escape it"),
            ("https://h/a/../b", "segment"), ("https://h/%2e%2E/", "segment"), ("https://[::1", "`]`"),
            ("https://h!/", "host"),
        ]
        for row in rows {
            let problem = #expect(throws: RequestProblem.self, "\(row.base)") { try BaseURL(row.base) }
            #expect(problem?.reason == .baseURL, "\(row.base)")
            #expect(problem?.message.contains(row.says) == true, "\(row.base): \(problem?.message ?? "")")
            #expect(problem?.message.contains("pw") == false, "\(row.base)")
        }
    }

    @Test("path values: given, want (nil: refused)")
    func pathValues() throws {
        let rows: [(value: String, want: String?)] = [
            ("a", "/keys/a"), ("a/b", "/keys/a%2Fb"), ("x?y=1", "/keys/x%3Fy%3D1"), ("x#f", "/keys/x%23f"),
            ("../keys", "/keys/..%2Fkeys"), ("%2e", "/keys/%252e"), ("%2F", "/keys/%252F"), ("a b", "/keys/a%20b"),
            ("é", "/keys/%C3%A9"), ("...", "/keys/..."), ("a;b,c", "/keys/a%3Bb%2Cc"), ("\r\n", "/keys/%0D%0A"),
            ("{x}", "/keys/%7Bx%7D"), ("", nil), (".", nil), ("..", nil),
        ]
        for row in rows {
            let got = try? Self.prepared("/keys/{hash}") { $0.path("hash", row.value) }.path
            #expect(got == row.want, "\(row.value)")
        }
        for value in ["", ".", ".."] {
            let problem = #expect(throws: RequestProblem.self) {
                try Self.prepared("/keys/{hash}") { $0.path("hash", value) }
            }
            #expect(problem?.message.contains("the path parameter `hash`") == true, "\(problem?.message ?? "")")
        }
    }

    @Test("a field that is given twice, in different letter case, is refused")
    func fieldGivenTwice() {
        let problem = #expect(throws: RequestProblem.self) {
            var list = HeaderList()
            try list.merge(["X-A": "1", "x-a": "2"])
        }
        #expect(problem?.reason == .header)
    }

    @Test("path templates: given, want (nil: refused)")
    func templates() throws {
        let rows: [(template: String, want: String?)] = [
            ("/{a}/{b}", "/1/2"), ("/{a}{b}", "/12"), ("/x-{a}.json", "/x-1.json"), ("/ä", "/%C3%A4"), ("/", "/"),
            ("", "/"), ("/{c}", nil), ("/{a", nil), ("x", nil), ("//evil/x", nil), ("/a/../b", nil),
            ("/%2e%2E/x", nil), ("/a?b", "/a%3Fb"), ("/{dot}{dot}", nil),
        ]
        for row in rows {
            let values = ["a": "1", "b": "2", "dot": "."]
            let got = try? PathTemplate.expand(row.template, values)
            #expect((got == "" ? "/" : got) == row.want, "\(row.template)")
        }
    }

    @Test("header values: given, what the message says (nil: sent)")
    func headerValues() throws {
        let rows: [(name: String, value: String, says: String?)] = [
            ("X-A", "plain text, with a\ttab", nil), ("X-A", "a\r\nHost: evil", "line break"),
            ("X-A", "a\n", "line break"),
            ("X-A", "a\u{0}", "control"), ("X-A", "a\u{7F}", "control"), ("X-A", "Zoë", "percent-encode"),
            ("Host", "evil", "set by the transport"), ("content-length", "0", "set by the transport"),
            ("Transfer-Encoding", "chunked", "set by the transport"), ("X A", "a", "name"), ("", "a", "name"),
            ("X\r\nY", "a", "name"), (":path", "a", "name"),
        ]
        for row in rows {
            let problem: RequestProblem?
            do {
                _ = try Self.prepared { $0.header(row.name, row.value) }
                problem = nil
            } catch { problem = error }
            #expect((problem == nil) == (row.says == nil), "\(row)")
            if let says = row.says { #expect(problem?.message.contains(says) == true, "\(row) \(problem!.message)") }
            #expect(problem?.message.contains("evil") != true, "\(row)")
        }
    }

    @Test("one field per name, whatever its case; OpenAPI's three ignored names")
    func headerMerge() throws {
        let head = try Self.prepared { request in
            request.header("X-A", "1")
            request.header("x-a", "2")
            request.header("Authorization", "ignored")
            request.header("accept", "ignored")
            request.header("X-None", String?.none)
            request.header("X-Empty", "")
        }
        #expect(head.headerFields == [.init("X-A")!: "2"])
    }

    @Test("cookies go into one field")
    func cookies() throws {
        let head = try Self.prepared { request in
            request.cookie("a", "x y;z")
            request.cookie("b", ["1", "2"])
            request.cookie("c", String?.none)
        }
        #expect(head.headerFields[.cookie] == "a=x%20y%3Bz; b=1; b=2")
    }

    @Test("bodies: given, want")
    func bodies() {
        func built(_ fill: (inout RequestBuilder) -> Void) -> (body: String?, type: String?, isSound: Bool) {
            var builder = RequestBuilder(operation: CreateKeyRequest.operation)
            fill(&builder)
            let body = builder.body?.bytes.map { String(decoding: $0, as: UTF8.self) }
            return (body, builder.contentType, builder.problem == nil)
        }
        #expect(built { $0.json(["a": 1, "b": 2]) } == (#"{"a":1,"b":2}"#, "application/json", true))
        #expect(
            built { $0.json(["a": "x"], contentType: "application/x+json") } == (
                #"{"a":"x"}"#, "application/x+json", true
            ))
        #expect(built { $0.json(String?.none) } == (nil, nil, true))
        #expect(built { $0.json(Double.nan) } == (nil, nil, false))
        #expect(built { $0.text("é") } == ("é", "text/plain; charset=utf-8", true))
        #expect(built { $0.binary([104, 105]) } == ("hi", "application/octet-stream", true))
        #expect(built { $0.binary(nil) } == (nil, nil, true))
        let head = try? Self.prepared(method: "POST") { $0.text("x", contentType: "a/b\r\nX: y") }
        #expect(head == nil, "a media type cannot bring header fields with it")
    }

    @Test("curl commands: given, want")
    func curl() {
        let plain = GetGenerationRequest(id: "it's", httpReferer: "it's").curl(baseURL: "https://h/v1")
        #expect(
            plain == #"curl --request GET --globoff 'https://h/v1/generation?id=it%27s' "#
                + #"--header 'HTTP-Referer: it'\''s' --header 'Accept: application/json'"#)
        let body = CreateKeyRequest(name: "@it's $(x)\u{0}").curl(baseURL: "https://h")
        #expect(body.hasSuffix(#"--data-raw '{"name":"@it'\''s $(x)\u0000"}'"#), "\(body)")
        let head = HTTPRequest(
            method: .post, scheme: "https", authority: "h", path: "/",
            headerFields: [.authorization: "Bearer c4n4ry7f3a9c", .init("X-Api-Key")!: "c4n4ry7f3a9c"])
        let binary = Curl.command(head, body: [0, 255])
        #expect(binary.hasPrefix("printf %s AP8= | base64 -d | curl"))
        #expect(binary.hasSuffix("--data-binary @-"))
        #expect(!binary.contains("c4n4ry7f3a9c"))
        #expect(GetGenerationRequest(id: "x").curl(baseURL: "ftp://h").hasPrefix("# the base URL"))
    }
}
