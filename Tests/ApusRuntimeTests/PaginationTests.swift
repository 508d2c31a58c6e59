import Testing

@testable import ApusRuntime

/// From page to page: a script of answers in, the items and the requests out.
@Suite("Pages")
struct PaginationTests {
    /// A request whose way from page to page the tests choose.
    struct List: ItemizedRequest {
        typealias Output = JSONValue
        typealias Item = JSONValue
        @TaskLocal static var pagination = Pagination(.link)
        static let operation = OperationDescription(
            id: "list", method: "GET", path: "/list", accept: ["application/json"], success: [.exact(200)],
            security: [["apiKey"]])
        var page: Int?
        var limit: Int?
        var body: JSONValue?
        var form: JSONValue?
        var text: String?

        func encode(into request: inout RequestBuilder) {
            request.query("q", "a b")
            request.query("page", page)
            request.query("limit", limit)
            request.json(body)
            request.form(form)
            request.text(text)
        }

        static func items(of page: JSONValue) -> [JSONValue] { page["data"]?.array ?? page.array ?? [] }
    }

    struct Row: Sendable {
        var name: String
        var pagination: Pagination
        var request = List()
        var steps: [ScriptedTransport.Step]
        /// Items, and the name of the error that ended it.
        var want: [String]
        /// What differs between the requests: targets without their beginning, bodies.
        var requests: [String]
    }

    static func page(_ items: String, _ more: String = "", link: String? = nil) -> ScriptedTransport.Step {
        .json(200, "{\"data\":[\(items)]\(more)}", link.map { [("Link", $0)] } ?? [])
    }

    static let byPage = Pagination(.page, input: .query("page"), start: 1, results: ["data"])
    static let byOffset = Pagination(.offset, input: .query("page"), results: ["data"])
    static let byCursor = Pagination(.cursor, input: .query("page"), results: ["data"], next: ["next"])
    static let byURL = Pagination(.url, results: ["data"], next: ["next"])

