import OpenRouter
import OpenRouterKit

// The Swift of Pagination.md, compiled: see `SnippetTests`.

enum PaginationSnippets {
    static func items(_ openRouter: OpenRouterClient) async throws {
        for try await workspace in openRouter.workspaces.listPages().items { print(workspace.name) }
    }

    static func tools(_ openRouter: OpenRouterClient) async throws -> (names: [String], openModel: Model?) {
        let names = try await openRouter.workspaces.listPages().items.map(\.name).prefix(100)
            .reduce(into: []) { $0.append($1) }
        let openModel = try await openRouter.models.listPages(limit: 200).items.first { $0.huggingFaceID != nil }
        return (names, openModel)
    }

    static func pages(_ openRouter: OpenRouterClient) async throws {
        for try await page in openRouter.guardrails.listPages(limit: 20) {
            print(page.data.count, "of", page.totalCount)
        }

        var pages = openRouter.guardrails.listPages().makeAsyncIterator()
        while let response = try await pages.nextResponse() {
            print(response.status, response.requestID ?? "-", response.value.data.count)
        }

        for try await page in openRouter.files.listPages() {
            if case .openRouterFileList(let list) = page { print(list.data.map(\.filename)) }
        }
    }

    static func limited(_ openRouter: OpenRouterClient) async throws {
        do {
            var pages = openRouter.workspaces.listPages()
            pages.maximumPages = 50  // with more an error is thrown; to stop without one, use `prefix`
            for try await workspace in pages.items { print(workspace.slug) }
        } catch let error as OpenRouterError {
            print(error.message, error.requestID ?? "-")
        }
    }
}
