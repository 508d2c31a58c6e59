import ApusJSON
import ApusRuntime
import Gentests

/// One call of the sweep: an operation, and how its request is made.
struct SweepCall: Sendable {
    let id: String
    let baseURL: String?
    /// Sends the request; gives what went wrong.
    let run: @Sendable (GentestsClient, CallOptions) async -> String?

    init<Request: OperationRequest>(
        _ id: String, _ baseURL: String?, _ make: @escaping @Sendable () throws -> Request
    ) {
        self.id = id
        self.baseURL = baseURL
        run = { client, options in
            do {
                _ = try await client.send(try make(), options: options)
                return nil
            } catch {
                return String(describing: error)
            }
        }
    }
}

/// Why a value of the sweep cannot be made.
struct NotFromJSON: Swift.Error {
    let type: String
}

/// A parameter or a body out of its JSON, whatever its type.
func value<Value>(_ json: String) throws -> Value {
    let bytes = Array(json.utf8)
    if let type = Value.self as? any JSONCodable.Type {
        return try type.init(jsonBytes: bytes) as! Value
    }
    if let files = try? [String](jsonBytes: bytes), let parts = files.map({ FilePart(.text($0)) }) as? Value {
        return parts
    }
    // Bytes are sent as they are: the text that the JSON says.
    let text = try String(jsonBytes: bytes)
    if let part = FilePart(.text(text)) as? Value { return part }
    if let content = MediaContent.text(text, contentType: "application/octet-stream") as? Value { return content }
    if let body = RequestBody.bytes(Array(text.utf8)) as? Value { return body }
    throw NotFromJSON(type: "\(Value.self)")
}
