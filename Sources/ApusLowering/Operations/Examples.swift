import ApusIR
import ApusOpenAPI
import ApusYAML

/// Examples of responses: the media type's own, or else its schema's.
extension Builder {
    /// - Parameter documented: the statuses that have a response of their own, which a range is not shown by.
    func examples(
        _ response: ResponseObject, _ status: StatusPattern, besides documented: Set<Int>
    ) -> [ResponseExample] {
        response.content.flatMap { entry -> [ResponseExample] in
            guard let media = document.references.resolve(entry.value) else { return [] }
            let stream = Self.isStream(entry.key) ? streamForm(of: media, entry.key) : nil
            return values(media).compactMap { name, node in
                Literals.literal(node).map {
                    ResponseExample(
                        name: name, status: status.sensible(besides: documented), contentType: entry.key, value: $0,
                        stream: stream)
                }
            }
        }
    }

    private func values(_ media: MediaTypeObject) -> [(name: String, node: YAMLNode)] {
        if let example = media.example { return [("default", example)] }
        let named = media.examples.compactMap { entry -> (name: String, node: YAMLNode)? in
            document.references.resolve(entry.value)?.value.map { (entry.key, $0) }
        }
        if !named.isEmpty { return named }
        return media.schema.flatMap(example).map { [("default", $0)] } ?? []
    }

    /// A schema's own example, or the one of the schema that it uses.
    private func example(of schema: Schema) -> YAMLNode? {
        schema.keywords.examples.first ?? resolved(schema).keywords.examples.first
    }
}

extension StatusPattern {
    /// A status to show the pattern by.
    fileprivate func sensible(besides documented: Set<Int>) -> Int {
        switch self {
        case .exact(let status): status
        case .range(let hundred):
            (hundred * 100...hundred * 100 + 99).first { !documented.contains($0) } ?? hundred * 100
        case .default: (500...599).first { !documented.contains($0) } ?? 500
        }
    }
}
