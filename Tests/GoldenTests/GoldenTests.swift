import ApusDiagnostics
import ApusSwift
import CompileSupport
import Foundation
import SwiftParser
import SwiftSyntax
import Testing

/// Documents in, diagnostics, IR and Swift out, compared with the recorded ones in both directions.
///
/// `RECORD=1 swift test --filter GoldenTests` records anew and is red; read the diff, then run again.
@Suite struct GoldenTests {
    @Test func casesAreThere() { #expect(GoldenCase.all.count >= 10) }

    @Test(arguments: GoldenCase.all)
    func producesWhatIsRecorded(golden: GoldenCase) throws {
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try golden.record()
            Issue.record("recorded \(golden.name); run again without RECORD")
        }
        let produced = try golden.produced()
        let recorded = try golden.recorded()
        #expect(produced.keys.sorted() == recorded.keys.sorted())
        for (path, text) in produced { #expect(recorded[path] == text, "\(golden.name)/\(path)") }
    }

    /// What is generated is Swift, whatever the document's texts say.
    @Test(arguments: GoldenCase.all)
    func parsesAsSwift(golden: GoldenCase) throws {
        for (path, text) in try golden.produced() where path.hasSuffix(".swift") {
            let tree = Parser.parse(source: text)
            #expect(!tree.hasError, "\(golden.name)/\(path)")
            #expect(!text.contains("\t") && text.hasSuffix("\n"))
        }
    }

    /// What is generated compiles against the runtime, in Swift 6 mode and without a warning.
    @Test(arguments: GoldenCase.all.filter { !$0.name.hasPrefix("bad-") })
    func compiles(golden: GoldenCase) throws {
        let sources = try golden.produced().filter { $0.key.hasSuffix(".swift") }
        #expect(!sources.isEmpty)
        let said = try Compiler.check(module: "Golden", sources)
        #expect(said.isEmpty, "\(said)")
    }

    /// What the API sends is read by its type, by whoever serves it.
    @Test func webhooksAreRead() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "webhooks" })
        var sources = try golden.produced().filter { $0.key.hasSuffix(".swift") }
        sources["expected/Golden/Use.swift"] = """
            import ApusJSON

            func use(_ body: [UInt8]) throws -> String? {
                let event = try Webhooks.SubscribeEvent.payload(from: body)
                let picture: [UInt8] = try Webhooks.Picture.payload(from: body, limits: JSONLimits(maximumBytes: 9))
                let pets: [Webhooks.Batch.Body] = try Webhooks.Batch.payload(from: body)
                _ = try Webhooks.Health.payload(from: [])
                _ = try Webhooks.SubscribeEvent.Answer(stop: event.kind == .gone).jsonBytes()
                guard picture.count < pets.count, Webhooks.SubscribeEvent.statuses.contains(200) else { return nil }
                return event.pet?.name ?? Webhooks.SubscribeEvent.Headers.xSignature
            }

            """
        let said = try Compiler.check(module: "Golden", sources)
        #expect(said.isEmpty, "\(said)")
    }

    /// Headers, pages and media types are had as the documentation says.
    @Test(arguments: [
        (
            "response-headers",
            """
            func use(_ client: GoldenClient) async throws -> Int {
                let response = try await client.send(ListPetsRequest())
                let total: Int = try response.headers.xTotal
                guard let tags = response.headers.xTags, response.headers[.contentType] != nil else { return total }
                let none = try await client.send(GetNoneRequest())
                return tags.count + none.headers.count
            }

            func use(_ error: GoldenError) throws -> String? {
                switch error {
                case .problem(let slow): return try "\\(slow.headers.retryAfter) \\(slow.body?.message ?? slow.message)"
                case .found(let moved): return try moved.headers.location.absoluteString
                default: return error.details.headers?[.server]
                }
            }
            """
        ),
        (
            "response-media-types",
            """
            func use(_ client: GoldenClient) async throws -> String? {
                switch try await client.jsonTextOrPicture() {
                case .json(let pet): return pet.name
                case .text(let text): return text
                case .png(let picture): return "\\(try await picture.collect(upTo: 1000).count)"
                }
            }

            func parts(_ client: GoldenClient) async throws -> [String] {
                var texts: [String] = []
                for try await part in try await client.parts().parts() { texts.append(part.text) }
                return texts
            }
            """
        ),
        (
            "pagination",
            """
            func use(_ client: GoldenClient) async throws -> [Item] {
                var items: [Item] = []
                for try await item in client.lists.listByCursorPages(after: "a").items { items.append(item) }
                for try await page in client.lists.listByURLPages() { items += page.data ?? [] }
                for try await url in client.lists.listByLinkPages().items.prefix(3) { print(url.absoluteString) }
                var pages = client.lists.listWhileMorePages(options: .init(deadline: .seconds(5))).makeAsyncIterator()
                guard let response = try await pages.nextResponse() else { return items }
                return items + (response.value.data ?? [])
            }
            """
        ),
    ])
    func areUsed(name: String, use: String) throws {
        let golden = try #require(GoldenCase.all.first { $0.name == name })
        var sources = try golden.produced().filter { $0.key.hasSuffix(".swift") }
        sources["expected/Golden/Use.swift"] = "import ApusRuntime\nimport Foundation\n\n" + use + "\n"
        let said = try Compiler.check(module: "Golden", sources)
        #expect(said.isEmpty, "\(said)")
    }

    /// So it does when it is not public.
    @Test(arguments: [AccessLevel.package, .internal])
    func compilesWithLessAccess(access: AccessLevel) throws {
        for golden in GoldenCase.all where ["basic", "errors", "unions", "webhooks"].contains(golden.name) {
            let sources = try golden.produced(access: access).filter { $0.key.hasSuffix(".swift") }
            let said = try Compiler.check(module: "Golden", sources)
            #expect(said.isEmpty, "\(golden.name): \(said)")
            #expect(sources.values.allSatisfy { !$0.contains("public ") })
        }
    }

    /// Broken documents give an error with a place and a way out, and no file.
    @Test(arguments: GoldenCase.all.filter { $0.name.hasPrefix("bad-") })
    func brokenDocumentsGiveNoFiles(golden: GoldenCase) throws {
        let produced = try golden.produced()
        #expect(produced.keys.allSatisfy { !$0.hasPrefix("expected/") })
        let text = try #require(produced["diagnostics.txt"])
        #expect(text.contains("openapi.yaml:"))
        #expect(text.contains(": error: "))
        #expect(text.contains("hint: "))
    }
}
