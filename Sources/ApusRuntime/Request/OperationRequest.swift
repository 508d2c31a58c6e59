/// One call of one operation, as a value: the operation's parameters and body.
///
/// Generated code conforms its request types to it.
public protocol OperationRequest: Sendable {
    /// What a success decodes to; ``NoContent`` for operations without a body.
    associatedtype Output: Sendable

    /// What is the same for every call of the operation.
    static var operation: OperationDescription { get }

    /// Puts the parameters and the body into the request. Problems are kept by the builder and thrown by the call.
    func encode(into request: inout RequestBuilder)

    /// Makes the output of a success's body.
    /// - Throws: ``JSONError`` when the body does not fit.
    static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output
}

extension OperationRequest where Output: JSONDecodable {
    /// Reads the body as JSON.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output {
        try Output(jsonBytes: body, limits: limits)
    }
}

/// The output of an operation whose success has no body.
public struct NoContent: Sendable, Hashable {
    /// Nothing.
    public init() {}
}

extension OperationRequest where Output == NoContent {
    /// Ignores the body.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> NoContent {
        NoContent()
    }
}

/// Decoding of bodies that are not JSON, for a request's own `decodeOutput`.
public enum BodyDecoding {
    /// The body as text; bytes that are not UTF-8 become U+FFFD.
    public static func text(_ body: [UInt8]) -> String { String(decoding: body, as: UTF8.self) }
}
