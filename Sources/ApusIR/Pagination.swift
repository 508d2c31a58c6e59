/// How an operation's pages follow each other.
public struct Pagination: Sendable, Hashable {
    /// What leads to the next page.
    public enum Style: String, Sendable, Hashable {
        /// The page's number.
        case page
        /// How many items came before.
        case offset
        /// A text that the page before holds.
        case cursor
        /// A URL that the page before holds.
        case url
        /// The header field `Link`.
        case link
    }

    /// Where a request says which page it wants.
    public struct Input: Sendable, Hashable {
        /// The kinds of places.
        public enum Location: String, Sendable, Hashable {
            /// A query parameter.
            case query
            /// A header field.
            case header
            /// A member of the JSON body.
            case body
        }

        /// The kind of place.
        public var location: Location
        /// The name on the wire.
        public var name: String

        /// An input from its parts.
        public init(_ location: Location, _ name: String) {
            self.location = location
            self.name = name
        }
    }

    /// A step from a JSON value to one inside of it.
    public enum Step: Sendable, Hashable {
        /// To a member of an object.
        case member(String)
        /// To an element of an array; negative from the end.
        case index(Int)
        /// To the number of elements.
        case count
    }

    /// What leads to the next page.
    public var style: Style
    /// Where a request says which page it wants.
    public var input: Input?
    /// The first page's number or offset.
    public var start: Int
    /// Where a page has its items.
    public var results: [Step]?
    /// Where a page has the next one's cursor or URL.
    public var next: [Step]?
    /// Where a page says how many there are.
    public var pageCount: [Step]?
    /// Where a page says whether another one follows.
    public var hasMore: [Step]?

    /// A description from its parts.
    public init(
        _ style: Style, input: Input? = nil, start: Int = 0, results: [Step]? = nil, next: [Step]? = nil,
        pageCount: [Step]? = nil, hasMore: [Step]? = nil
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

extension [Pagination.Step] {
    /// The steps as a JSONPath.
    public var path: String {
        reduce("$") { path, step in
            switch step {
            case .member(let name): path + "[\(Literal.quoted(name))]"
            case .index(let index): path + "[\(index)]"
            case .count: path + ".length"
            }
        }
    }
}
