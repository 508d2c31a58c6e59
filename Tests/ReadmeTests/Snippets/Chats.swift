import OpenRouter
import OpenRouterKit

// The Swift of Chats.md, compiled: see `SnippetTests`.

enum Chats {
    static func messages(_ openRouter: OpenRouterClient) async throws -> ChatRequest {
        let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
        print(answer.text, answer.usage?.totalTokens ?? 0)

        var request = ChatRequest(
            model: "openai/gpt-4o",
            messages: [
                .system("Answer in one sentence."),
                .user(["What is this?", .image(url: "https://example.com/cat.png")]),
            ], temperature: 0.2)
        request.user = "user-7"
        return request
    }

    struct Forecast: SchemaDescribing {
        var city: String
        var days: Int?
        static let schemaDescriptions = ["city": "The city's name, in English.", "days": "How far ahead, 1 to 7."]
    }

    static func tools(_ openRouter: OpenRouterClient, _ model: String, _ look: (Forecast) -> String) async throws {
        let forecast = try ChatTool("forecast", description: "Tells the weather to come.", arguments: Forecast.self)
        var conversation = ChatRequest(
            model: model, messages: ["Do I need an umbrella in Oslo?"], tools: [forecast.definition])
        var reply = try await openRouter.chat.send(conversation)
        while let message = reply.message, !reply.toolCalls.isEmpty {
            conversation.messages.append(.assistant(message))
            for call in reply.toolCalls {
                guard let wanted = try forecast.arguments(of: call) else { continue }
                conversation.messages.append(.tool(look(wanted), for: call))
            }
            reply = try await openRouter.chat.send(conversation)
        }
        print(reply.text)
    }

    struct Recipe: Decodable {
        var title: String
        var steps: [String]
        var minutes: Int?
    }

    static func structured(_ openRouter: OpenRouterClient, _ model: String) async throws {
        let recipe = try await openRouter.chat.send(.init(model: model, messages: ["Tea?"]), returning: Recipe.self)
        print(recipe.title, recipe.steps.count)
    }
}
