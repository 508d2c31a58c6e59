import CanarySupport
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import NIOSSL

/// A TCP server on the loopback that plays scripts, one a connection (the last one again for all further connections).
final class FaultServer: Sendable {
    private let channel: any Channel
    private let log: FaultLog

    private init(channel: any Channel, log: FaultLog) {
        self.channel = channel
        self.log = log
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    /// What was read as heads and requests, in order.
    var requests: [String] { log.state.requests }
    var connections: Int { log.state.connections }
    var written: Int { log.state.written }
    var open: Int { log.state.open }

    /// Starts a server for the time of `body`.
    /// - Parameter tls: how it speaks TLS; `nil` for a plain connection.
    static func run<R>(
        _ scripts: Script..., tls: ServerTLS? = nil, body: (FaultServer) async throws -> R
    ) async throws -> R {
        try await run(scripts: scripts, tls: tls, body: body)
    }

    /// Starts a server for the time of `body`.
    static func run<R>(
        scripts: [Script], tls: ServerTLS? = nil, body: (FaultServer) async throws -> R
    ) async throws -> R {
        let log = FaultLog { scripts[min($0, scripts.count - 1)] }
        return try await run(log, tls: tls, body: body)
    }

    /// Starts a server whose connections play what their number, from 0, is given. It remembers no requests.
    static func run<R>(
        scripts: @escaping @Sendable (Int) -> Script, body: (FaultServer) async throws -> R
    ) async throws -> R {
        try await run(FaultLog(keepsRequests: false, scripts), tls: nil, body: body)
    }

    private static func run<R>(
        _ log: FaultLog, tls: ServerTLS?, body: (FaultServer) async throws -> R
    ) async throws -> R {
        let context = try tls?.context()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    let wrapped = try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    let script = log.connected()
                    channel.closeFuture.whenComplete { _ in log.closed() }
                    Task { try? await FaultConnection.play(script, on: wrapped, log) }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = FaultServer(channel: channel, log: log)
        do {
            let result = try await body(server)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// Waits until something is so, for a minute at most; how long it took does not matter to the tests.
    @discardableResult func wait(until condition: (FaultServer) -> Bool) async -> Bool {
        for _ in 0..<6000 {
            if condition(self) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    /// Waits until the server has written all that the network takes, and stands still.
    func standstill() async throws {
        var written = -1
        while self.written != written {
            written = self.written
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}

/// The scripts that are left, and what has been seen.
final class FaultLog: Sendable {
    struct State {
        var requests: [String] = []
        var connections = 0
        var written = 0
        var open = 0
    }

    private let box: NIOLockedValueBox<State>

    private let scripts: @Sendable (Int) -> FaultServer.Script
    private let keepsRequests: Bool

    init(keepsRequests: Bool = true, _ scripts: @escaping @Sendable (Int) -> FaultServer.Script) {
        self.scripts = scripts
        self.keepsRequests = keepsRequests
        box = NIOLockedValueBox(State())
    }

    var state: State { box.withLockedValue { $0 } }

    /// The script of a new connection.
    func connected() -> FaultServer.Script {
        let number = box.withLockedValue { state in
            state.connections += 1
            state.open += 1
            return state.connections - 1
        }
        return scripts(number)
    }

    func closed() { box.withLockedValue { $0.open -= 1 } }
    func wrote(_ count: Int) { box.withLockedValue { $0.written += count } }
    func received(_ request: String) {
        for line in request.split(separator: "\r\n") where line.lowercased().hasPrefix("authorization:") {
            CanaryWatch.check(credential: String(line))
        }
        if keepsRequests { box.withLockedValue { $0.requests.append(request) } }
    }
}
