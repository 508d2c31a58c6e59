// A program that uses ten operations.
import OpenRouter
import OpenRouterKit

let openRouter = OpenRouterClient()
let chat = ChatRequest(model: "openai/gpt-4o", messages: ["Hello"])
print(try await openRouter.chat.send(chat).text)
for try await piece in try await openRouter.chat.stream(chat).text { print(piece) }
print(try await openRouter.responses.send(.init(model: "openai/gpt-4o", input: "Hello")).messageText)
print(try await openRouter.models.list().data.count)
print(try await openRouter.providers.list().data.count)
print(try await openRouter.credits.get().data)
print(try await openRouter.keys.getCurrent().data.label)
print(try await openRouter.generations.getGeneration(id: "gen-1").data.model)
for try await page in openRouter.files.listPages() { print(page) }
for try await progress in try await openRouter.videos.download(jobID: "job-1").writing(to: "video.mp4") {
    print(progress)
}
