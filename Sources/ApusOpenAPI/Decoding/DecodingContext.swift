import ApusDiagnostics
import ApusYAML

/// What the decoding of one document gathers on its way.
final class DecodingContext {
    /// Which version's rules hold.
    let version: OpenAPIDocument.Version
    /// What there is to say, in the order found.
    var diagnostics: [Diagnostic] = []
    /// Every `$ref`, so that linking need not walk the document again.
    var references: [(kind: ReferenceKind, reference: Reference)] = []
    /// Every schema that is a mapping, for references that lead to where one stands.
    var schemas = DecodedSchemas()
    /// The schema that a `$recursiveRef` means: the outermost one, or one that says so itself.
    var recursionRoot: DocumentPath?
    /// The documents that references may lead to; `nil` in a part of a map that is decoded beside the others.
    let documents: DocumentSet?
    /// Whether something was met that depends on what was decoded before, which a part does not know.
    var needsOrder = false
    /// What the references being decoded are relative to.
    var base: ReferenceBase
    /// References in places where the specification has none.
    var following = Following()

    init(version: OpenAPIDocument.Version, documents: DocumentSet?, base: ReferenceBase) {
        self.version = version
        self.documents = documents
        self.base = base
    }

    /// Decodes something whose references are relative to another place.
    func within<Value>(_ other: ReferenceBase, _ decode: () -> Value) -> Value {
        let outer = (base, recursionRoot)
        (base, recursionRoot) = (other, nil)
        defer { (base, recursionRoot) = outer }
        return decode()
    }

    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// An object of the specification that a mapping can be decoded to.
protocol DecodableObject {
    /// What the specification calls it, with its article, for messages: `an Info Object`.
    static var title: String { get }
    /// Reads the keys; what is wrong goes to the context.
    static func decode(_ reader: ObjectReader) -> Self
    /// Whether it has all that it cannot be used without; where it has not, the context knows why.
    var isUsable: Bool { get }
}

extension DecodableObject {
    var isUsable: Bool { true }
}

/// The keys of an object: their texts are the raw values.
protocol ObjectKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    /// The keys by text; each type keeps one, made by ``makeTable()``.
    static var table: KeyTable<Self> { get }
    /// The first version that has the key.
    var since: OpenAPIDocument.Version { get }
}

extension ObjectKey {
    var since: OpenAPIDocument.Version { .v30 }

    static func makeTable() -> KeyTable<Self> { KeyTable() }
}
