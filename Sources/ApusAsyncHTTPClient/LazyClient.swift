import AsyncHTTPClient
import NIOConcurrencyHelpers
import NIOSSL

/// An `HTTPClient` that exists from its first use on and is always shut down, if need be when it is dropped: the
/// library stops the process in debug builds when a client just goes away.
final class LazyClient: Sendable {
    private enum State {
        case unused, running(RunningClient), shutDown
    }

    private let configuration: HTTPClient.Configuration
    private let state = NIOLockedValueBox(State.unused)

    init(configuration: HTTPClient.Configuration) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dropIdleTracer()
        configuration.refuseOldTLS()
        self.configuration = configuration
    }

    deinit { end()?.client.shutdown { _ in } }

    /// The client, `nil` after ``shutdown()``.
    func running() -> RunningClient? {
        state.withLockedValue { state in
            switch state {
            case .running(let client): return client
            case .shutDown: return nil
            case .unused:
                let client = RunningClient(configuration)
                state = .running(client)
                return client
            }
        }
    }

    /// Closes all connections and waits until they are closed. A client that is shut down already is left alone, which
    /// is the only thing that the library complains about here.
    func shutdown() async { try? await end()?.client.shutdown() }

    private func end() -> RunningClient? {
        state.withLockedValue { state in
            defer { state = .shutDown }
            if case .running(let client) = state { return client }
            return nil
        }
    }
}

extension HTTPClient.Configuration {
    /// TLS 1.0 and 1.1 must not be used (RFC 8996), but the library speaks them unless told otherwise.
    fileprivate mutating func refuseOldTLS() {
        guard tlsConfiguration == nil else { return }
        tlsConfiguration = .withoutOldVersions
    }

    /// Without a tracer of the user's the library takes one that does nothing, and spends time on it in each call.
    fileprivate mutating func dropIdleTracer() {
        guard let tracer = tracing.tracer, String(reflecting: type(of: tracer)) == "Tracing.NoOpTracer" else { return }
        tracing.tracer = nil
    }
}

extension TLSConfiguration {
    /// A client's, from version 1.2 on.
    static var withoutOldVersions: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
