import ApusDiagnostics
import ApusYAML

/// A published document without its publisher's words: facts are kept, sentences are not.
///
/// - Words for people are left out. A response, which must have some, is given the standard phrase of its status.
/// - Extensions that the generator understands are kept under our own names, all others are left out.
/// - Examples, defaults and the members of enumerations stay as they are: they are values of the API.
enum Facts {
    static func of(_ root: YAMLNode) -> YAMLNode { keep(root, ObjectKind.root) }

    private static func keep(_ node: YAMLNode, _ place: Place) -> YAMLNode {
        switch (node.content, place) {
        case (_, .data), (.scalar, _): return node
        case (.sequence(let items), _):
            return YAMLNode(.sequence(items.map { keep($0, place.item) }), range: node.range)
        case (.mapping(let mapping), .named(let inner)):
            let pairs = mapping.pairs.map { pair in
                let kept = keep(pair.value, inner)
                return pair.with(inner.isResponse ? kept.described(asStatus: pair.key) : kept)
            }
            return YAMLNode(.mapping(YAMLMapping(pairs)), range: node.range)
        case (.mapping(let mapping), .object(let kind)):
            let pairs = mapping.pairs.compactMap { pair -> YAMLMapping.Pair? in
                if kind.words.contains(pair.key) { return nil }
                guard pair.key.hasPrefix("x-") else { return pair.with(keep(pair.value, place.member(pair.key))) }
                return Extensions.ours(pair.key).map { .init(key: $0, keyRange: pair.keyRange, value: pair.value) }
            }
            return YAMLNode(.mapping(YAMLMapping(pairs)), range: node.range)
        case (.mapping, .list): return node
        }
    }
}

/// The publisher's hints for generators, under the names that are ours.
enum Extensions {
    /// Retry policies are figures for a generator of their own each, and are kept as they are.
    private static let names = [
        "x-speakeasy-name-override": "x-apus-name", "x-speakeasy-group": "x-apus-group",
        "x-speakeasy-pagination": "x-apus-pagination", "x-speakeasy-sse-sentinel": "x-apus-sentinel",
        "x-speakeasy-stream-request-field": "x-apus-stream-field", "x-speakeasy-server-id": "x-apus-name",
        "x-retry-strategy": "x-retry-strategy", "x-speakeasy-retries": "x-speakeasy-retries",
    ]

    /// Our name of an extension; `nil` for one that says nothing to us.
    static func ours(_ key: String) -> String? { names[key] }
}

extension Place {
    fileprivate var isResponse: Bool {
        if case .object(.response) = self { true } else { false }
    }
}

extension YAMLMapping.Pair {
    /// The pair with another value.
    func with(_ value: YAMLNode) -> YAMLMapping.Pair { .init(key: key, keyRange: keyRange, value: value) }
}

extension YAMLNode {
    /// A response with the standard phrase of its status, unless it refers to one elsewhere.
    fileprivate func described(asStatus status: String) -> YAMLNode {
        guard let mapping, mapping["$ref"] == nil else { return self }
        let phrase = YAMLNode(
            .scalar(YAMLScalar(text: StatusPhrase.of(status), kind: .string)), range: range)
        return YAMLNode(
            .mapping(YAMLMapping([.init(key: "description", keyRange: range, value: phrase)] + mapping.pairs)),
            range: range)
    }
}
