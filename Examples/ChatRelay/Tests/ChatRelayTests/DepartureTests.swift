import ApusTesting
import Foundation
import HTTPTypes
import OpenRouter
import Synchronization
import Testing

@testable import ChatRelay

/// A browser that goes away ends the call of the service; one that reads slowly holds it back.
@Suite(.timeLimit(.minutes(5))) struct DepartureTests {
    /// What the service does, each again and again; what the browser has seen when it goes away.
    static let rows: [(String, String, Bool)] = [
        ("while words come", Demo.event(text: "word "), true),
        ("before the first word", ": the model thinks\n\n", false),
    ]

    @Test(arguments: rows.indices) func theServiceSeesItsConnectionClose(_ index: Int) async throws {
        let (name, piece, hasWords) = Self.rows[index]
        try await Site.run { site in
            let pieces = [String](repeating: piece, count: 1_000_000)
            site.service.script("sendChat", [.pieces(pieces, every: .milliseconds(5))])
            let start = Signal()
            let browser = Task { try await Self.listen(site, start, hasWords: hasWords) }
            await start.wait()
            #expect(await eventually { site.service.requests.count == 1 }, "\(name)")
            #expect(site.service.openConnections == 1, "\(name)")
            browser.cancel()
            _ = await browser.result
            #expect(await eventually { site.service.openConnections == 0 }, "\(name)")
        }
    }

    /// A browser that reads to the end, which does not come.
    private static func listen(_ site: Site, _ start: Signal, hasWords: Bool) async throws {
        let response = try await site.ask()
        if !hasWords { start.give() }
        var body = response.body.makeAsyncIterator()
        while try await body.next() != nil { start.give() }
    }

    @Test func beforeTheServiceSaysAnything() async throws {
        let transport = Played { _ in nil }
        try await transport.site { site in
            let browser = Task { _ = try await site.ask().text }
            #expect(await eventually { transport.isCalled })
            browser.cancel()
            _ = await browser.result
            #expect(await eventually { transport.isCancelled })
        }
    }

    /// An answer without end does not keep a server that was told to stop.
    @Test func theServersOwnEnd() async throws {
        var rules = RelayRules(model: "m")
        rules.patience = .milliseconds(100)
        try await Site.run(rules, until: [.sigusr1]) { site in
            let pieces = [String](repeating: Demo.event(text: "word "), count: 1_000_000)
            site.service.script("sendChat", [.pieces(pieces, every: .milliseconds(5))])
            let start = Signal()
            let browser = Task { try await Self.listen(site, start, hasWords: true) }
            await start.wait()
            kill(getpid(), SIGUSR1)
            await #expect(throws: (any Error).self) { try await browser.value }
            #expect(await eventually { site.service.openConnections == 0 })
        }
    }

    /// The service has words without end. Those that nobody reads are not asked for, but for what the sockets hold.
    @Test func aBrowserThatDoesNotRead() async throws {
        let words = Demo.event(text: String(repeating: "word ", count: 20_000))
        let transport = Played { _ in Array(words.utf8) }
        try await transport.site { site in
            let response = try await site.ask()
            var given = 0
            // A relay that asked on and on would never come to rest.
            let isAtRest = await eventually {
                let before = given
                try? await Task.sleep(for: .seconds(1))
                given = transport.given
                return given > 0 && given == before
            }
            #expect(isAtRest && given < 1000, "\(given) pieces of 100 kB")
            var body = response.body.makeAsyncIterator()
            while transport.given <= given + 10 { _ = try await body.next() }
        }
    }

    /// One event is asked for, one is read.
    @Test func readOnDemand() async throws {
        let transport = Played { _ in Array(Demo.event(text: "word ").utf8) }
        let client = OpenRouterClient(apiKey: secret, transport: transport)
        let request = Conversation(messages: [.init(role: .user, text: "Hi")]).request(RelayRules(model: "m"))
        var events = RelayEvents(client: client, request: request, logger: .init(label: "quiet")).makeAsyncIterator()
        #expect(!transport.isCalled)
        for count in 1...5 {
            #expect(await events.next() == .text("word "))
            #expect(transport.given == count)
        }
    }
}

/// The service inside of this process: answers with as many pieces as are asked for, or not at all.
private final class Played: Transport {
    private struct State {
        var given = 0
        var isCalled = false
        var isCancelled = false
    }

    private let state = Mutex(State())
    private let piece: @Sendable (Int) -> [UInt8]?

    init(_ piece: @escaping @Sendable (Int) -> [UInt8]?) { self.piece = piece }

    var given: Int { state.withLock { $0.given } }
    var isCalled: Bool { state.withLock { $0.isCalled } }
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        state.withLock { $0.isCalled = true }
        if piece(0) == nil {
            do { try await Task.sleep(for: .seconds(600)) } catch {
                state.withLock { $0.isCancelled = true }
                throw TransportError(.cancelled, .maybeSent, "the task was cancelled")
            }
        }
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
        return TransportResponse(
            head: head,
            body: ResponseBody { () throws(TransportError) in
                if Task.isCancelled { throw TransportError(.cancelled, .maybeSent, "the task was cancelled") }
                return self.piece(
                    self.state.withLock {
                        $0.given += 1
                        return $0.given
                    })
            })
    }

    func shutdown() async {}

    /// A relay that calls this service.
    func site(_ body: @Sendable (Site) async throws -> Void) async throws {
        let nobody = try await ExampleServer.start([])
        // Nothing but the browser's end shall end a call.
        var configuration = ClientConfiguration()
        configuration.deadline = nil
        let client = OpenRouterClient(apiKey: secret, configuration: configuration, transport: self)
        try await Site.serve(client, RelayRules(model: "m")) { port in
            try await body(Site(service: nobody, port: port))
        }
        try await nobody.shutdown()
    }
}
