import ApusRuntime
import Gentests
import Testing

/// Where the next page is asked for: in the query or in the body, with what stands beside it kept.
@Suite struct PageInputTests {
    private let pagination = GentestsClient.with(.init(apiKeyAuthNew: "key")).pagination

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let pages: Int
        let run: @Sendable (GentestsClient.Pagination, CallOptions) async throws -> [Int]
    }

    private static func all<S: AsyncSequence>(
        _ pages: S
    ) async throws -> [Int] where S.Element == PaginationLimitOffsetPageParamsRequest.Response {
        var rows: [Int] = []
        for try await page in pages { rows += page.resultArray }
        return rows
    }

    static let rows: [Row] = [
        .init(testDescription: "an offset in the body", pages: 3) {
            try await all($0.paginationLimitOffsetOffsetBodyPages(.init(offset: 0, limit: 8), options: $1))
        },
        .init(testDescription: "a cursor in the body", pages: 2) {
            try await all($0.paginationCursorBodyPages(.init(cursor: -1), options: $1))
        },
        .init(testDescription: "a cursor, in the query and in the body", pages: 2) {
            try await all($0.paginationAmbiguousInputPages(.init(cursor: -1), cursor: -1, options: $1))
        },
        .init(testDescription: "with a header", pages: 2) {
            try await all($0.paginationEncapsulatedParameterPages(cursor: -1, headerParam: "h", options: $1))
        },
        .init(testDescription: "with a key", pages: 2) {
            try await all($0.paginationBodyFlattenedWithSecurityPages(limit: 15, offset: 0, options: $1))
        },
        .init(testDescription: "a page with headers", pages: 3) {
            try await all(
                $0.paginationBodyWrappedRequestPages(
                    .init(page: 1, limit: 9), requestID: "r", idempotencyKey: "i", options: $1))
        },
        .init(testDescription: "a page of a constant size", pages: 4) {
            try await all($0.paginationLimitOffsetPageParamsConstPages(page: 1, limit: ._5, options: $1))
        },
    ]

    /// All twenty rows, once and in order, in no more requests than that takes, and one that finds no more.
    @Test(arguments: rows) func everyRowOnce(row: Row) async throws {
        let call = Call()
        #expect(try await row.run(pagination, call.options) == Array(0..<20))
        let requests = try await call.requests()
        #expect((row.pages...row.pages + 1).contains(requests.count))
        #expect(requests.allSatisfy { $0.header("headerParam") == requests[0].header("headerParam") })
    }

    @Test func anEnvelopeNamesTheNextPage() async throws {
        var rows: [Int] = []
        for try await page in pagination.paginationCursorResponseEnvelopePages() { rows += page.resultArray }
        #expect(rows == Array(0..<20))
    }

    @Test func aMemberThatHasTheNameOfTheBody() async throws {
        let call = Call()
        var rows: [String] = []
        for try await page in pagination.paginationCursorBodyShadowedFieldPages(
            .init(filter: "f"), options: call.options)
        { rows += page.resultArray }
        #expect(rows == (0..<20).map { "row-\($0)" })
        #expect(try await call.requests().allSatisfy { $0.json?["filter"] == "f" })
    }

    /// Each page is tried again for itself.
    @Test func pagesThatFailAtFirst() async throws {
        var call = Call()
        call.options.retryPolicy = RetryPolicy(maximumAttempts: 3, serverErrorDelay: .milliseconds(1))
        var rows: [String] = []
        let pages = pagination.paginationWithRetriesPages(
            requestID: call.name, faultSettings: #"{"error_code": 503, "error_count": 2}"#, options: call.options)
        for try await page in pages { rows += page.resultArray }
        #expect(rows == (0..<20).map { "row-\($0)" })
        let queries = try await call.requests().map(\.query)
        // The cursor is the last row: only a page without rows is the end.
        let want = ["", "cursor=row-14", "cursor=row-19"].flatMap { [$0, $0, $0] }
        #expect(queries == want)
    }
}
