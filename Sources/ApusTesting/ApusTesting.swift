// For tests of code that calls an API: nothing here opens a connection to another machine.
//
// - `MockTransport` answers inside the process, operation by operation, with typed values.
// - `ExampleServer` answers over HTTP on the loopback from the examples of the API's document, and fails when told to.
// - `RecordedRequest` is what both keep of every request.

/// What an API's document shows of one operation: enough to play its server. Generated code holds these values.
public struct OperationExamples: Sendable, Hashable {
    /// The operation's ID in the API's document.
    public var operationID: String
    /// The HTTP method, upper-case.
    public var method: String
    /// The path template, such as `/keys/{hash}`.
    public var path: String
    /// Whether the operation cannot be called without a credential.
    public var requiresCredential: Bool
    /// The responses that have an example, in the document's order.
    public var responses: [ExampleResponse]

    /// Examples from their parts.
    public init(
        operationID: String, method: String, path: String, requiresCredential: Bool, responses: [ExampleResponse]
    ) {
        self.operationID = operationID
        self.method = method
        self.path = path
        self.requiresCredential = requiresCredential
        self.responses = responses
    }

    /// The example of this status and, if given, this name; without a status the first success.
    func response(status: Int?, name: String?) -> ExampleResponse? {
        responses.first { response in
            let fits = status.map { response.status == $0 } ?? (200...299).contains(response.status)
            return fits && (name == nil || response.name == name)
        }
    }
}

/// One response that an API's document shows.
public struct ExampleResponse: Sendable, Hashable {
    /// The example's name in the document; empty for an example without one.
    public var name: String
    /// The HTTP status.
    public var status: Int
    /// The body's media type; empty for a response without a body.
    public var contentType: String
    /// The body.
    public var body: String

    /// A response from its parts.
    public init(name: String = "", status: Int, contentType: String, body: String) {
        self.name = name
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}
