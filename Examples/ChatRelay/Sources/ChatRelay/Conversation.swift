import Foundation
import Hummingbird
import OpenRouter
import OpenRouterKit

/// What the page sends: the conversation so far, the newest message last.
struct Conversation: Codable, Equatable {
    /// Who wrote a message. There is no role for instructions: those are the server's.
    enum Role: String, Codable { case user, assistant }

    /// One message.
    struct Message: Codable, Equatable {
        var role: Role
        var text: String
    }

    var messages: [Message]
}

extension Conversation {
    /// Reads a request's body.
    /// - Throws: an `HTTPError` whose message is for the page.
    init(_ body: ByteBuffer, _ rules: RelayRules) throws {
        guard let conversation = try? JSONDecoder().decode(Conversation.self, from: Data(buffer: body)) else {
            throw HTTPError(.badRequest, message: "The request is not a conversation.")
        }
        guard let newest = conversation.messages.last, newest.role == .user, !newest.text.isEmpty else {
            throw HTTPError(.badRequest, message: "A conversation ends with a message of the user.")
        }
        guard newest.text.utf16.count <= rules.maximumMessageLength else {
            throw HTTPError(
                .contentTooLarge,
                message: "The message is too long: \(rules.maximumMessageLength) characters are the most.")
        }
        guard conversation.messages.count <= rules.maximumMessages else { throw Self.tooLong }
        self = conversation
    }

    /// The conversation has grown over a limit.
    static let tooLong = HTTPError(.contentTooLarge, message: "The conversation is too long. Begin a new one.")

    /// What the service is asked: all but the words is the server's choice.
    func request(_ rules: RelayRules) -> ChatRequest {
        let written = messages.map { message -> ChatMessages in
            switch message.role {
            case .user: .user(message.text)
            case .assistant: .assistant(message.text)
            }
        }
        return ChatRequest(
            model: rules.model, messages: [.system(rules.instructions)] + written,
            maxCompletionTokens: rules.maximumAnswerTokens)
    }
}
