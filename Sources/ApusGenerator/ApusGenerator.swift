public import ApusDiagnostics
public import ApusIR
public import ApusLowering
public import ApusOpenAPI
import ApusParallel
public import ApusRendering
public import ApusSwift
public import ApusTemplates
public import ApusYAML

/// The pipeline: a function from texts to files as values. It reads and writes no disk: what other files the document
/// needs, it asks of ``loader``.
///
///     text → YAML tree → OpenAPI document → IR → Swift declarations → file plan → files
///
/// Each stage takes the value before it and returns ``Checked``: what it made, and what it has to say. A stage whose
/// input had errors is not run.
public struct Generator: Sendable {
    /// The API document.
    public var spec: SourceFile
    /// Overlay documents, in the order in which they are laid over the API document.
    public var overlays: [SourceFile] = []
    /// Hands out the other files that the document's references name.
    public var loader: any DocumentLoader
    /// What the document's meaning is taken by, such as which operations are wanted.
    public var lowering = LoweringOptions()
    /// The templates.
    public var templates: [TemplateSource]
    /// The module to make.
    public var options: SwiftOptions
    /// Whether a document that departs from its specification is refused.
    public var isStrict: Bool

    /// A run from its inputs.
    public init(
        spec: SourceFile, loader: any DocumentLoader = MemoryLoader(),
        templates: [TemplateSource] = DefaultTemplates.sources, options: SwiftOptions, isStrict: Bool = false
    ) {
        self.isStrict = isStrict
        self.spec = spec
        self.loader = loader
        self.templates = templates
        self.options = options
    }

    /// Stage 1: the tree with a mark on every node, overlays laid over it.
    public func tree() -> Checked<YAMLNode?> {
        overlays.reduce(YAMLReader.read(spec).filed(under: .document)) { tree, file in
            tree.then { root in
                YAMLReader.read(file).then(Overlay.read).then { $0.apply(to: root, document: spec.path) }
            }
        }
    }

    /// Stage 2: the document in the specification's words.
    public func document() -> Checked<OpenAPIDocument?> { document(tree(), nil) }

    private func document(_ tree: Checked<YAMLNode?>, _ kept: KeptValues?) -> Checked<OpenAPIDocument?> {
        tree.then(keeping: kept) { OpenAPIReader.read($0, loader: loader).filed(under: .document) }
    }

    /// Stage 3: the API, without any `$ref`.
    public func api() -> Checked<API?> { api(tree(), nil) }

    private func api(_ tree: Checked<YAMLNode?>, _ kept: KeptValues?) -> Checked<API?> {
        document(tree, kept).then(keeping: kept) {
            Lowering.lower($0, options: lowering).map(Optional.some).filed(under: .limitation)
        }
    }

    /// Stage 4: Swift's declarations.
    public func module() -> Checked<SwiftModule?> { module(tree(), nil) }

    private func module(_ tree: Checked<YAMLNode?>, _ kept: KeptValues?) -> Checked<SwiftModule?> {
        api(tree, kept).then(keeping: kept) {
            SwiftStage.declare($0, options: options).map(Optional.some).filed(under: .limitation)
        }
    }

    /// Stage 5: what goes into which file.
    public func plan() -> Checked<[PlannedFile]?> { module().then { Checked(Rendering.plan($0)) } }

    /// Stage 6: the files. Each is planned and rendered in one go, as ``plan()`` would plan it.
    ///
    /// A strict run is strict at its end, so that it too reports everything at once.
    /// - Parameter kept: takes what the stages make, so that the run need not take it apart; see ``KeptValues``.
    /// - Returns: `nil` when any stage found an error.
    public func files(keeping kept: KeptValues? = nil) -> Checked<[GeneratedFile]?> {
        let (tree, library) = Parallel.both(
            { self.tree() }, { TemplateLibrary.parse(self.templates).map(Optional.some) })
        return module(tree, kept).then(keeping: kept) { module in
            library.then { library in Rendering.files(of: module, with: library).map(Optional.some) }
        }.strict(isStrict).withoutValueOnError()
    }
}

extension Checked {
    /// Runs the next stage, unless this one gave nothing or found an error.
    func then<Input: Sendable, Output: Sendable>(
        keeping kept: KeptValues? = nil, _ next: (Input) -> Checked<Output?>
    ) -> Checked<Output?> where Value == Input? {
        guard let value, !hasErrors else { return Checked<Output?>(nil, diagnostics) }
        kept?.keep(value)
        let result = next(value)
        return Checked<Output?>(result.value, diagnostics + result.diagnostics)
    }

    /// With the warnings about the document as errors, if so wanted.
    func strict(_ isStrict: Bool) -> Checked<Value> {
        isStrict ? Checked(value, diagnostics.map(\.strict)) : self
    }

    /// `nil` in place of a value that must not be used.
    func withoutValueOnError<Wrapped: Sendable>() -> Checked<Wrapped?> where Value == Wrapped? {
        hasErrors ? Checked(nil, diagnostics) : self
    }
}
