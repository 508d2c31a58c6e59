/// What the references of a part of the text are relative to: its file and, within that, the schema with an `$id`.
///
/// A class, because every reference holds one; two are the same only when they are identical.
final class ReferenceBase: Sendable {
    /// The file's path.
    let path: String
    /// Where the nearest schema with an `$id` stands (JSON Schema 2020-12, 8.2.1); empty for the document itself.
    let resource: [String]
    /// What URI references are resolved against: the `$id`s in force and the document's `$self`, else the path.
    let uri: String
    private let outer: ReferenceBase?

    /// That of a whole file.
    init(path: String, uri: String) {
        self.path = path
        self.uri = uri
        resource = []
        outer = nil
    }

    /// That of a schema with an `$id`.
    init(_ base: ReferenceBase, resource: [String], id: String) {
        path = base.path
        self.resource = resource
        uri = URIText.resolve(id, against: base.uri)
        outer = base.file
    }

    /// The base of the whole file.
    var file: ReferenceBase { outer ?? self }
}

/// A reference's text and what it is relative to: equal keys lead to the same place.
struct ReferenceKey: Hashable {
    private let base: ObjectIdentifier
    private let text: ByteKey

    init(_ reference: Reference) {
        base = ObjectIdentifier(reference.base)
        text = ByteKey(reference.text)
    }
}
