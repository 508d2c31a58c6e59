import Foundation
import OpenRouter

/// Makes the calls of `calls.json` against a recorder: `ParityCalls <calls.json> <base URL>`. `scripts/parity` runs it
/// beside the published Python SDK and compares what arrived.
@main
struct ParityCalls {
    struct Call: Decodable {
        struct Client: Decodable {
            var httpReferer: String?
            var appTitle: String?
            var appCategories: String?
        }

        var operation: String
        var id: String
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
            operation = try container.decode(String.self, forKey: .operation)
            id = try container.decode(String.self, forKey: .id)
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
            case operation, id, httpReferer, appTitle, appCategories, client, environment, headers, baseSuffix, apiKey
        }
    }

    static func main() async throws {
        let arguments = CommandLine.arguments
        let calls = try JSONDecoder().decode([Call].self, from: Data(contentsOf: URL(fileURLWithPath: arguments[1])))
        for (index, call) in calls.enumerated() { try await make(call, base: "\(arguments[2])/\(index)") }
    }

    private static func make(_ call: Call, base: String) async throws {
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup(call.environment ?? [:])
        let client = OpenRouterClient(
            apiKey: call.apiKey, httpReferer: call.client?.httpReferer, appTitle: call.client?.appTitle,
            appCategories: call.client?.appCategories, baseURL: base + (call.baseSuffix ?? ""),
            configuration: configuration)
        let options = CallOptions(headers: call.headers ?? [:])
        switch call.operation {
        case "getGeneration":
            _ = try await client.generations.getGeneration(
                id: call.id, httpReferer: call.httpReferer, appTitle: call.appTitle, appCategories: call.appCategories,
                options: options)
        default:
            _ = try await client.generations.listGenerationContent(
                id: call.id, httpReferer: call.httpReferer, appTitle: call.appTitle, appCategories: call.appCategories,
                options: options)
        }
    }
}
