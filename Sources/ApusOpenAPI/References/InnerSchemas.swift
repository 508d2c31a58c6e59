import ApusYAML

/// Schemas within other objects: `#/components/responses/Pet` where a schema is needed means that of the response.
extension DocumentSet {
    /// The schema of a response, a body, a parameter or a header; of several media types JSON's, else the first one's.
    func schema(in location: Location) -> Location? {
        guard let object = end(of: location) else { return nil }
        if let schema = object.child("schema") { return schema }
        guard let content = object.child("content"), let types = content.node.mapping?.pairs.map(\.key) else {
            return nil
        }
        let json = types.first { $0.lowercased().contains("json") }
        return (json ?? types.first).flatMap(content.child).flatMap { end(of: $0) }?.child("schema")
    }

    /// Follows references from object to object.
    private func end(of location: Location) -> Location? {
        var current = location
        for _ in 0..<100 {
            guard let text = current.node.mapping?.referenceText else { return current }
            guard case .success(let next) = locate(text, from: current.base) else { return nil }
            current = next
        }
        return nil
    }
}
