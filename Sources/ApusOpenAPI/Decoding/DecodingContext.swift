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
    /// Schemas by `$anchor`.
    var anchors: [String: Schema] = [:]

    init(version: OpenAPIDocument.Version) { self.version = version }

    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// An object of the specification that a mapping can be decoded to.
protocol DecodableObject {
    /// What the specification calls it, with its article, for messages: `an Info Object`.
    static var title: String { get }
    /// Reads the keys; what is wrong goes to the context.
    static func decode(_ reader: ObjectReader) -> Self
}

/// The keys of an object: their texts are the raw values.
protocol ObjectKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    /// The keys by text; each type keeps one, made by ``makeTable()``.
    static var table: [String: Self] { get }
}

extension ObjectKey {
    static func makeTable() -> [String: Self] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    }
}
