public import ApusDiagnostics
import ApusParallel
public import ApusYAML

/// The door of the room: a tree of nodes in, a document in the specification's words out.
///
/// Steps: version → upgrade of Swagger 2.0 to the shape of OpenAPI 3.0 → decoding, one file an object → linking of every `$ref` → rules that need more than one object.
public enum OpenAPIReader {
    /// Reads a Swagger 2.0 or an OpenAPI 3.0, 3.1 or 3.2 document.
    /// - Parameter loader: hands out the texts of other files that `$ref`s name.
    /// - Returns: the document, `nil` when its version is missing or not read; diagnostics in the order of the text.
    public static func read(
        _ root: YAMLNode, loader: any DocumentLoader = MemoryLoader()
    ) -> Checked<OpenAPIDocument?> {
        let version = VersionDecoding.version(of: root)
        guard let known = version.value else { return Checked(nil, version.diagnostics) }
        let documents = DocumentSet(root: root, loader: loader)
        var upgrade: [Diagnostic] = []
        if VersionDecoding.isSwagger(root) { upgrade = SwaggerUpgrade.upgrade(documents) }
        let start = documents.root
        guard let mapping = start.node.mapping else { return Checked(nil, version.diagnostics) }
        let context = DecodingContext(version: known, documents: documents, base: documents.root.base)
        context.diagnostics = version.diagnostics + upgrade
        let place = Place(range: start.node.range, path: start.path)
        let reader = ObjectReader(
            context: context, mapping: mapping, place: place, title: OpenAPIDocument.title)
        var document = OpenAPIDocument.decode(reader)
        document.references = ReferenceLinker.link(document, in: documents, context: context)
        let found = Validation.rules.mapInParallel { [document] rule in rule(document) }
        context.diagnostics += found.flatMap(\.self)
        return Checked(document, inTextOrder(documents.diagnostics + context.diagnostics, documents))
    }

    /// Sorted by file and place, and without doubles, which arise where a `$ref` leads deep into what was decoded
    /// already.
    private static func inTextOrder(_ diagnostics: [Diagnostic], _ documents: DocumentSet) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let distinct = diagnostics.filter { seen.insert($0).inserted }
        let start = SourcePosition(line: 0, column: 0)
        let files = distinct.map { $0.location.flatMap { documents.order[$0.file.path] } ?? 0 }
        let order = distinct.indices.sorted {
            (files[$0], distinct[$0].location?.start ?? start, $0)
                < (files[$1], distinct[$1].location?.start ?? start, $1)
        }
        return order.map { distinct[$0] }
    }
}
