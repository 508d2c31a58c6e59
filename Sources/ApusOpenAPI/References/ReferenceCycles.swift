import ApusDiagnostics

/// References that only lead to each other. Schemas may be recursive through their properties; a circle of bare `$ref`s
/// is no schema at all.
enum ReferenceCycles {
    /// Reports each circle and takes its references out of the table, so that nobody who follows one runs in circles.
    /// - Parameter distinct: the indices of the context's references that lead somewhere, the first of each text.
    static func breakCycles(_ table: inout ReferenceTable, _ distinct: [Int], _ context: DecodingContext) {
        let schemas = table.schemas
        let ofSchemas = distinct.filter { context.references[$0].kind == .schemas }
        for key in cyclic(context, ofSchemas, next: { schemas[$0]?.keywords.reference }) { table.schemas[key] = nil }
        for kind in ReferenceKind.allCases {
            guard let objects = table.objects[kind] else { continue }
            let ofKind = distinct.filter { context.references[$0].kind == kind }
            let found = cyclic(context, ofKind) { (objects[$0] as? any ReferenceHolder)?.heldReference }
            for key in found { table.objects[kind]?[key] = nil }
        }
    }

    /// The references that lie on a circle or lead into one. Linear: no reference is walked over twice.
    private static func cyclic(
        _ context: DecodingContext, _ distinct: [Int], next: (ReferenceKey) -> Reference?
    ) -> [ReferenceKey] {
        var isCyclic: [ReferenceKey: Bool] = [:]
        var found: [ReferenceKey] = []
        for index in distinct {
            let start = ReferenceKey(context.references[index].reference)
            guard isCyclic[start] == nil else { continue }
            // Nearly every reference leads straight to what is none.
            if next(start) == nil { isCyclic[start] = false; continue }
            var chain: [Reference] = [context.references[index].reference]
            var positions: [ReferenceKey: Int] = [start: 0]
            var verdict = false
            while let step = chain.last.flatMap({ next(ReferenceKey($0)) }) {
                let key = ReferenceKey(step)
                if let known = isCyclic[key] { verdict = known; break }
                if let position = positions[key] {
                    report(Array(chain[position...]) + [step], context)
                    verdict = true
                    break
                }
                positions[key] = chain.count
                chain.append(step)
            }
            for link in chain where isCyclic.updateValue(verdict, forKey: ReferenceKey(link)) == nil && verdict {
                found.append(ReferenceKey(link))
            }
        }
        return found
    }

    private static func report(_ circle: [Reference], _ context: DecodingContext) {
        let place = circle[circle.count - 1].place
        let shown = circle.count > 8 ? circle.prefix(7).map(\.text) + ["…", circle[0].text] : circle.map(\.text)
        let path = shown.map { "`\($0)`" }.joined(separator: " → ")
        context.report(
            .warning(
                "reference-cycle", "the reference leads back to itself and is ignored: \(path)", at: place.range,
                pointer: place.pointer, hint: "One of them must describe something."))
    }
}

/// Lets the linker look into a `Referenced` without knowing of what.
private protocol ReferenceHolder {
    var heldReference: Reference? { get }
}

extension Referenced: ReferenceHolder {
    fileprivate var heldReference: Reference? { reference }
}
