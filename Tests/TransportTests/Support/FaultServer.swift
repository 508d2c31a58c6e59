import ApusTesting
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A TCP server on the loopback that plays scripts, one a connection (the last one again for all further connections).
final class FaultServer: Sendable {
    /// One step of a script.
    enum Step: Sendable {
        /// Reads up to the empty line after the header fields.
        case readHead
        /// Reads the header fields and as many bytes of body as they promise.
        case readRequest
        /// Writes bytes and waits until the network has taken them.
        case write([UInt8])
        /// Writes the bytes again and again, that many times, with a pause before each.
        case drip([UInt8], times: Int, every: Duration = .zero)
        case pause(Duration)
        /// Stays silent until the other side closes.
        case silence
        /// Closes with FIN.
        case close
        /// Closes with RST.
        case reset

        static func write(_ text: String) -> Step { .write(Array(text.utf8)) }
    }

    /// What has been seen.
    private struct Log {
        var scripts: [[Step]]
        var requests: [String] = []
        var connections = 0
        var written = 0
        var open = 0
    }

    private let channel: any Channel
    private let log: NIOLockedValueBox<Log>

    private init(channel: any Channel, log: NIOLockedValueBox<Log>) {
        self.channel = channel
        self.log = log
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    /// What was read by `readHead` and `readRequest`, in order.
    var requests: [String] { log.withLockedValue(\.requests) }
    var connections: Int { log.withLockedValue(\.connections) }
    var written: Int { log.withLockedValue(\.written) }
    var open: Int { log.withLockedValue(\.open) }

    /// Starts a server for the time of `body`.
    static func run<R>(
        _ scripts: [Step]..., body: (FaultServer) async throws -> R
    ) async throws -> R {
        let log = NIOLockedValueBox(Log(scripts: scripts))
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let wrapped = try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    let script = log.withLockedValue { log in
                        log.connections += 1
                        log.open += 1
                        return log.scripts.count > 1 ? log.scripts.removeFirst() : log.scripts[0]
                    }
                    channel.closeFuture.whenComplete { _ in log.withLockedValue { $0.open -= 1 } }
                    Task { try? await Self.play(script, on: wrapped, log) }
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

    private static func play(
        _ script: [Step], on channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ log: NIOLockedValueBox<Log>
    ) async throws {
        try await channel.executeThenClose { inbound, _ in
            var input = inbound.makeAsyncIterator()
            var unread = ""
            func write(_ bytes: [UInt8]) async throws {
                try await channel.channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
                log.withLockedValue { $0.written += bytes.count }
            }
            func read(body: Bool) async throws {
                while length(of: unread, body: body).map({ unread.utf8.count < $0 }) ?? true {
                    guard let piece = try await input.next() else { return }
                    unread += String(buffer: piece)
                }
                let request = unread
                log.withLockedValue { $0.requests.append(request) }
                unread = ""
            }
            for step in script {
                switch step {
                case .readHead: try await read(body: false)
                case .readRequest: try await read(body: true)
                case .write(let bytes): try await write(bytes)
                case .drip(let bytes, let times, let interval):
                    for _ in 0..<times {
                        if interval > .zero { try await Task.sleep(for: interval) }
                        try await write(bytes)
                    }
                case .pause(let duration): try await Task.sleep(for: duration)
                case .silence: while try await input.next() != nil {}
                case .close: return
                case .reset:
                    try await channel.channel.resetWhenClosed().get()
                    return
                }
            }
        }
    }

    /// How many bytes the request at the start of `text` has, `nil` while its head is not whole.
    private static func length(of text: String, body: Bool) -> Int? {
        let bytes = Array(text.utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }) else { return nil }
        let fields = text.lowercased().split(separator: "\r\n")
        let promised = fields.first { $0.hasPrefix("content-length:") }?.split(separator: ":").last
        let length = promised.flatMap { Int($0.drop { $0 == " " }) } ?? 0
        return end + 4 + (body ? length : 0)
    }

    /// Waits until something is so, for 5 s at most; how long it took does not matter to the tests.
    @discardableResult func wait(until condition: (FaultServer) -> Bool) async -> Bool {
        for _ in 0..<500 {
            if condition(self) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
