/// The identity of an error of the API's error table.
public struct ErrorID: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The text of the identity: the status pattern, and the payload's type.
    public var rawValue: String

    /// An identity from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text.
    public var description: String { rawValue }
}

/// An error that the API documents, shared by all operations that list it: one status pattern with one payload.
public struct ErrorDefinition: Sendable, Hashable {
    /// Its identity.
    public var id: ErrorID
    /// The statuses that mean it.
    public var status: StatusPattern
    /// Its body; `nil` when the document names none that can be decoded.
    public var payload: Payload?
    /// The documented header fields, in document order.
    public var headers: [ResponseHeader]
    /// Words for people.
    public var documentation: Documentation

    /// Every type that it mentions.
    public var types: [TypeReference] { [payload].compactMap { $0?.type } + headers.map(\.type) }

    /// An error from its parts.
    public init(
        id: ErrorID, status: StatusPattern, payload: Payload? = nil, headers: [ResponseHeader] = [],
        documentation: Documentation = .init()
    ) {
        self.id = id
        self.status = status
        self.payload = payload
        self.headers = headers
        self.documentation = documentation
    }
}

/// That an operation can fail with an error of the table.
public struct OperationError: Sendable, Hashable {
    /// Which one.
    public var id: ErrorID
    /// When this operation does so.
    public var documentation: Documentation

    /// An error's use.
    public init(id: ErrorID, documentation: Documentation = .init()) {
        self.id = id
        self.documentation = documentation
    }
}

/// Which statuses a response stands for.
public enum StatusPattern: Sendable, Hashable, CustomStringConvertible {
    /// One status.
    case exact(Int)
    /// A hundred statuses, by their first digit (`4XX`).
    case range(Int)
    /// Every status that nothing else names.
    case `default`

    /// `404`, `4XX` or `default`.
    public var description: String {
        switch self {
        case .exact(let status): "\(status)"
        case .range(let hundred): "\(hundred)XX"
        case .default: "default"
        }
    }
}
