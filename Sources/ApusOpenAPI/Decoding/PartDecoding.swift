import ApusDiagnostics
import ApusParallel
import ApusYAML

/// What was gathered in a part of a map that was decoded beside the others.
struct GatheredPart: Sendable {
    let diagnostics: [Diagnostic]
    let references: [(kind: ReferenceKind, reference: Reference)]
    let schemas: DecodedSchemas
    /// Whether it depends on what came before: nothing of it may be used.
    let needsOrder: Bool
}

extension DecodingContext {
    /// What a part begins with.
    struct Start: Sendable {
        fileprivate let version: OpenAPIDocument.Version
        fileprivate let base: ReferenceBase
        fileprivate let recursionRoot: DocumentPath?
    }

    var start: Start { Start(version: version, base: base, recursionRoot: recursionRoot) }

    /// The context of a part.
    convenience init(_ start: Start) {
        self.init(version: start.version, documents: nil, base: start.base)
        recursionRoot = start.recursionRoot
    }

    var gathered: GatheredPart {
        GatheredPart(diagnostics: diagnostics, references: references, schemas: schemas, needsOrder: needsOrder)
    }

    func take(_ part: GatheredPart) {
        diagnostics += part.diagnostics
        references += part.references
        schemas.append(part.schemas)
    }
}

extension Member {
    /// What ``map(_:)`` returns, decoded on all cores where the map is a large one: the components and paths of a document
    /// need nothing of each other. References where the specification has none are the exception; where there is one, all
    /// is decoded again in its order.
    func mapOfMany<Value: Sendable>(_ body: @Sendable (Member) -> Value?) -> OrderedMap<Value> {
        guard let pairs = node.mapping?.pairs, pairs.count >= Self.many, context.documents != nil,
            node.mapping?.referenceText == nil
        else { return map(body) }
        let (start, path) = (context.start, path)
        let parts = Self.parts(of: pairs).mapInParallel(weight: { Self.lines(pairs, $0) }) { indices in
            let context = DecodingContext(start)
            let entries = Self.entries(pairs, indices, context, path, body)
            return (entries: entries, gathered: context.gathered)
        }
        guard !parts.contains(where: { $0.gathered.needsOrder }) else { return map(body) }
        for part in parts { context.take(part.gathered) }
        return OrderedMap(parts.flatMap(\.entries))
    }

    /// Fewer are decoded sooner than other cores are woken up.
    private static let many = 32
    /// More than there are cores, since some are slower.
    private static let partCount = 8

    /// Runs of pairs of about as many lines each.
    private static func parts(of pairs: [YAMLMapping.Pair]) -> [Range<Int>] {
        let size = lines(pairs, pairs.indices) / partCount + 1
        var parts: [Range<Int>] = []
        var first = 0
        for index in pairs.indices where lines(pairs, first..<index + 1) >= size || index == pairs.count - 1 {
            parts.append(first..<index + 1)
            first = index + 1
        }
        return parts
    }

    private static func lines(_ pairs: [YAMLMapping.Pair], _ indices: Range<Int>) -> Int {
        pairs[indices.upperBound - 1].value.range.end.line - pairs[indices.lowerBound].keyRange.start.line + 1
    }
}
