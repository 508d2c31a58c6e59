import ApusTesting
import Foundation
import HTTPTypes
import OpenRouter
import Testing

/// A call of one operation, with its type forgotten.
struct Call: Sendable, CustomTestStringConvertible {
    let id: String
    let streams: Bool
    /// The request's head and body, without sending it.
    let built: @Sendable (Given) async throws -> (head: HTTPRequest, body: [UInt8])
    /// Sends it and gives the result back as JSON, bytes as text, events as a list.
    let result: @Sendable (Given, OpenRouterClient) async throws -> JSONValue

    var testDescription: String { id + (streams ? " (stream)" : "") }

    init<Request: OperationRequest>(
        _ id: String, streams: Bool, _ make: @escaping @Sendable (Given) throws -> Request
    ) {
        (self.id, self.streams) = (id, streams)
        built = { given in
            let request = try make(given)
            return (
                try request.httpRequest(baseURL: "https://openrouter.ai/api/v1"),
                try await request.httpBody()?.collect() ?? []
            )
        }
        result = { given, client in
            try await Self.json(client.send(make(given)).value)
        }
    }

    private static func json<Value>(_ value: Value) async throws -> JSONValue {
        switch value {
        case let download as Download:
            return .string(String(decoding: try await download.collect(upTo: 1 << 20), as: UTF8.self))
        case is NoContent: return .null
        case let stream as any Events: return .array(try await stream.values())
        case let model as any JSONCodable: return try JSONValue(jsonBytes: model.jsonBytes())
        default: throw Missing(what: "a reading of \(Value.self)")
        }
    }
}

/// A stream of any values.
protocol Events {
    func values() async throws -> [JSONValue]
}

extension ResponseStream: Events where Element: JSONCodable {
    func values() async throws -> [JSONValue] {
        var values: [JSONValue] = []
        for try await value in self { values.append(try JSONValue(jsonBytes: value.jsonBytes())) }
        return values
    }
}