    static let rows: [Row] = [
        Row(
            name: "pages until an empty one", pagination: byPage, steps: [page("1,2"), page("3"), page("")],
            want: ["1", "2", "3"], requests: ["", "&page=2", "&page=3"]),
        Row(
            name: "from the page that is asked for", pagination: byPage, request: List(page: 7),
            steps: [page("1"), page("")], want: ["1"], requests: ["&page=7", "&page=8"]),
        Row(
            name: "a parameter keeps its place", pagination: byPage, request: List(page: 7, limit: 2),
            steps: [page("1"), page("")], want: ["1"], requests: ["&page=7&limit=2", "&page=8&limit=2"]),
        Row(
            name: "as many pages as are said",
            pagination: Pagination(
                .page, input: .query("page"), start: 1, results: ["data"], pageCount: ["meta", "pages"]),
            steps: [page("1", ",\"meta\":{\"pages\":2}"), page("2", ",\"meta\":{\"pages\":2}")], want: ["1", "2"],
            requests: ["", "&page=2"]),
        Row(
            name: "a number of pages that is none",
            pagination: Pagination(.page, input: .query("page"), start: 1, pageCount: ["pages"]),
            steps: [page("1", ",\"pages\":\"2\"")], want: ["1", "! decoding"], requests: [""]),
        Row(
            name: "offsets", pagination: byOffset, steps: [page("1,2"), page("3"), page("")], want: ["1", "2", "3"],
            requests: ["", "&page=2", "&page=3"]),
        Row(
            name: "offsets in the body", pagination: Pagination(.offset, input: .body("from"), results: ["data"]),
            request: List(body: ["a": 1, "from": 10]), steps: [page("1,2"), page("3"), page("")],
            want: ["1", "2", "3"],
            requests: [" {\"a\":1,\"from\":10}", " {\"a\":1,\"from\":12}", " {\"a\":1,\"from\":13}"]),
        Row(
            name: "results that are no list", pagination: byPage, steps: [.json(200, "{\"data\":7}")],
            want: ["! decoding"], requests: [""]),
        Row(
            name: "the same page again and again", pagination: byPage, steps: [page("1")],
            want: ["1", "1", "! unexpectedStatus"], requests: ["", "&page=2"]),
        Row(
            name: "until there is no more",
            pagination: Pagination(.page, input: .query("page"), start: 0, hasMore: ["more"]),
            steps: [page("1", ",\"more\":true"), page("2", ",\"more\":false")], want: ["1", "2"],
            requests: ["", "&page=1"]),
        Row(
            name: "cursors", pagination: byCursor,
            steps: [
                page("1", ",\"next\":\"a&b\""), page("2", ",\"next\":9"), page("", ",\"next\":10"),
                page("3", ",\"next\":null"),
            ],
            want: ["1", "2", "3"], requests: ["", "&page=a%26b", "&page=9", "&page=10"]),
        Row(
            name: "a cursor that is missing, one that is empty", pagination: byCursor,
            steps: [page("1", ",\"next\":\"\"")], want: ["1"], requests: [""]),
        Row(
            name: "the same cursor twice", pagination: byCursor, steps: [page("1", ",\"next\":\"a\"")],
            want: ["1", "1", "! unexpectedStatus"], requests: ["", "&page=a"]),
        Row(
            name: "a cursor that is an object", pagination: byCursor, steps: [page("1", ",\"next\":{}")],
            want: ["1", "! decoding"], requests: [""]),
        Row(
            name: "the last item is the cursor",
            pagination: Pagination(.cursor, input: .body("after"), next: ["data", -1]),
            request: List(body: [:]), steps: [page("1,2"), page("3"), page("")], want: ["1", "2", "3"],
            requests: [" {}", " {\"after\":2}", " {\"after\":3}"]),
        Row(
            name: "URLs", pagination: byURL,
            steps: [
                page("1", ",\"next\":\"https://API.example:443/v1/list?c=%20x\""),
                page("2", ",\"next\":\"/v1/other?d\""),
                page("3", ",\"next\":\"?e=1\""), page("4"),
            ], want: ["1", "2", "3", "4"], requests: ["", "/v1/list?c=%20x", "/v1/other?d", "/v1/list?e=1"]),
        Row(
            name: "another server", pagination: byURL, steps: [page("1", ",\"next\":\"https://evil.example/v1/list\"")],
            want: ["1", "! invalidRequest"], requests: [""]),
        Row(
            name: "another scheme", pagination: byURL, steps: [page("1", ",\"next\":\"http://api.example/v1/list\"")],
            want: ["1", "! invalidRequest"], requests: [""]),
        Row(
            name: "a user in the URL", pagination: byURL,
            steps: [page("1", ",\"next\":\"//api.example@evil.example/\"")], want: ["1", "! invalidRequest"],
            requests: [""]),
        Row(
            name: "the same URL twice", pagination: byURL, steps: [page("1", ",\"next\":\"?a\"")],
            want: ["1", "1", "! unexpectedStatus"], requests: ["", "/v1/list?a"]),
        Row(
            name: "links", pagination: Pagination(.link),
            steps: [
                page("1", link: "<?p=9>; rel=\"last\", <?p=2,3>; title=\"a, b\"; rel=\"prefetch Next\""),
                page("2", link: "<?p=1>; rel=prev"),
            ], want: ["1", "2"], requests: ["", "/v1/list?p=2,3"]),
        Row(
            name: "numbers in a form", pagination: Pagination(.page, input: .body("a&b"), start: 1, results: ["data"]),
            request: List(form: ["q": "x y", "a&b": 7]), steps: [page("1"), page("2"), page("")], want: ["1", "2"],
            requests: [" q=x+y&a%26b=7", " q=x+y&a%26b=8", " q=x+y&a%26b=9"]),
        Row(
            name: "cursors in a form that has none at first",
            pagination: Pagination(.cursor, input: .body("after"), next: ["next"]), request: List(form: ["q": "x"]),
            steps: [page("1", ",\"next\":\"ä=&\""), page("2")], want: ["1", "2"],
            requests: [" q=x", " q=x&after=%C3%A4%3D%26"]),
        Row(
            name: "a body that has no members",
            pagination: Pagination(.cursor, input: .body("after"), next: ["next"]), request: List(text: "x"),
            steps: [page("1", ",\"next\":\"a\"")], want: ["1", "! invalidRequest"], requests: [" x"]),
        Row(
            name: "a page without items between others, since the API says that more follow",
            pagination: Pagination(.page, input: .query("page"), start: 1, results: ["data"], hasMore: ["more"]),
            steps: [page("1", ",\"more\":true"), page("", ",\"more\":true"), page("2", ",\"more\":false")],
            want: ["1", "2"], requests: ["", "&page=2", "&page=3"]),
        Row(
            name: "the same, by the number of pages",
            pagination: Pagination(.page, input: .query("page"), start: 1, results: ["data"], pageCount: ["pages"]),
            steps: [
                page("", ",\"pages\":4"), page("", ",\"pages\":4"), page("1", ",\"pages\":4"), page("", ",\"pages\":4"),
            ],
            want: ["1"], requests: ["", "&page=2", "&page=3", "&page=4"]),
        Row(
            name: "more follow, but no way leads there: a cursor",
            pagination: Pagination(
                .cursor, input: .query("page"), results: ["data"], next: ["next"], hasMore: ["more"]),
            steps: [page("1", ",\"more\":true")], want: ["1", "! unexpectedStatus"], requests: [""]),
        Row(
            name: "more follow, but no way leads there: a URL",
            pagination: Pagination(.url, results: ["data"], next: ["next"], hasMore: ["more"]),
            steps: [page("1", ",\"more\":true,\"next\":\"\"")], want: ["1", "! unexpectedStatus"], requests: [""]),
        Row(
            name: "more follow, but no way leads there: an offset",
            pagination: Pagination(.offset, input: .query("page"), results: ["data"], hasMore: ["more"]),
            steps: [page("1", ",\"more\":true"), page("", ",\"more\":true")], want: ["1", "! unexpectedStatus"],
            requests: ["", "&page=1"]),
        Row(
            name: "cursors in a circle", pagination: byCursor,
            steps: [page("1", ",\"next\":\"a\""), page("2", ",\"next\":\"b\""), page("3", ",\"next\":\"a\"")],
            want: ["1", "2", "3", "! unexpectedStatus"], requests: ["", "&page=a", "&page=b"]),
        Row(
            name: "dots in a URL", pagination: byURL,
            steps: [page("1", ",\"next\":\"../v1/./other?a\""), page("2", ",\"next\":\"/%2e%2e/x\"")],
            want: ["1", "2", "! invalidRequest"], requests: ["", "/v1/other?a"]),
        Row(
            name: "an error on the way", pagination: byPage, steps: [page("1"), .json(404, "{}")],
            want: ["1", "! unexpectedStatus"], requests: ["", "&page=2"]),
        Row(
            name: "retries go on where they were", pagination: byPage,
            steps: [page("1"), .json(503, "{}"), page("2"), page("")], want: ["1", "2"],
            requests: ["", "&page=2", "&page=2", "&page=3"]),
    ]

