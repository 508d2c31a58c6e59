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

    /// The example of this status and, if given, this name; without a status a success. Of several the first that the
    /// request accepts, else the first.
    /// - Parameter accept: the request's `Accept`.
    func response(status: Int?, name: String?, accept: String? = nil) -> ExampleResponse? {
        let fitting = responses.filter { response in
            let fits = status.map { response.status == $0 } ?? (200...299).contains(response.status)
            return fits && (name == nil || response.name == name)
        }
        let accepted = Self.types(accept ?? "")
        return fitting.first { accepted.contains(Self.types($0.contentType).first ?? "") } ?? fitting.first
    }

    /// The media types of a list, in lower case and without parameters.
    private static func types(_ list: String) -> [String] {
        list.split(separator: ",").map { item in
            item.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
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
