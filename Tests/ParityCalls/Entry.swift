import Foundation
import OpenRouter

/// A call of `Calls/*.json`, as far as our side needs to know it: its name leads to the code that makes it.
struct Entry: Decodable {
    struct Client: Decodable {
        var httpReferer: String?
        var appTitle: String?
        var appCategories: String?
    }

    /// What the published SDK is given. Our calls have their arguments in code, but for those that differ in nothing else.
    struct Arguments: Decodable {
        var id: String?
    }

    var name: String
    var arguments: Arguments?
    var httpReferer: String?
    var appTitle: String?
    var appCategories: String?
    var client: Client?
    var environment: [String: String]?
    var headers: [String: String]?
    var baseSuffix: String?
    /// The key; absent for the usual one, null for none.
    var apiKey: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        arguments = try container.decodeIfPresent(Arguments.self, forKey: .arguments)
        httpReferer = try container.decodeIfPresent(String.self, forKey: .httpReferer)
        appTitle = try container.decodeIfPresent(String.self, forKey: .appTitle)
        appCategories = try container.decodeIfPresent(String.self, forKey: .appCategories)
        client = try container.decodeIfPresent(Client.self, forKey: .client)
        environment = try container.decodeIfPresent([String: String].self, forKey: .environment)
        headers = try container.decodeIfPresent([String: String].self, forKey: .headers)
        baseSuffix = try container.decodeIfPresent(String.self, forKey: .baseSuffix)
        apiKey = container.contains(.apiKey) ? try container.decode(String?.self, forKey: .apiKey) : "sk-parity"
    }

    enum CodingKeys: CodingKey {
        case name, arguments, httpReferer, appTitle, appCategories, client, environment, headers, baseSuffix, apiKey
    }

    /// A client as the call wants it. Nothing is tried twice.
    func client(base: String) -> OpenRouterClient {
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup(environment ?? [:])
        configuration.retryPolicy = .never
        return OpenRouterClient(
            apiKey: apiKey, httpReferer: client?.httpReferer, appTitle: client?.appTitle,
            appCategories: client?.appCategories, baseURL: base + (baseSuffix ?? ""), configuration: configuration)
    }
}
