/// Where a download goes on after a break, and how the server can tell that the file is still the same.
struct ResumePoint: Sendable, Hashable {
    /// How many bytes are here.
    var offset: Int
    /// The value of `If-Range`: a strong entity tag, or a date.
    var validator: String
    /// How many bytes there are in all, if that is known.
    var total: Int?
    /// The media type, which does not change while the file stays the same.
    var contentType: String?

    /// What is to be done with the body of the answer.
    enum Answer: Sendable, Equatable {
        /// It is the rest.
        case rest(total: Int?)
        /// It is the whole file, perhaps another one.
        case whole
        /// It is a part of another file: ask anew, for the whole.
        case partOfAnother
        /// It is not what was asked for.
        case wrong(String)
    }

    /// By what a later part of a response's body can be recognised: its strong entity tag, or without any tag the time of its
    /// last change if that was a minute before the response (RFC 9110, sections 8.8.2.2 and 13.1.5). `nil` where there is
    /// none, where the server takes no ranges, and where the body is compressed, so that its bytes count otherwise.
    static func validator(of head: HTTPResponse, now: UnixSeconds) -> String? {
        let fields = head.headerFields
        guard head.status.code == 200, fields[.acceptRanges]?.lowercased() != "none", !isCoded(head) else { return nil }
        let tags = fields[values: .eTag]
        if let tag = tags.first { return tags.count == 1 && isStrong(tag) ? tag : nil }
        guard let text = fields[.lastModified], let changed = HTTPDate.parse(text, now: now),
            let sent = fields[.date].flatMap({ HTTPDate.parse($0, now: now) }), sent - changed >= 60
        else { return nil }
        return text
    }

    /// What an answer to the request for the rest is: by its status, `Content-Range` and entity tag.
    func answer(_ head: HTTPResponse) -> Answer {
        guard MediaType(head.headerFields[.contentType]) == MediaType(contentType) else {
            return .wrong("it has another media type than its beginning")
        }
        guard head.status.code == 206 else { return .whole }
        if let tag = head.headerFields[.eTag], Self.isStrong(validator), tag != validator { return .partOfAnother }
        guard !Self.isCoded(head) else { return .wrong("it is compressed, and its beginning was not") }
        let ranges = head.headerFields[values: .contentRange]
        guard ranges.count == 1, let range = ContentRange(ranges[0]), range.first == offset else {
            return .wrong("`Content-Range` does not say that it begins at byte \(offset)")
        }
        if let length = head.headerFields[.contentLength], Int(length) != range.last - range.first + 1 {
            return .wrong("`Content-Range` and `Content-Length` contradict each other")
        }
        if let total, let now = range.total, now != total { return .wrong("its length has changed") }
        return .rest(total: range.total ?? total)
    }

    /// RFC 9110, section 8.8.3, in ASCII: it is sent back.
    private static func isStrong(_ tag: String) -> Bool {
        tag.utf8.count >= 2 && tag.hasPrefix("\"") && tag.hasSuffix("\"")
            && tag.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isCoded(_ head: HTTPResponse) -> Bool {
        head.headerFields[.contentEncoding].map { $0.lowercased() != "identity" } ?? false
    }
}

/// What `Content-Range` says of one range of bytes (RFC 9110, section 14.4).
struct ContentRange: Sendable, Equatable {
    var first: Int
    var last: Int
    var total: Int?

    /// `nil` for any other text, and for ranges that cannot be.
    init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]), first <= last else {
            return nil
        }
        let total = Self.number(parts[1])
        guard total.map({ last < $0 }) ?? (parts[1] == "*") else { return nil }
        (self.first, self.last, self.total) = (first, last, total)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}

extension PreparedRequest {
    /// Asks for the rest of a file, and for the whole of it where it has changed. Compressed bytes would count otherwise.
    mutating func ask(from point: ResumePoint) {
        isResumed = true
        headers.set(.range, "bytes=\(point.offset)-")
        headers.set(.ifRange, point.validator)
        headers.set(.acceptEncoding, "identity")
    }
}
