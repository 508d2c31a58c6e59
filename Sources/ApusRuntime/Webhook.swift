public import ApusJSON

/// A request that an API sends to its client: what is known of it, and how its body is read.
///
/// Generated code says what it is; reading is done here. Whoever runs the server that receives it checks first that it comes
/// from the API, in the way that the API documents.
public protocol Webhook: Sendable {
    /// What the body holds: ``NoContent`` without one, bytes where it is no JSON.
    associatedtype Payload: Sendable
    /// The name in the API's document.
    static var name: String { get }
    /// The HTTP method that it is sent with.
    static var method: String { get }
    /// The statuses that the API takes for received; empty when it documents none.
    static var statuses: [StatusPattern] { get }
    /// Reads the body.
    static func payload(from body: [UInt8], limits: JSONLimits) throws(JSONError) -> Payload
}

extension Webhook {
    /// None is documented.
    public static var statuses: [StatusPattern] { [] }
}

extension Webhook where Payload: JSONCodable {
    /// Reads the body as JSON.
    public static func payload(from body: [UInt8], limits: JSONLimits = .init()) throws(JSONError) -> Payload {
        try Payload(jsonBytes: body, limits: limits)
    }
}

extension Webhook where Payload == [UInt8] {
    /// The body as it is.
    public static func payload(from body: [UInt8], limits: JSONLimits = .init()) throws(JSONError) -> [UInt8] { body }
}

extension Webhook where Payload == NoContent {
    /// Ignores the body.
    public static func payload(from body: [UInt8], limits: JSONLimits = .init()) throws(JSONError) -> NoContent {
        .init()
    }
}
