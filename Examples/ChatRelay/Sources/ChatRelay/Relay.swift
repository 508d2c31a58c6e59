import Hummingbird
import Logging
import OpenRouter
import ServiceLifecycle
import UnixSignals

/// The server: its routes, and how it starts and stops.
struct Relay: Sendable {
    var client: OpenRouterClient
    var rules: RelayRules
    var logger = Logger(label: "chat-relay")

    /// The page, what it is about, the chat, and whether the server is up.
    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: ContentSecurityMiddleware(contentSecurityPolicy: Page.policy))
        Page.addRoutes(to: router)
        let about = About(model: rules.model, demo: rules.isDemo)
        router.get("about") { _, _ in about }
        router.get("health") { _, _ in Health(status: "ok") }
        router.post("chat") { request, _ in try await answer(request) }
        return router
    }

    /// Serves until one of the signals comes, or the task's graceful shutdown. Answers under way may then end, within the rules'
    /// patience.
    /// - Parameter onStart: is given the port.
    func serve(
        host: String, port: Int, until signals: [UnixSignal], onStart: @escaping @Sendable (Int) -> Void
    ) async throws {
        let server = Application(
            router: router(), configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in onStart(channel.localAddress?.port ?? port) }, logger: logger)
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: server)], gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = rules.patience
        try await ServiceGroup(configuration: configuration).run()
    }
}

/// What the page shows of the server.
private struct About: ResponseEncodable {
    var model: String
    var demo: Bool
}

private struct Health: ResponseEncodable {
    var status: String
}
