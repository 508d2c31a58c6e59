import ApusJSON
import Gentests
import Testing

/// A value that is sent, the JSON that the server has to get, and the same value that has to come back.
struct RoundTrip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let json: JSONValue
    /// Gives the value that came back, where it is another one.
    private let run: @Sendable (GentestsClient.Unions, CallOptions) async throws -> String?

    init<Value: Equatable & Sendable>(
        _ name: String, _ value: Value, _ json: JSONValue,
        _ send: @escaping @Sendable (GentestsClient.Unions, Value, CallOptions) async throws -> Value
    ) {
        self.init(name, value, json, returning: value, send)
    }

    /// One whose value comes back otherwise.
    init<Value: Sendable, Result: Equatable & Sendable>(
        _ name: String, _ value: Value, _ json: JSONValue, returning want: Result,
        _ send: @escaping @Sendable (GentestsClient.Unions, Value, CallOptions) async throws -> Result
    ) {
        testDescription = name
        self.json = json
        run = { unions, options in
            let back = try await send(unions, value, options)
            return back == want ? nil : "\(back)"
        }
    }

    func check() async throws {
        let call = Call()
        let other = try await run(GentestsClient.with(.init()).unions, call.options)
        #expect(other == nil)
        #expect(try await call.request().json == json)
    }
}
