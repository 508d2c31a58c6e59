import OpenRouter
import OpenRouterKit

// The Swift of Streaming.md, compiled: see `SnippetTests`.

@MainActor final class Conversation {
    private(set) var text = ""

    func ask(_ request: ChatRequest, _ openRouter: OpenRouterClient) async throws {
        _ = try await openRouter.chat.stream(request).collected { chunk in text += chunk.text }
    }
}

enum Streaming {
    static func collected(_ openRouter: OpenRouterClient, _ request: ChatRequest) async throws {
        for try await piece in try await openRouter.chat.stream(request).text { print(piece, terminator: "") }

        let whole = try await openRouter.chat.stream(request).collected { chunk in print(chunk.text, terminator: "") }
        print(whole.finishReason ?? .stop, whole.toolCalls.count)

        let response = try await openRouter.responses.stream(.init(model: "openai/gpt-4o", input: "Hello")).collected()
        print(response.messageText, response.functionCalls.count)
    }

    static func chunks(_ openRouter: OpenRouterClient, _ request: ChatRequest) async throws {
        let stream = try await openRouter.chat.stream(request)
        print(stream.status, stream.requestID ?? "-", stream.attempts.count)
        for try await chunk in stream {
            for choice in chunk.choices { print(choice.index, choice.delta.content ?? "", terminator: "") }
            if chunk.usage != nil { break }
        }
    }

    static func failures(_ openRouter: OpenRouterClient, _ request: ChatRequest) async throws {
        do {
            _ = try await openRouter.chat.stream(request).collected()
        } catch let failure as ChatStreamFailure {
            print(failure.code, failure.message, "so far:", failure.partial?.text ?? "")
        } catch let error as OpenRouterError {
            print(error.message, error.requestID ?? "-")
        }
    }

    static func limits() -> OpenRouterClient {
        var configuration = ClientConfiguration()
        configuration.deadline = .seconds(20)  // until the head
        configuration.timeouts.idle = .seconds(30)  // between two pieces of the body
        let patient = OpenRouterClient(configuration: configuration)
        return patient
    }
}