    @Test("Rows", arguments: rows.indices)
    func pages(index: Int) async throws {
        let row = Self.rows[index]
        let harness = Harness(steps: row.steps)
        var got: [String] = []
        try await List.$pagination.withValue(row.pagination) {
            do {
                for try await item in PageSequence(row.request, client: harness.client).items { got.append("\(item)") }
            } catch let error as CallFailure {
                got.append("! " + SampleError(error).name)
            }
        }
        #expect(got == row.want, "\(row.name)")
        let requests = harness.transport.requests.map { request in
            let path = request.head.path ?? ""
            let body = request.body?.bytes.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
            return (path.hasPrefix("/v1/list?q=a+b") ? String(path.dropFirst("/v1/list?q=a+b".count)) : path) + body
        }
        #expect(requests == row.requests, "\(row.name)")
        // Every page is asked for with the credentials, and with all else that the request has.
        #expect(harness.transport.requests.allSatisfy { $0.head.headerFields[.authorization] != nil }, "\(row.name)")
    }

    @Test("A page has its response, and more pages than allowed are an error")
    func responses() async throws {
        let harness = Harness(steps: [Self.page("1"), Self.page("2"), Self.page("3")])
        try await List.$pagination.withValue(Self.byPage) { () async throws in
            var pages = PageSequence(List(), client: harness.client)
            pages.maximumPages = 2
            var iterator = pages.makeAsyncIterator()
            #expect(try await iterator.nextResponse()?.status == 200)
            #expect(try await iterator.next()?["data"] == [2])
            await #expect(throws: CallFailure.self) { try await iterator.next() }
            #expect(try await iterator.next() == nil)
            #expect(harness.transport.requests.count == 2)
        }
    }

    @Test(
        "Pages without items are followed, but not for ever", arguments: [Pagination.Style.cursor, .url, .link, .page])
    func emptyPages(_ style: Pagination.Style) async throws {
        // A new place each time, and never an item.
        let steps = (1...300).map { number in
            Self.page("", ",\"next\":\"?n=\(number)\",\"more\":true", link: "<?n=\(number)>; rel=next")
        }
        let pagination = Pagination(
            style, input: .query("page"), results: ["data"], next: ["next"], hasMore: style == .page ? ["more"] : nil)
        for (most, want) in [(nil, 101), (3, 4)] as [(Int?, Int)] {
            let harness = Harness(steps: steps)
            try await List.$pagination.withValue(pagination) { () async throws in
                var pages = PageSequence(List(), client: harness.client)
                if let most { pages.maximumEmptyPages = most }
                let error = await #expect(throws: CallFailure.self) { for try await _ in pages.items {} }
                #expect(error?.details.message.contains("without items") == true)
                #expect(harness.transport.requests.count == want)
            }
        }
        // Some without items, then one with.
        let some = steps.prefix(100) + [Self.page("1")]
        let harness = Harness(steps: Array(some))
        try await List.$pagination.withValue(Pagination(.url, results: ["data"], next: ["next"])) { () async throws in
            var items: [JSONValue] = []
            for try await item in PageSequence(List(), client: harness.client).items { items.append(item) }
            #expect(items == [1])
        }
    }
}
