import ApusJSON
import ApusRuntime
import Foundation
import Gentests
import Testing

/// A request as a server saw it.
struct SeenRequest: Sendable {
    let method: String
    /// Path and query, as they came.
    let target: String
    let headers: [(name: String, value: String)]
    let body: String

    init(_ json: JSONValue) {
        method = json["method"]?.string ?? ""
        target = json["target"]?.string ?? ""
        body = json["body"]?.string ?? ""
        headers = (json["headers"]?.array ?? []).map { ($0[0]?.string ?? "", $0[1]?.string ?? "") }
    }

    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var path: String { target.split(separator: "?", maxSplits: 1).first.map(String.init) ?? "" }
    /// The query as it came, empty where there is none.
    var query: String { target.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }
    var json: JSONValue? { try? JSONValue(jsonText: body) }
}

/// One call of a test, by a name of its own, and what the servers saw of it.
struct Call: Sendable {
    let name = UUID().uuidString
    var options: CallOptions

    init(operation: String? = nil, baseURL: String? = nil, credentials: [String: Credential] = [:]) {
        options = CallOptions(headers: ["X-Conformance-Call": name], baseURL: baseURL, credentials: credentials)
        options.headers["X-Conformance-Operation"] = operation
    }

    func requests() async throws -> [SeenRequest] {
        try await [JSONValue](jsonBytes: Servers.ask("seen", of: name)).map(SeenRequest.init)
    }

    /// The only request that was sent.
    func request() async throws -> SeenRequest {
        let requests = try await requests()
        try #require(requests.count == 1)
        return requests[0]
    }
}

extension GentestsClient {
    /// A client with these credentials alone.
    static func with(
        _ credentials: Credentials, server: Server? = nil, baseURL: String? = nil
    ) -> GentestsClient {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = .never
        configuration.environment = EnvironmentLookup([:])
        return GentestsClient(
            credentials: credentials, server: server, baseURL: baseURL, configuration: configuration)
    }
}

/// What a call threw; records an issue where it threw nothing.
func failure(_ call: () async throws -> Void) async -> GentestsError? {
    do {
        try await call()
        Issue.record("the call has to fail")
        return nil
    } catch {
        return error as? GentestsError
    }
}
