import ApusJSON
import ApusRuntime
import ApusTesting

/// Operations for the example server.
enum Operations {
    static let ping = OperationExamples(
        operationID: "ping", method: "GET", path: "/ping", requiresCredential: false,
        responses: [ExampleResponse(status: 200, contentType: "application/json", body: "{}")])

    static let getKey = OperationExamples(
        operationID: "getKey", method: "GET", path: "/keys/{hash}", requiresCredential: true,
        responses: [
            ExampleResponse(name: "active", status: 200, contentType: "application/json", body: #"{"key":"a"}"#),
            ExampleResponse(name: "disabled", status: 200, contentType: "application/json", body: #"{"key":"d"}"#),
            ExampleResponse(status: 401, contentType: "application/json", body: #"{"error":{"code":401}}"#),
            ExampleResponse(status: 503, contentType: "text/plain", body: "busy"),
        ])

    static let currentKey = OperationExamples(
        operationID: "currentKey", method: "GET", path: "/keys/current", requiresCredential: false,
        responses: [ExampleResponse(status: 200, contentType: "application/json", body: #"{"key":"c"}"#)])

    static let createKey = OperationExamples(
        operationID: "createKey", method: "POST", path: "/keys", requiresCredential: false,
        responses: [ExampleResponse(status: 201, contentType: "application/json", body: #"{"key":"n"}"#)])

    static let deleteKey = OperationExamples(
        operationID: "deleteKey", method: "DELETE", path: "/keys/{hash}", requiresCredential: false,
        responses: [ExampleResponse(status: 204, contentType: "", body: "")])

    static let all = [ping, getKey, currentKey, createKey, deleteKey]
}

/// An operation as generated code would have it.
struct GetKeyRequest: OperationRequest {
    typealias Output = JSONValue

    static let operation = OperationDescription(
        id: "getKey", method: "GET", path: "/keys/{hash}", success: [.exact(200)])

    func encode(into request: inout RequestBuilder) { request.path("hash", "1") }
}
