/// Which status codes a documented response stands for (OpenAPI, Responses Object).
public enum StatusPattern: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// One code, such as `404`.
    case exact(Int)
    /// A class of codes: `.range(4)` is `4XX`.
    case range(Int)
    /// `default`: every code that no other response names.
    case `default`

    /// One code.
    public init(integerLiteral code: Int) { self = .exact(code) }

    /// Whether the pattern covers the code.
    public func matches(_ code: Int) -> Bool {
        switch self {
        case .exact(let value): value == code
        case .range(let hundreds): code / 100 == hundreds
        case .default: true
        }
    }

    /// The more specific pattern wins: a code, then its class, then `default`.
    var specificity: Int {
        switch self {
        case .exact: 2
        case .range: 1
        case .default: 0
        }
    }
}
