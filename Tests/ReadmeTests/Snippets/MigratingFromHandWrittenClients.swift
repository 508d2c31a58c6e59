import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import OpenRouter
import OpenRouterKit

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

// The Swift of MigratingFromHandWrittenClients.md, compiled: see `SnippetTests`. `MigrationTests` calls both of each pair.

/// What the article's readers come from.
struct HandWrittenClient: Sendable {
    let baseURL: String
    let key: String

    struct Generation: Decodable {
        struct Details: Decodable {
            var model: String
            var totalCost: Double
        }
        var data: Details
    }

    func generation(_ id: String) async throws -> Generation {
        var request = URLRequest(url: URL(string: "\(baseURL)/generation?id=\(id)")!)
        request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
        for attempt in 1...3 {
            let (data, response) = try await URLSession.shared.data(for: request)
            let status = (response as? HTTPURLResponse)?.statusCode ?? 0
            if status == 200 {
                let decoder = JSONDecoder()
                decoder.keyDecodingStrategy = .convertFromSnakeCase
                return try decoder.decode(Generation.self, from: data)
            }
            guard attempt < 3, status == 429 || status >= 500 else { throw StatusError(status: status, body: data) }
            try await Task.sleep(for: .seconds(attempt))
        }
        throw CancellationError()
    }

    struct StatusError: Error {
        var status: Int
        var body: Data
    }

    struct WorkspacePage: Decodable {
        struct Workspace: Decodable { var name: String }
        var data: [Workspace]
        var totalCount: Int
    }

    private func get(_ target: String) async throws -> WorkspacePage {
        var request = URLRequest(url: URL(string: "\(baseURL)/\(target)")!)
        request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(WorkspacePage.self, from: try await URLSession.shared.data(for: request).0)
    }

    func workspaceNames() async throws -> [String] {
        var names: [String] = []
        while true {
            let page: WorkspacePage = try await get("workspaces?limit=100&offset=\(names.count)")
            names += page.data.map(\.name)
            if page.data.isEmpty || names.count >= page.totalCount { break }
        }
        return names
    }

    struct Chunk: Decodable {
        struct Choice: Decodable {
            struct Delta: Decodable { var content: String? }
            var delta: Delta
        }
        var choices: [Choice]
    }

    func chatText(_ body: String) async throws -> String {
        var request = HTTPClientRequest(url: "\(baseURL)/chat/completions")
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(key)")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(Array(body.utf8))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        var buffer = ByteBuffer()
        var text = ""
        for try await var piece in response.body {
            buffer.writeBuffer(&piece)
            while let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer.readString(length: end - buffer.readerIndex) ?? ""
                buffer.moveReaderIndex(forwardBy: 1)
                guard line.hasPrefix("data: "), line != "data: [DONE]" else { continue }
                let chunk = try JSONDecoder().decode(Chunk.self, from: Data(line.utf8.dropFirst(6)))
                text += chunk.choices.first?.delta.content ?? ""
            }
        }
        return text
    }
}

/// The same with the SDK.
enum Migrated {
    static func generation(_ openRouter: OpenRouterClient, _ id: String) async throws -> GenerationResponse {
        let generation = try await openRouter.generations.getGeneration(id: id)
        print(generation.data.model, generation.data.totalCost)
        return generation
    }

    static func workspaceNames(_ openRouter: OpenRouterClient) async throws -> [String] {
        var names: [String] = []
        for try await workspace in openRouter.workspaces.listPages(limit: 100).items { names.append(workspace.name) }
        return names
    }

    static func chatText(_ openRouter: OpenRouterClient, _ request: ChatRequest) async throws -> String {
        var text = ""
        for try await piece in try await openRouter.chat.stream(request).text { text += piece }
        return text
    }

    static func sideBySide(_ data: Data, _ id: String) throws -> [GenerationResponse] {
        let kept = try GenerationResponse(jsonBytes: Array(data))
        let same = try JSONDecoder().decode(GenerationResponse.self, from: data)

        let head = try GetGenerationRequest(id: id).httpRequest(baseURL: "https://openrouter.ai/api/v1")
        print(head.method, head.path ?? "", head.headerFields)
        print(GetGenerationRequest(id: id).curl(baseURL: "https://openrouter.ai/api/v1"))
        return [kept, same]
    }
}
