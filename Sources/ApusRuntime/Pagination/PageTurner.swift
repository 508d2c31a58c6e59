/// What of a request is changed for the next page.
enum PageTurn: Sendable, Hashable {
    case set(Pagination.Input, JSONValue)
    case url(String)
}

/// Finds the way from page to page. Nothing here is generic: it is there once, however many operations have pages.
struct PageTurner: Sendable {
    let pagination: Pagination
    /// The number or the offset of the page that came last.
    private var position: Int?
    /// Cursors and URLs that led somewhere already.
    private var seen: Set<String> = []
    private var lastBody: [UInt8] = []
    private var pages = 0
    /// How many pages without items came one after the other.
    private var emptyPages = 0
    /// How many of them may.
    var maximumEmptyPages = 100

    /// What a page leads to.
    enum Step: Sendable {
        case next(PageTurn)
        case end
        /// The page is empty: the one before it was the last.
        case endBefore
    }

    /// Why there is no way on.
    enum Problem: Error {
        /// An output is not what the document says.
        case output(JSONError)
        /// The pages would never end, or they end although the API says that more follow.
        case astray(String)
    }

    init(_ pagination: Pagination) { self.pagination = pagination }

    /// What follows a page.
    /// - Parameter request: the request that brought the first page.
    mutating func step(
        after body: [UInt8], _ head: HTTPResponse, _ request: RequestBuilder, limits: JSONLimits
    ) throws(Problem) -> Step {
        pages += 1
        if pagination.style == .link, pagination.results == nil {
            return try follow(head.headerFields[.link].flatMap(LinkHeader.next))
        }
        let json: JSONValue
        do { json = try JSONValue(jsonBytes: body, limits: limits) } catch { throw .output(error) }
        let items = try itemCount(json)
        emptyPages = items == 0 ? emptyPages + 1 : 0
        let hasMore = try pagination.hasMore.flatMap { steps throws(Problem) in try flag(steps, json) }
        if hasMore == false { return .end }
        let step: Step
        switch pagination.style {
        case .link: step = try follow(head.headerFields[.link].flatMap(LinkHeader.next))
        case .url: step = try follow(text(pagination.next, json))
        case .cursor: step = try cursor(json)
        case .page, .offset: step = try count(json, items, hasMore, body, request)
        }
        guard case .next = step else {
            if hasMore == true { throw .astray("the API says that more pages follow, but not where") }
            return step
        }
        guard emptyPages <= maximumEmptyPages else {
            throw .astray("there are more than \(maximumEmptyPages) pages without items, one after the other")
        }
        return step
    }

    private mutating func follow(_ url: String?) throws(Problem) -> Step {
        guard let url, !url.isEmpty else { return .end }
        guard seen.insert(url).inserted else { throw .astray("the API named the same next page twice") }
        return .next(.url(url))
    }

    private mutating func cursor(_ json: JSONValue) throws(Problem) -> Step {
        guard let input = pagination.input, let steps = pagination.next, let value = steps.value(in: json) else {
            return .end
        }
        let text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number.text
        default: throw Self.mistyped(steps, "text or number")
        }
        guard !text.isEmpty else { return .end }
        guard seen.insert(text).inserted else { throw .astray("the API gave the same cursor twice") }
        return .next(.set(input, value))
    }

    private mutating func count(
        _ json: JSONValue, _ items: Int?, _ hasMore: Bool?, _ body: [UInt8], _ request: RequestBuilder
    ) throws(Problem) -> Step {
        guard let input = pagination.input else { return .end }
        let now = position ?? request.number(of: input) ?? pagination.start
        var isSaidToGoOn = hasMore == true
        if let steps = pagination.pageCount {
            guard let number = steps.value(in: json)?.number?.int else { throw Self.mistyped(steps, "number") }
            if now >= number { return items == 0 && pages > 1 ? .endBefore : .end }
            isSaidToGoOn = true
        }
        // An empty page is the end, unless the API says otherwise.
        if !isSaidToGoOn, items ?? 0 == 0 { return items == nil || pages == 1 ? .end : .endBefore }
        // Pages without items may be alike.
        if items != 0 {
            guard body != lastBody else { throw .astray("the API gave the same page twice") }
            lastBody = body
        }
        let next = now.addingReportingOverflow(pagination.style == .page ? 1 : items ?? 0)
        guard !next.overflow, next.partialValue > now else { throw .astray("the next page would be the same one") }
        position = next.partialValue
        return .next(.set(input, .number(JSONNumber(next.partialValue))))
    }

    private func itemCount(_ json: JSONValue) throws(Problem) -> Int? {
        guard let steps = pagination.results else { return nil }
        guard let value = steps.value(in: json) else { return 0 }
        if let items = value.array { return items.count }
        // Only numbers and offsets depend on it.
        guard pagination.style == .page || pagination.style == .offset else { return nil }
        throw Self.mistyped(steps, "list")
    }

    private func text(_ steps: [JSONStep]?, _ json: JSONValue) throws(Problem) -> String? {
        guard let steps, let value = steps.value(in: json) else { return nil }
        guard let text = value.string else { throw Self.mistyped(steps, "text") }
        return text
    }

    private func flag(_ steps: [JSONStep], _ json: JSONValue) throws(Problem) -> Bool? {
        guard let value = steps.value(in: json) else { return nil }
        guard let flag = value.bool else { throw Self.mistyped(steps, "boolean") }
        return flag
    }

    private static func mistyped(_ steps: [JSONStep], _ wanted: String) -> Problem {
        .output(JSONError(.invalidValue, "`\(steps.path)`, which leads to the next page, is no \(wanted)"))
    }
}

extension HTTPField.Name {
    /// RFC 8288.
    fileprivate static let link = HTTPField.Name("Link")!
}
