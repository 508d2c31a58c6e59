import ApusDiagnostics
import ApusGenerator
import ApusIR
import ApusRendering
import ApusSwift
import ApusTemplates
import Testing

/// The names that a template uses are those that its context offers, both ways.
@Suite struct TemplateContractTests {
    static func plan(_ api: API) -> [PlannedFile] {
        Rendering.plan(SwiftStage.declare(api, options: SwiftOptions(module: "Sample", examples: true)).value)
    }

    static let library = TemplateLibrary.parse(DefaultTemplates.sources).value

    @Test(arguments: [
        "Client.swift", "Errors.swift", "Operations.swift", "Models.swift", "Headers.swift", "Webhooks.swift",
        "Examples.swift",
    ])
    func templatesUseWhatContextsOffer(template: String) {
        let samples = Self.plan(SampleAPI.full).filter { $0.template == template }.map(\.context)
        #expect(!samples.isEmpty)
        let contract = Self.library.contract(of: template, with: samples)
        #expect(contract.unknown.map(\.message) == [])
        #expect(contract.unused == [])
    }

    @Test func everyTemplateIsUsed() {
        let roots = Self.library.names.filter { !$0.hasPrefix("partials/") }
        #expect(Set(roots) == Set(Self.plan(SampleAPI.full).map(\.template)))
    }

    @Test func anAPIWithAlmostNothingRenders() {
        let rendered = Rendering.render(Self.plan(SampleAPI.bare), with: Self.library)
        #expect(rendered.diagnostics.isEmpty)
        #expect(rendered.value.map(\.path).contains("Sample/SampleClient.swift"))
    }

    @Test func pathsDifferAlsoWithoutCase() {
        let paths = Self.plan(SampleAPI.full).map { $0.path.lowercased() }
        #expect(Set(paths).count == paths.count)
        #expect(paths.allSatisfy { $0.hasSuffix(".swift") && !$0.contains("..") })
    }
}
