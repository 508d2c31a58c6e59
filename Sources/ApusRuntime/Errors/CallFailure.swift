/// How a call fails, before a generated error type gives the documented errors their names.
public enum CallFailure: Error, Sendable {
    /// An error that the API's document names: its place in the API's error type.
    case documented(UnexpectedResponse, index: Int)
    /// Any other response that is not a documented success.
    case unexpectedStatus(UnexpectedResponse)
    /// A success whose body does not fit its schema.
    case decoding(DecodingFailure)
    /// No whole response came.
    case transport(TransportFailure)
    /// The call's deadline passed.
    case deadlineExceeded(DeadlineFailure)
    /// The surrounding task was cancelled.
    case cancelled(CancellationFailure)
    /// The request could not be sent as given.
    case invalidRequest(InvalidRequest)
}

extension CallFailure: CustomStringConvertible {
    /// What the failure tells.
    public var details: any FailureDetails {
        switch self {
        case .documented(let value, _): value
        case .unexpectedStatus(let value): value
        case .decoding(let value): value
        case .transport(let value): value
        case .deadlineExceeded(let value): value
        case .cancelled(let value): value
        case .invalidRequest(let value): value
        }
    }

    /// One line without secrets.
    public var description: String { details.description }
}
