import ApusJSON
import OpenRouter

/// A call in code, under the name that `Calls/*.json` has for it.
struct Call: Sendable {
    let name: String
    /// Makes the call and gives what was read: one value for a value, for each page and for each event.
    let make: @Sendable (OpenRouterClient, Entry) async throws -> [JSONValue]

    /// A call that gives a value.
    static func value<Value: JSONCodable & Sendable>(
        _ name: String, _ make: @escaping @Sendable (OpenRouterClient) async throws -> Value
    ) -> Call {
        Call(name: name) { client, _ in [try read(await make(client))] }
    }

    /// A call that gives pages, of which two are read.
    static func pages<Request: PaginatedRequest>(
        _ name: String, _ make: @escaping @Sendable (OpenRouterClient) -> PageSequence<Request>
    ) -> Call where Request.Output: JSONCodable {
        Call(name: name) { client, _ in
            var values: [JSONValue] = []
            for try await page in make(client).prefix(2) { values.append(try read(page)) }
            return values
        }
    }

    /// A call that gives events; what breaks the stream is the last of them.
    static func events<Event: JSONCodable & Sendable>(
        _ name: String, _ make: @escaping @Sendable (OpenRouterClient) async throws -> ResponseStream<Event>
    ) -> Call {
        Call(name: name) { client, _ in
            let stream = try await make(client)
            var values: [JSONValue] = []
            do {
                for try await event in stream { values.append(try read(event)) }
            } catch let error as OpenRouterError {
                values.append(.object(["failed": Outcome.failure(error)]))
            }
            return values
        }
    }

    /// A call that gives bytes, read as a text.
    static func bytes(
        _ name: String, _ make: @escaping @Sendable (OpenRouterClient) async throws -> Download
    ) -> Call {
        Call(name: name) { client, _ in
            [.string(String(decoding: try await make(client).collect(upTo: 1 << 20), as: UTF8.self))]
        }
    }

    private static func read(_ value: some JSONCodable) throws -> JSONValue {
        try JSONValue(encoding: value)
    }
}
