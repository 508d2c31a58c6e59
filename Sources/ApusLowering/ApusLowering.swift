public import ApusDiagnostics
public import ApusIR
public import ApusOpenAPI

/// The door of the room: a document in the specification's words in, the waist of the generator out.
///
/// First the document becomes an API whole (`Schemas/`, `Operations/`); then passes over the API, one file each.
public enum Lowering {
    /// Lowers a document. What the waist cannot express is left out with a warning, never silently.
    public static func lower(_ document: OpenAPIDocument, options: LoweringOptions = .init()) -> Checked<API> {
        let builder = Builder(document, options)
        var api = builder.build()
        var diagnostics = builder.diagnostics
        // Each pass takes the API over, so that it need not copy the lists that it changes.
        for pass in passes(options) {
            let result = pass(consume api)
            diagnostics += result.diagnostics
            api = result.value
        }
        return Checked(api, diagnostics)
    }

    /// The passes in their order. Shapes of both directions come before merging, which finds equal ones; merging comes before pruning, since it makes types unreachable; unions are classified
    /// last, so that nobody is told of one that is not generated.
    private static func passes(_ options: LoweringOptions) -> [(consuming API) -> Checked<API>] {
        [
            BreakAliasCycles.run, SplitDirections.run, MergeEqualTypes.run,
            { PruneTypes.run($0, keepsAll: options.keepsUnusedTypes) },
            ClassifyUnions.run, CheckParameters.run, CheckDefaults.run,
        ]
    }
}

/// What the user can choose about lowering.
public struct LoweringOptions: Sendable, Hashable {
    /// Keeps the types that no operation needs.
    public var keepsUnusedTypes = false
    /// Keeps what `x-apus-ignore` or `x-speakeasy-ignore` says to leave out.
    public var keepsIgnored = false
    /// Which operations are wanted.
    public var filter = OperationFilter()
    /// What values are read as instead of what their formats stand for.
    public var types = TypeMapping()
    /// How the pages of operations follow each other, by operation ID: it goes before what the document says.
    public var pagination: [String: PaginationRule] = [:]
    /// Takes `http:` servers on other hosts than this machine.
    public var allowsInsecureServers = false

    /// The defaults.
    public init() {}
}
