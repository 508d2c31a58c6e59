/// How an operation's pages follow each other.
public struct Pagination: Sendable, Hashable {
    /// What leads to the next page.
    public enum Style: Sendable, Hashable {
        /// The page's number, one more each time.
        case page
        /// How many items came before.
        case offset
        /// A text that the page before holds.
        case cursor
        /// A URL that the page before holds.
        case url
        /// The `Link` header field with the relation `next` (RFC 8288).
        case link
    }

    /// Where a request says which page it wants.
    public enum Input: Sendable, Hashable {
        /// A query parameter.
        case query(String)
        /// A header field.
        case header(String)
        /// A member of a JSON body.
        case body(String)
    }

    /// What leads to the next page.
    public var style: Style
    /// Where a request says which page it wants; `nil` where the next page has a URL of its own.
    public var input: Input?
    /// The number of the first page, or its offset, where a request says none.
    public var start: Int
    /// Where a page has its items; also tells pages without any, which may not follow each other for ever.
    public var results: [JSONStep]?
    /// Where a page has the cursor or the URL of the next one.
    public var next: [JSONStep]?
    /// Where a page says how many pages there are.
    public var pageCount: [JSONStep]?
    /// Where a page says whether another one follows.
    public var hasMore: [JSONStep]?

    /// A description from its parts.
    public init(
        _ style: Style, input: Input? = nil, start: Int = 0, results: [JSONStep]? = nil, next: [JSONStep]? = nil,
        pageCount: [JSONStep]? = nil, hasMore: [JSONStep]? = nil
    ) {
        self.style = style
        self.input = input
        self.start = start
        self.results = results
        self.next = next
        self.pageCount = pageCount
        self.hasMore = hasMore
    }
}

/// A step from a JSON value to one inside of it.
public enum JSONStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// To a member of an object.
    case member(String)
    /// To an element of an array; -1 is the last one.
    case index(Int)
    /// To the number of an array's elements.
    case count

    /// To a member.
    public init(stringLiteral name: String) { self = .member(name) }
    /// To an element.
    public init(integerLiteral index: Int) { self = .index(index) }
}

extension [JSONStep] {
    /// What the steps lead to; `nil` when there is nothing.
    func value(in root: JSONValue) -> JSONValue? {
        var value = root
        for step in self {
            guard let next = step.value(in: value) else { return nil }
            value = next
        }
        // A JSON value has a `nil` of its own.
        return value == .null ? Optional.none : .some(value)
    }

    /// The steps as a JSONPath.
    var path: String {
        reduce("$") { path, step in
            switch step {
            case .member(let name): path + ".\(name)"
            case .index(let index): path + "[\(index)]"
            case .count: path + ".length"
            }
        }
    }
}

extension JSONStep {
    fileprivate func value(in value: JSONValue) -> JSONValue? {
        switch self {
        case .member(let name): return value[name]
        case .index(let index): return value[index < 0 ? (value.array?.count ?? 0) + index : index]
        case .count: return value.array.map { .number(JSONNumber($0.count)) }
        }
    }
}

/// A request whose operation has pages. Generated code conforms request types to it.
public protocol PaginatedRequest: OperationRequest {
    /// How the pages follow each other.
    static var pagination: Pagination { get }
}

/// A request whose pages hold items of one type.
public protocol ItemizedRequest: PaginatedRequest {
    /// What a page holds.
    associatedtype Item: Sendable
    /// The items of a page.
    static func items(of page: Output) -> [Item]
}
