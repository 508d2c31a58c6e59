import NIOConcurrencyHelpers
internal import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP server on the loopback that answers an API's operations from the examples of its document.
///
/// A client cannot tell it from the real service but by the values: requests go over a socket, are matched by method
/// and path, and are kept. It needs no account, and it fails in the ways that you ask for:
///
/// ```swift
/// let server = try await ExampleServer.start(OpenRouterExamples.operations)
/// let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL + "/api/v1")
///
/// server.script("getGeneration", [
///     .example(status: 503, headers: ["Retry-After": "1"]),   // first request
///     .drop,                                                  // second: closes the connection
/// ])                                                          // from the third on: the example again
/// let generation = try await client.generations.getGeneration(id: "gen-1")
/// #expect(server.requests.count == 3)
///
/// try await server.shutdown()
/// ```
///
/// Without a script or a rule (``respond(to:_:)``), an operation answers with the example of a success: the first that the request's `Accept` names, else the first. If it requires
/// a credential and the request has none, it answers with its 401 example, when there is one. A path that no operation
/// has gives 404 and the list of those that exist, a wrong method 405. Whatever stands before an operation's path, such
/// as `/api/v1`, is taken for the server's base path. A request's body may have up to 16 MiB.
public final class ExampleServer: Sendable {
    private let answers: ExampleAnswers
    private let channel: any Channel
    private let connections: OpenConnections

    private init(answers: ExampleAnswers, channel: any Channel, connections: OpenConnections) {
        self.answers = answers
        self.channel = channel
        self.connections = connections
    }

    deinit {
        channel.close(promise: nil)
        connections.close()
    }

    /// Starts a server at `127.0.0.1`.
    ///
    /// - Parameters:
    ///   - operations: What it answers: an API's generated list, or your own.
    ///   - port: The port to listen at; 0 takes a free one.
    /// - Throws: an error of the socket, for a port that is in use, say.
    public static func start(_ operations: [OperationExamples], port: Int = 0) async throws -> ExampleServer {
        let answers = ExampleAnswers(operations)
        let connections = OpenConnections()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(ExampleConnection(answers: answers))
                    connections.add(channel)
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: port).get()
        return ExampleServer(answers: answers, channel: channel, connections: connections)
    }

    /// The port that the server listens at.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// Where the server is, `http://127.0.0.1:PORT`. A client's base URL may put any path behind it.
    public var baseURL: String { "http://127.0.0.1:\(port)" }

    /// The requests so far, in the order in which they were whole.
    public var requests: [RecordedRequest] { answers.requests }

    /// How many connections are open, those that wait for another request too: tells whether a client that gave up a call
    /// has let go of it. A server that answers in pieces notices it when it sends the next one.
    public var openConnections: Int { connections.count }

    /// Says what happens to the operation's next requests, one step each; after the last one the examples are back.
    /// Steps of a further call come after those that are left. For an operation that the server does not have, every
    /// request from then on is answered with a 500 that says so.
    public func script(_ operationID: String, _ steps: [ServerStep]) { answers.script(operationID, steps) }

    /// Says for every request of the operation what happens to it; a script goes first. The function is called on the
    /// server's thread: it must not wait for anything. For an operation that the server does not have, see
    /// ``script(_:_:)``.
    public func respond(to operationID: String, _ rule: @escaping @Sendable (RecordedRequest) -> ServerStep) {
        answers.rule(operationID, rule)
    }

    /// Stops listening, closes all connections and waits until they are closed. Once is enough; more does no harm.
    public func shutdown() async throws {
        channel.close(promise: nil)
        try await channel.closeFuture.get()
        for connection in connections.close() { try? await connection.closeFuture.get() }
    }
}

/// The connections that are open, to be closed together.
private final class OpenConnections: Sendable {
    private let channels = NIOLockedValueBox<[ObjectIdentifier: any Channel]?>([:])

    func add(_ channel: any Channel) {
        let isTaken = channels.withLockedValue { channels in
            channels?.updateValue(channel, forKey: ObjectIdentifier(channel))
            return channels != nil
        }
        guard isTaken else { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { [channels] _ in
            channels.withLockedValue { _ = $0?.removeValue(forKey: ObjectIdentifier(channel)) }
        }
    }

    /// How many are open.
    var count: Int { channels.withLockedValue { $0?.count ?? 0 } }

    /// Closes them all, and every one that still comes.
    @discardableResult func close() -> [any Channel] {
        let open = channels.withLockedValue { channels in
            defer { channels = nil }
            return channels.map { Array($0.values) } ?? []
        }
        for channel in open { channel.close(promise: nil) }
        return open
    }
}
