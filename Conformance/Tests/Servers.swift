import ApusJSON
import ApusRuntime
import Foundation
import Gentests

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The two servers that `scripts/conformance` started.
enum Servers {
    /// What a server says of the requests that it saw, at `/_conformance/…` of the own service.
    static func ask(_ what: String, of call: String) async throws -> [UInt8] {
        let name = call.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? call
        let url = URL(string: "http://127.0.0.1:35456/_conformance/\(what)/\(name)")!
        return Array(try await URLSession.shared.data(from: url).0)
    }

    /// How the request of a call of the sweep differs from what was put in.
    static func differences(of call: String) async throws -> [String] {
        try await [String](jsonBytes: ask("differences", of: call))
    }

    /// The headers by which the servers know a request.
    static func options(_ call: String, operation: String, baseURL: String? = nil) -> CallOptions {
        CallOptions(
            headers: ["X-Conformance-Call": call, "X-Conformance-Operation": operation], baseURL: baseURL)
    }
}

extension GentestsClient {
    /// A client with credentials, and none from the environment; one attempt a call unless told.
    static func testing(retryPolicy: RetryPolicy? = .never) -> GentestsClient {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = retryPolicy
        configuration.environment = EnvironmentLookup([:])
        return GentestsClient(
            basicAuth: "testUser:testPass", apiKeyAuth: "Bearer token", bearerAuth: "token", apiKeyAuthNew: "key",
            oauth2: "token", openIDConnect: "token", customSchemeAppID: "app", configuration: configuration)
    }
}
