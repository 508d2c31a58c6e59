public import ApusDiagnostics
public import ApusIR
import ApusLowering
public import ApusOpenAPI
public import ApusRendering
public import ApusSwift
public import ApusTemplates
public import ApusYAML

/// The pipeline: a function from texts to files as values. It reads and writes no disk.
///
///     text → YAML tree → OpenAPI document → IR → Swift declarations → file plan → files
///
/// Each stage takes the value before it and returns ``Checked``: what it made, and what it has to say. A stage whose
/// input had errors is not run.
public struct Generator: Sendable {
    /// The API document.
    public var spec: SourceFile
    /// The templates.
    public var templates: [TemplateSource]
    /// The module to make.
    public var options: SwiftOptions

    /// A run from its inputs.
    public init(spec: SourceFile, templates: [TemplateSource] = DefaultTemplates.sources, options: SwiftOptions) {
        self.spec = spec
        self.templates = templates
        self.options = options
    }

    /// Stage 1: the tree with a mark on every node.
    public func tree() -> Checked<YAMLNode?> { YAMLReader.read(spec) }

    /// Stage 2: the document in the specification's words.
    public func document() -> Checked<OpenAPIDocument?> { tree().then(OpenAPIReader.read) }

    /// Stage 3: the API, without any `$ref`.
    public func api() -> Checked<API?> { document().then { Lowering.lower($0, options: .init()).map(Optional.some) } }

    /// Stage 4: Swift's declarations.
    public func module() -> Checked<SwiftModule?> {
        api().then { SwiftStage.declare($0, options: options).map(Optional.some) }
    }

    /// Stage 5: what goes into which file.
    public func plan() -> Checked<[PlannedFile]?> { module().then { Checked(Rendering.plan($0)) } }

    /// Stage 6: the files.
    /// - Returns: `nil` when any stage found an error.
    public func files() -> Checked<[GeneratedFile]?> {
        plan().then { plan in
            TemplateLibrary.parse(templates).map(Optional.some).then { library in
                Rendering.render(plan, with: library).map(Optional.some)
            }
        }.withoutValueOnError()
    }
}

extension Checked {
    /// Runs the next stage, unless this one gave nothing or found an error.
    func then<Input: Sendable, Output: Sendable>(
        _ next: (Input) -> Checked<Output?>
    ) -> Checked<Output?> where Value == Input? {
        guard let value, !hasErrors else { return Checked<Output?>(nil, diagnostics) }
        let result = next(value)
        return Checked<Output?>(result.value, diagnostics + result.diagnostics)
    }

    /// `nil` in place of a value that must not be used.
    func withoutValueOnError<Wrapped: Sendable>() -> Checked<Wrapped?> where Value == Wrapped? {
        hasErrors ? Checked(nil, diagnostics) : self
    }
}
