/// One of several bodies that an operation's successes can have: which responses have it.
public struct ResponseVariant: Sendable, Hashable {
    /// The statuses.
    public var status: StatusPattern
    /// The media types, or ranges of them; empty for any, and for no body.
    public var contentTypes: [String]
    /// Whether the body is handed over unread.
    public var isDownload: Bool

    /// A variant from its parts.
    public init(_ status: StatusPattern, _ contentTypes: [String] = [], isDownload: Bool = false) {
        self.status = status
        self.contentTypes = contentTypes
        self.isDownload = isDownload
    }

    /// How well the variant's media types describe a response's, 0 for not at all: the type itself, a range of types, any.
    fileprivate func fit(_ type: MediaType?) -> Int {
        guard let type else { return contentTypes.isEmpty ? 3 : 1 }
        guard !contentTypes.isEmpty else { return 1 }
        return contentTypes.lazy.compactMap(MediaType.init).filter { $0.covers(type) }.map { range in
            range == type ? 5 : range.type == "*" ? 2 : range.subtype == "*" ? 3 : 4
        }.max() ?? 0
    }
}

extension OperationDescription {
    /// The place of the variant that a response has: of those for its status, the one whose media type fits best.
    public func variant(of head: HTTPResponse) -> Int {
        let type = MediaType(head.headerFields[.contentType])
        let matching = variants.indices.filter { variants[$0].status.matches(head.status.code) }
        let specificity = matching.map { variants[$0].status.specificity }.max() ?? 0
        let candidates = matching.filter { variants[$0].status.specificity == specificity }
        var best = candidates.first ?? max(variants.count - 1, 0)
        var bestFit = -1
        for index in candidates where variants[index].fit(type) > bestFit {
            best = index
            bestFit = variants[index].fit(type)
        }
        return best
    }

    /// Whether some success's body is handed over unread.
    var isStreamed: Bool { delivery != .whole || variants.contains(where: \.isDownload) }

    /// Whether this success's body is.
    func handsOver(_ head: HTTPResponse) -> Bool {
        guard delivery == .whole else { return true }
        return variants.isEmpty ? false : variants[variant(of: head)].isDownload
    }
}
