import ApusTesting

/// Operations for the example server.
enum Operations {
    static let ping = OperationExamples(
        operationID: "ping", method: "GET", path: "/ping", requiresCredential: false,
        responses: [ExampleResponse(status: 200, contentType: "application/json", body: "{}")])
}
