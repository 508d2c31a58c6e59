/// What a response's status and content type make it, by the operation's description.
enum ResponseClass: Equatable {
    case success
    /// An error of the document, by its place in the API's error type.
    case documented(index: Int)
    /// A redirect that the document does not describe, and the place that it points to, as words.
    case redirect(place: String)
    /// Anything else; the explanation says what does not fit, `nil` for the document's default error.
    case unexpected(explanation: String?)

    init(_ head: HTTPResponse, _ operation: OperationDescription, base: BaseURL) {
        let code = head.status.code
        let contentType = head.headerFields[.contentType]
        if operation.success.contains(where: { $0.matches(code) }) {
            // 204 and 205 have no content, hence no content type (RFC 9110 section 15.3.5).
            let fits =
                operation.accept.isEmpty || code == 204 || code == 205 || Self.fits(contentType, operation.accept)
                || (contentType == nil && Self.isBare(code, operation))
            self = fits ? .success : .unexpected(explanation: Self.wrongType(contentType, operation.accept))
            return
        }
        let names3XX = operation.errors.contains { error in
            error.index != nil && error.status != .default && code / 100 == 3 && error.status.matches(code)
        }
        if !names3XX, let target = Self.redirectTarget(head, base: base) {
            self = .redirect(place: target)
            return
        }
        self = Self.error(code, contentType, operation)
    }

    /// Whether the document describes this very success without a body, beside others with one.
    private static func isBare(_ code: Int, _ operation: OperationDescription) -> Bool {
        let described = operation.success.filter { $0.matches(code) }.max { $0.specificity < $1.specificity }
        return operation.variants.contains { $0.contentTypes.isEmpty && $0.status == described }
    }

    /// The most specific documented error that covers both status and content type.
    private static func error(
        _ code: Int, _ contentType: String?, _ operation: OperationDescription
    ) -> ResponseClass {
        let candidates = operation.errors.filter { $0.status.matches(code) }
        guard !candidates.isEmpty else {
            return .unexpected(explanation: "the API's document does not name the status \(code)")
        }
        let best = candidates.filter { fits(contentType, [$0.contentType]) }
            .max { $0.status.specificity < $1.status.specificity }
        let documented = candidates.filter { $0.index != nil }.map(\.contentType)
        if let index = best?.index { return .documented(index: index) }
        return .unexpected(explanation: documented.isEmpty ? nil : wrongType(contentType, documented))
    }

    private static func fits(_ contentType: String?, _ patterns: [String]) -> Bool {
        patterns.contains { pattern in
            // Mostly they are equal as they stand.
            if pattern == "*/*" || pattern == contentType { return true }
            guard let type = MediaType(contentType), let range = MediaType(pattern) else { return false }
            return range.covers(type)
        }
    }

    private static func wrongType(_ contentType: String?, _ wanted: [String]) -> String {
        let wanted = wanted.map { "`\($0)`" }.joined(separator: " or ")
        guard let contentType, !contentType.isEmpty else { return "no content type where \(wanted) is documented" }
        return "content type `\(contentType)` where \(wanted) is documented"
    }

    /// The origin that a redirect points to; no path or query, which may hold secrets.
    private static func redirectTarget(_ head: HTTPResponse, base: BaseURL) -> String? {
        guard RedirectPolicy.statuses.contains(head.status.code) else { return nil }
        guard let location = head.headerFields[.location] else { return "nowhere (it has no `Location`)" }
        if location.hasPrefix("/") && !location.hasPrefix("//") { return "another path of `\(base.origin)`" }
        let absolute = location.hasPrefix("//") ? "\(base.scheme):\(location)" : location
        let end = absolute.firstIndex(where: { $0 == "#" }) ?? absolute.endIndex
        guard let url = try? BaseURL(String(absolute[..<end])) else { return "something that is no plain URL" }
        return "`\(url.origin)`"
    }
}
