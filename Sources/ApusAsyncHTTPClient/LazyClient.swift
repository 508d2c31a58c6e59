import AsyncHTTPClient
import NIOConcurrencyHelpers
import NIOCore

/// An `HTTPClient` that exists from its first use on and is always shut down, if need be when it is dropped: the
/// library stops the process in debug builds when a client just goes away.
final class LazyClient: Sendable {
    private enum State {
        case unused, running(HTTPClient), shutDown
    }

    private let configuration: HTTPClient.Configuration
    private let state = NIOLockedValueBox(State.unused)

    init(configuration: HTTPClient.Configuration) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        ResponseHeadGuard.install(in: &configuration)
        self.configuration = configuration
    }

    deinit { end()?.shutdown { _ in } }

    /// The client, `nil` after ``shutdown()``.
    func running() -> HTTPClient? {
        state.withLockedValue { state in
            switch state {
            case .running(let client): return client
            case .shutDown: return nil
            case .unused:
                let client = HTTPClient(configuration: configuration)
                state = .running(client)
                return client
            }
        }
    }

    /// Closes all connections and waits until they are closed. A client that is shut down already is left alone, which
    /// is the only thing that the library complains about here.
    func shutdown() async { try? await end()?.shutdown() }

    private func end() -> HTTPClient? {
        state.withLockedValue { state in
            defer { state = .shutDown }
            if case .running(let client) = state { return client }
            return nil
        }
    }
}
