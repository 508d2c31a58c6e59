import OpenRouter
import OpenRouterKit

/// An error as a person is told it: one sentence of what went wrong, and what to do.
struct FailureReport: Equatable {
    let status: ToolStatus
    let text: String

    /// - Parameter secret: the key, which is shown nowhere, whoever repeats it.
    init(_ error: any Error, secret: String? = nil) {
        let (status, text) = Self.describe(error)
        self.status = status
        var shown = text
        if let secret, !secret.isEmpty { shown = shown.replacing(secret, with: "[redacted]") }
        self.text = TerminalText.line(shown)
    }

    private static func describe(_ error: any Error) -> (ToolStatus, String) {
        switch error {
        case let error as OpenRouterError: describe(error)
        case let failure as CommandFailure: (failure.status, failure.message)
        case let failure as ChatStreamFailure:
            sentence(
                "the answer broke off: \(failure.message)", ToolStatus(httpStatus: failure.code),
                [
                    "code \(failure.code)"
                ])
        case VideoJobError.failed(let job):
            (.failure, "the video was not made: \(job.error ?? job.status.rawValue) (job \(job.id))")
        case VideoJobError.deadlineExceeded(let job):
            (
                .timeout,
                "the video is still `\(job.status.rawValue)`; `openrouter video --job \(job.id)` waits for it again"
            )
        case is CancellationError: (.interrupted, "interrupted")
        case is BrokenPipe: (.brokenPipe, "")
        // Errors of the SDK and of the system describe themselves.
        default: (.failure, "\(error)")
        }
    }

    private static func describe(_ error: OpenRouterError) -> (ToolStatus, String) {
        switch error {
        case .cancelled: return (.interrupted, "interrupted")
        case .deadlineExceeded:
            return sentence(error.message, .timeout, notes(error), hint: "--timeout SECONDS allows more")
        case .invalidRequest(let request) where request.reason == .missingCredential:
            return (.unauthorized, "no API key is set; \(setKey), or try `--demo`, which needs none")
        case .invalidRequest(let request):
            let isKey = request.reason == .credential
            return sentence(error.message, isKey ? .unauthorized : .usage, [], hint: isKey ? setKey : nil)
        case .transport(let failure): return describe(failure, notes(error))
        case .decoding:
            return sentence("the answer is not what the API documents: \(error.message)", .failure, notes(error))
        default:
            let status = error.status.map(ToolStatus.init(httpStatus:)) ?? .failure
            return sentence(error.message, status, notes(error), hint: hint(error))
        }
    }

    private static func describe(_ failure: TransportFailure, _ notes: [String]) -> (ToolStatus, String) {
        switch failure.error.reason {
        case .cancelled: (.interrupted, "interrupted")
        case .timeout: sentence(failure.message, .timeout, notes, hint: "try again")
        case .nameResolution, .connect:
            sentence(failure.message, .failure, notes, hint: "check the network, and --base-url if given")
        default: sentence("no whole answer: \(failure.message)", .failure, notes, hint: "try again")
        }
    }

    private static let setKey = "set OPENROUTER_API_KEY to one from https://openrouter.ai/settings/keys"

    private static func hint(_ error: OpenRouterError) -> String? {
        switch error.status ?? 0 {
        case 401: return "is OPENROUTER_API_KEY a key of https://openrouter.ai/settings/keys?"
        case 402: return "credits are added at https://openrouter.ai/settings/credits"
        case 403: return "the key lacks the right; `keys` and `usage` take a management key"
        case 404: return "is it the right ID or name?"
        case 429:
            guard let wait = error.retryAfter else { return "try again later" }
            return "try again in \(wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0)) s"
        case 500...: return "try again later"
        default: return nil
        }
    }

    private static func notes(_ error: OpenRouterError) -> [String] {
        var notes: [String] = []
        if let status = error.status { notes.append("status \(status)") }
        if let id = error.requestID { notes.append("request ID \(id)") }
        if error.attempts.count > 1 { notes.append("\(error.attempts.count) attempts") }
        return notes
    }

    private static func sentence(
        _ message: String, _ status: ToolStatus, _ notes: [String], hint: String? = nil
    ) -> (ToolStatus, String) {
        let notes = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
        return (status, message + notes + (hint.map { "; \($0)" } ?? ""))
    }
}
