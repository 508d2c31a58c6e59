import Gentests
import Testing

@Suite struct PaginationTests {
    let pagination = GentestsClient.testing().pagination

    /// Lists of twenty numbers; each way of asking for the next page has to give all of them, once and in order.
    @Test func byOffset() async throws {
        var rows: [Int] = []
        for try await page in pagination.paginationLimitOffsetOffsetParamsPages(offset: 0, limit: 6) {
            rows += page.resultArray
        }
        #expect(rows == Array(0..<20))
    }

    @Test func byPageInTheBody() async throws {
        var rows: [Int] = []
        for try await page in pagination.paginationLimitOffsetPageBodyPages(.init(page: 1, limit: 6)) {
            rows += page.resultArray
        }
        #expect(rows == Array(0..<20))
    }

    @Test func byCursor() async throws {
        var rows: [Int] = []
        for try await page in pagination.paginationCursorParamsPages(cursor: -1) { rows += page.resultArray }
        #expect(rows == Array(0..<20))
    }

    @Test func byCursorThatIsNullAtTheEnd() async throws {
        var rows: [String] = []
        for try await page in pagination.paginationCursorNonNumericNullablePages() { rows += page.resultArray }
        #expect(rows == (0..<20).map { "row-\($0)" })
    }

    @Test(arguments: [nil, "true"]) func byAddress(relative: String?) async throws {
        var left: [Int] = []
        for try await page in pagination.paginationURLParamsPages(attempts: 3, isReferencePath: relative) {
            left.append(page.numPages)
        }
        #expect(left == [3, 2, 1])
    }
}
