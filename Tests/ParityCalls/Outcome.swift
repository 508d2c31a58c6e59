import ApusJSON
import OpenRouter

/// What came of a call, for the comparison: `{"read": […]}` or `{"failed": …}`.
enum Outcome {
    static func of(_ call: Call, _ client: OpenRouterClient, _ entry: Entry) async throws -> JSONValue {
        do {
            return .object(["read": .array(try await call.make(client, entry))])
        } catch let error as OpenRouterError {
            return .object(["failed": failure(error), "why": .string("\(error)")])
        }
    }

    /// The kind of failure: status and message of a refusal, else where it happened.
    static func failure(_ error: OpenRouterError) -> JSONValue {
        switch error {
        case .decoding: "decoding"
        case .transport, .deadlineExceeded, .cancelled: "transport"
        case .invalidRequest: "not sent"
        default: .object(["status": .number(JSONNumber(error.status ?? 0)), "message": .string(error.message)])
        }
    }
}
