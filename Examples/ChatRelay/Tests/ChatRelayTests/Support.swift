import ApusTesting
import AsyncHTTPClient
import Foundation
import Hummingbird
import Logging
import OpenRouter
import OpenRouterExamples
import UnixSignals

@testable import ChatRelay

/// Looks like a key; wherever it turns up outside of the server it is a leak.
let secret = "sk-or-v1-0123456789canary"

/// The service, and a relay that calls it once for each chat, both at free ports of the loopback.
struct Site: Sendable {
    var service: ExampleServer
    var port: Int
    var url: String { "http://127.0.0.1:\(port)" }

    static func run(
        _ rules: RelayRules = RelayRules(model: "the-model"), until signals: [UnixSignal] = [],
        _ body: @Sendable (Site) async throws -> Void
    ) async throws {
        let service = try await ExampleServer.start(OpenRouterExamples.operations)
        var configuration = ClientConfiguration()
        configuration.retryPolicy = .never
        let client = OpenRouterClient(apiKey: secret, baseURL: service.baseURL, configuration: configuration)
        try await serve(client, rules, until: signals) { port in try await body(Site(service: service, port: port)) }
        try await service.shutdown()
    }

    /// A relay that calls this client.
    static func serve(
        _ client: OpenRouterClient, _ rules: RelayRules, until signals: [UnixSignal] = [],
        _ body: @Sendable (Int) async throws -> Void
    ) async throws {
        let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let relay = Relay(client: client, rules: rules, logger: quiet)
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = Task {
            defer { port.finish() }
            try await relay.serve(host: "127.0.0.1", port: 0, until: signals) { port.yield($0) }
        }
        defer { server.cancel() }
        guard let port = await ports.first(where: { _ in true }) else { return try await server.value }
        try await body(port)
        if signals.isEmpty { server.cancel() }
        let end = await server.result
        if !signals.isEmpty { try end.get() }
    }

    /// Sends a conversation of one message.
    func ask(_ text: String = "Hi") async throws -> HTTPClientResponse {
        try await send(Conversation(messages: [.init(role: .user, text: text)]))
    }

    /// Sends a conversation.
    func send(_ conversation: Conversation) async throws -> HTTPClientResponse {
        try await post(String(decoding: JSONEncoder().encode(conversation), as: UTF8.self))
    }

    /// Sends a body to the chat's route.
    func post(_ body: String, type: String = "application/json") async throws -> HTTPClientResponse {
        try await ChatRelayTests.post("\(url)/chat", Data(body.utf8), type: type)
    }

    /// Gets a path.
    func get(_ path: String) async throws -> HTTPClientResponse {
        try await HTTPClient.shared.execute(HTTPClientRequest(url: url + path), timeout: .seconds(60))
    }
}

/// Sends a body.
@discardableResult func post(
    _ url: String, _ body: Data, type: String = "application/json"
) async throws -> HTTPClientResponse {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: type)
    request.body = .bytes(ByteBuffer(data: body))
    return try await HTTPClient.shared.execute(request, timeout: .seconds(60))
}

extension HTTPClientResponse {
    /// The body to its end.
    var text: String {
        get async throws { String(buffer: try await body.collect(upTo: 8 << 20)) }
    }

    /// The events to the end: names and what their data say.
    var events: [String] {
        get async throws { try await text.components(separatedBy: "\n\n").dropLast().map(shown) }
    }
}

/// An event as a test's row shows it: `text Hello`, `done`, `failure busy`.
private func shown(_ event: String) throws -> String {
    struct Parts: Decodable {
        var text: String?
        var note: String?
        var kind: String?
    }
    let lines = event.split(separator: "\n")
    guard lines.count == 2, lines[0].hasPrefix("event: "), lines[1].hasPrefix("data: ") else { return "?" + event }
    let data = try JSONDecoder().decode(Parts.self, from: Data(lines[1].dropFirst(6).utf8))
    return [String(lines[0].dropFirst(7)), data.text ?? data.kind ?? data.note].compactMap { $0 }.joined(separator: " ")
}

extension ServerStep {
    /// A stream with these texts, which ends as it should.
    static func answer(_ texts: [String], finish: ChatFinishReasonEnum = .stop) -> ServerStep {
        .pieces(texts.map { Demo.event(text: $0) } + [Demo.event(finish: finish), "data: [DONE]\n\n"])
    }
}

/// Asks again and again until it is so, for a minute at most.
func eventually(_ isSo: () async throws -> Bool) async rethrows -> Bool {
    for _ in 0..<3000 {
        if try await isSo() { return true }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return false
}

/// Something that has happened, or is waited for.
struct Signal: Sendable {
    private let signal = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingOldest(1))

    func give() { signal.continuation.yield() }

    func wait() async { _ = await signal.stream.first { true } }
}
