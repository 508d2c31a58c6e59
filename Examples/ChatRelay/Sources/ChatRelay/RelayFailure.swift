import OpenRouter
import OpenRouterKit

/// Why an answer failed, in words for the page.
///
/// The words are our own. What the service says stays here: it is about the server's account, and it may repeat what it was sent.
struct RelayFailure: Equatable, Sendable {
    /// What a page may tell apart.
    enum Kind: String, Sendable {
        /// The key is missing, wrong, or not allowed to do this.
        case refused
        /// The account has no credit.
        case unpaid
        /// Too much was asked for at once.
        case busy
        /// The service or the model's provider is in trouble, or cannot be reached.
        case unavailable
        /// No answer came in time.
        case late
        /// The answer ended in the middle.
        case brokenOff
        /// The model does not take this conversation.
        case notTaken
        /// The answer has no text: the model declined, say.
        case noWords
        /// Anything else.
        case other
    }

    var kind: Kind
    /// How long to wait before another try, in whole seconds.
    var retryAfter: Int?

    /// What is shown.
    var message: String {
        switch kind {
        case .refused: "This server has no access to the model."
        case .unpaid: "This server has no credit left."
        case .busy:
            retryAfter.map { "Too many requests. Try again in \($0) s." } ?? "Too many requests. Try again later."
        case .unavailable: "The model is not available. Try again later."
        case .late: "The model did not answer in time. Try again later."
        case .brokenOff: "The answer broke off. Try again."
        case .notTaken: "The model does not take this conversation."
        case .noWords: "The model gave no answer."
        case .other: "The answer failed."
        }
    }
}

extension RelayFailure {
    /// What went wrong with a call, before its answer or inside of it.
    init(_ error: any Error) {
        switch error {
        case let error as OpenRouterError: self.init(error)
        case let error as ChatStreamFailure: self.init(kind: Kind(code: error.code))
        default: self.init(kind: .other)
        }
    }

    private init(_ error: OpenRouterError) {
        switch error {
        case .tooManyRequests(let limited):
            self.init(kind: .busy, retryAfter: limited.retryAfter.map { max(1, Int($0.components.seconds)) })
        case .unauthorized, .forbidden: self.init(kind: .refused)
        case .paymentRequired: self.init(kind: .unpaid)
        case .badGateway, .serviceUnavailable, .providerOverloaded, .internalServer: self.init(kind: .unavailable)
        case .requestTimeout, .edgeNetworkTimeout, .deadlineExceeded: self.init(kind: .late)
        case .badRequest, .unprocessableEntity, .payloadTooLarge, .notFound: self.init(kind: .notTaken)
        // With a status the answer had begun.
        case .transport(let failure): self.init(kind: failure.status == nil ? .unavailable : .brokenOff)
        default: self.init(kind: .other)
        }
    }
}

extension RelayFailure.Kind {
    /// The service numbers its errors inside of a stream as it numbers statuses.
    fileprivate init(code: Int) {
        switch code {
        case 401, 403: self = .refused
        case 402: self = .unpaid
        case 429: self = .busy
        case 408, 504, 524: self = .late
        case 500...599: self = .unavailable
        default: self = .brokenOff
        }
    }
}
