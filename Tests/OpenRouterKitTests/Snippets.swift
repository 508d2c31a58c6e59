import OpenRouter
import OpenRouterKit

// The Swift of docs/openrouter.md, compiled. `DocumentTests` holds its snippets against this file.

func chat(_ openRouter: OpenRouterClient) async throws {
    let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
    print(answer.text, answer.usage?.totalTokens ?? 0)
}

func messages() -> ChatRequest {
    var request = ChatRequest(
        model: "openai/gpt-4o",
        messages: [
            .system("Answer in one sentence."),
            .user(["What is this?", .image(url: "https://example.com/cat.png")]),
        ], temperature: 0.2)
    request.user = "user-7"
    return request
}

func streams(_ openRouter: OpenRouterClient, _ request: ChatRequest) async throws {
    for try await piece in try await openRouter.chat.stream(request).text { print(piece, terminator: "") }

    let whole = try await openRouter.chat.stream(request).collected { chunk in print(chunk.text, terminator: "") }
    print(whole.finishReason ?? .stop, whole.toolCalls.count)

    do {
        _ = try await openRouter.chat.stream(request).collected()
    } catch let failure as ChatStreamFailure {
        print(failure.code, failure.message, "so far:", failure.partial?.text ?? "")
    }

    let response = try await openRouter.responses.stream(.init(model: "openai/gpt-4o", input: "Hello")).collected()
    print(response.messageText, response.functionCalls.count)
}

enum Snippets {
    struct Forecast: SchemaDescribing {
        var city: String
        var days: Int?
        static let schemaDescriptions = ["city": "The city's name, in English.", "days": "How far ahead, 1 to 7."]
    }

    struct Recipe: Decodable {
        var title: String
        var steps: [String]
        var minutes: Int?
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

    static func structured(_ openRouter: OpenRouterClient, _ model: String) async throws {
        let recipe = try await openRouter.chat.send(.init(model: model, messages: ["Tea?"]), returning: Recipe.self)
        print(recipe.title, recipe.steps.count)
    }
}

func videos(_ openRouter: OpenRouterClient) async throws {
    let job = try await openRouter.videos.make(
        .init(model: "google/veo-3.1", prompt: "A boat at dawn"), within: .seconds(600)
    ) { job in print(job.status.rawValue) }
    for try await progress in try await openRouter.videos.download(jobID: job.id).writing(to: "boat.mp4") {
        print(progress)
    }
}

func login(_ openRouter: OpenRouterClient, _ code: String, open: (String) -> Void) async throws -> OpenRouterClient {
    let login = OpenRouterLogin(callbackURL: "https://my.app/callback")
    let pending = login.begin()
    open(pending.url)
    let key = try await openRouter.oAuth.redeem(code, of: pending)
    let theirs = OpenRouterClient(apiKey: key.key)
    return theirs
}
