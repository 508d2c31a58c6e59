import Logging
import OpenRouter
import OpenRouterKit

// The Swift of ErrorsAndRetries.md, compiled: see `SnippetTests`.

struct Meter: Middleware {
    func callEnded(_ call: CallSummary) async {
        print(call.operationID, call.status ?? 0, call.attempts.count, call.duration)
    }
}

enum ErrorsAndRetries {
    static func catching(_ openRouter: OpenRouterClient, _ id: String) async {
        do {
            let generation = try await openRouter.generations.getGeneration(id: id)
            print(generation.data.totalCost)
        } catch {
            switch error {
            case .notFound(let missing): print("no such generation:", missing.body?.error.message ?? missing.message)
            case .unauthorized, .forbidden: print("check the key:", error.message)
            case .tooManyRequests(let limited): print("again in", limited.retryAfter ?? .zero)
            case .deadlineExceeded, .cancelled: print("no time")
            default: print(error)
            }
        }
    }

    static func show(_ error: OpenRouterError) {
        print(error.status ?? 0, error.code ?? "-", error.message, error.requestID ?? "-")
        for attempt in error.attempts { print(attempt) }
        print(error.retryStopReason?.rawValue ?? "-", error.details.bodyText ?? "", error.details.rawBody.count)
    }

    static func withKey(_ openRouter: OpenRouterClient, _ request: ChatRequest, _ orderID: String) async throws {
        let options = CallOptions(idempotencyKey: orderID)
        let answer = try await openRouter.chat.send(request, options: options)
        print(answer)
    }

    static func otherRules() async throws {
        var configuration = ClientConfiguration()
        configuration.deadline = .seconds(120)  // over all attempts and waits; otherwise 60 s
        configuration.retryPolicy = RetryPolicy(maximumAttempts: 5, maximumRetryAfter: .seconds(10))
        let patient = OpenRouterClient(configuration: configuration)

        // For one call.
        let once = CallOptions(deadline: .seconds(5), retryPolicy: .never)
        let credits = try await patient.credits.get(options: once)
        print(credits)
    }

    static func seeing(_ configuration: inout ClientConfiguration) {
        configuration.logger.logLevel = .debug
        configuration.middleware = [Meter()]

        configuration.redirects = .sameOrigin
    }
}
