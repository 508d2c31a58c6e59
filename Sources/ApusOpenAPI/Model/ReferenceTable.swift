/// What each `$ref` of a document stands for.
///
/// Holds no dangling reference and no circle of references, so that following one always ends.
public struct ReferenceTable: Sendable {
    var schemas: [ReferenceKey: Schema] = [:]
    /// `Referenced<…>` of the kind's object.
    var objects: [ReferenceKind: [ReferenceKey: any Sendable]] = [:]

    /// The schema that a `$ref` or a discriminator's mapping names; may itself be a `$ref`.
    public func schema(_ reference: Reference) -> Schema? { schemas[ReferenceKey(reference)] }

    /// The object itself, or the one at the end of the chain of references; `nil` when a reference dangles.
    public func resolve<Object: ReferencableObject>(_ value: Referenced<Object>) -> Object? {
        // Objects are large, and most stand where they are needed.
        if case .inline(let object) = value { return object }
        var current = value
        while case .reference(let reference) = current {
            let target = objects[Object.referenceKind]?[ReferenceKey(reference)]
            guard let next = target as? Referenced<Object> else { return nil }
            current = next
        }
        if case .inline(let object) = current { return object }
        return nil
    }
}
