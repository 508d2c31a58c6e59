import OpenRouter
import OpenRouterKit

// The Swift of LoggingIn.md, compiled: see `SnippetTests`.

func login(_ openRouter: OpenRouterClient, _ code: String, open: (String) -> Void) async throws -> OpenRouterClient {
    let login = OpenRouterLogin(callbackURL: "https://my.app/callback")
    let pending = login.begin()
    open(pending.url)
    let key = try await openRouter.oAuth.redeem(code, of: pending)
    let theirs = OpenRouterClient(apiKey: key.key)
    return theirs
}
