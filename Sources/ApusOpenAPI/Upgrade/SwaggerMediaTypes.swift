import ApusDiagnostics
import ApusYAML

/// What `consumes` or `produces` lists, or what is taken where nothing does.
struct SwaggerMediaTypes {
    /// One of them, with the place that it is written at.
    struct Entry {
        let text: String
        let range: SourceRange
        let source: SwaggerNode

        /// The type and subtype in small letters.
        var essence: String {
            let essence = text.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            return essence.trimmed.lowercased()
        }
    }

    var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    /// Those of a list; a lone text counts as the only item, and a text that is listed twice once.
    init(_ list: SwaggerNode) {
        let items = list.text != nil ? [list] : list.items
        var seen: Set<ByteKey> = []
        entries = items.compactMap { item in
            guard let text = item.text, seen.insert(ByteKey(text)).inserted else { return nil }
            return Entry(text: text, range: item.node.range, source: item)
        }
    }

    /// A type that the document does not name.
    init(assumed text: String, for source: SwaggerNode) {
        entries = [Entry(text: text, range: source.node.range, source: source)]
    }

    var texts: [String] { entries.map(\.text) }

    static let form = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"
    static let json = "application/json"
    static let bytes = "application/octet-stream"
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
