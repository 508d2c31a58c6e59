import ApusTesting
import NIOCore
import NIOSSL

/// One connection of a ``FaultServer`` and its script.
struct FaultConnection {
    private let channel: any Channel
    private let log: FaultLog
    private var input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var unread: [UInt8] = []
    private var hasPreface = false
    private var request = ""

    /// Plays the script and closes the connection.
    static func play(
        _ script: FaultServer.Script, on channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ log: FaultLog
    ) async throws {
        try await channel.executeThenClose { inbound, _ in
            var connection = FaultConnection(
                channel: channel.channel, log: log, input: inbound.makeAsyncIterator())
            for step in script { if try await !connection.run(step) { return } }
        }
    }

    private init(
        channel: any Channel, log: FaultLog, input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    ) {
        self.channel = channel
        self.log = log
        self.input = input
    }

    /// - Returns: whether the script goes on.
    private mutating func run(_ step: FaultServer.Step) async throws -> Bool {
        switch step {
        case .readHead: try await read(body: false)
        case .readRequest: try await read(body: true)
        case .readHTTP2Request: try await readHTTP2Request()
        case .write(let bytes): try await write(bytes)
        case .answer(let make): try await write(make(request))
        case .drip(let bytes, let times, let interval):
            for _ in 0..<times {
                if interval > .zero { try await Task.sleep(for: interval) }
                try await write(bytes)
            }
        case .pause(let duration): try await Task.sleep(for: duration)
        case .hold(let gate): try await gate.pass()
        case .silence: while try await input.next() != nil {}
        case .close: return false
        case .cut:
            try await closeUnderTLS()
            return false
        case .reset:
            try await channel.resetWhenClosed().get()
            return false
        }
        return true
    }

    private func write(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
        log.wrote(bytes.count)
    }

    /// Begins to close below the handler of TLS, so that it does not hear of it.
    private func closeUnderTLS() async throws {
        try await channel.eventLoop.submit { [channel] in
            try channel.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self).close(promise: nil)
        }.get()
    }

    // MARK: Reading

    private mutating func more() async throws -> Bool {
        guard let piece = try await input.next() else { return false }
        unread += Array(piece.readableBytesView)
        return true
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        defer { unread.removeFirst(count) }
        return Array(unread[..<count])
    }

    private mutating func note(_ bytes: [UInt8]) {
        request = String(decoding: bytes, as: UTF8.self)
        log.received(request)
    }

    private mutating func read(body: Bool) async throws {
        request = ""
        var head = 0
        while head == 0 {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
                head = end.upperBound
            } else if try await !more() {
                return
            }
        }
        guard body else { return note(take(head)) }
        let fields = String(decoding: unread[..<head], as: UTF8.self).lowercased()
        if fields.contains("transfer-encoding: chunked") {
            let end = Array("0\r\n\r\n".utf8)
            while !unread.suffix(end.count).elementsEqual(end) { if try await !more() { return } }
            return note(take(unread.count))
        }
        let promised = fields.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let length = promised?.split(separator: ":").last.flatMap { Int($0.drop { $0 == " " }) } ?? 0
        while unread.count < head + length { if try await !more() { return } }
        note(take(head + length))
    }

    /// RFC 9113, 3.4 and 4.1.
    private mutating func readHTTP2Request() async throws {
        if !hasPreface {
            while unread.count < 24 { if try await !more() { return } }
            _ = take(24)
            hasPreface = true
        }
        while true {
            while unread.count < 9 { if try await !more() { return } }
            let length = Int(unread[0]) << 16 | Int(unread[1]) << 8 | Int(unread[2])
            while unread.count < 9 + length { if try await !more() { return } }
            let frame = take(9 + length)
            let endsRequest = frame[3] <= 1 && frame[4] & 1 != 0
            if endsRequest { return note(Array("stream \(Int(frame[7]) << 8 | Int(frame[8]))".utf8)) }
        }
    }
}
