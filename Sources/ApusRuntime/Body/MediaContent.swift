/// A body together with its media type, for operations that take one of several types, or any of a range such as
/// `image/*`.
///
/// ```swift
/// body: .bytes(png, contentType: "image/png")
/// body: .file(path: "/photos/cat.png")                     // the type that fits the name, where the document lists it
/// body: .init(.stream { chunks() }, contentType: "video/mp4")
/// ```
public struct MediaContent: Sendable {
    /// The body.
    public var body: RequestBody
    /// Its media type, such as `image/png`; `nil` for the one that the document names, else `application/octet-stream`.
    public var contentType: String?
    /// The file's name, which may say the type.
    private var fileName: String?

    /// A body of a media type.
    public init(_ body: RequestBody, contentType: String? = nil) {
        self.body = body
        self.contentType = contentType
    }

    /// Bytes at hand.
    public static func bytes(_ bytes: [UInt8], contentType: String? = nil) -> MediaContent {
        MediaContent(.bytes(bytes), contentType: contentType)
    }

    /// Text in UTF-8.
    public static func text(_ text: String, contentType: String) -> MediaContent {
        MediaContent(.text(text), contentType: contentType)
    }

    /// A file, read piece by piece at each attempt.
    public static func file(path: String, contentType: String? = nil) -> MediaContent {
        var content = MediaContent(.file(path: path), contentType: contentType)
        content.fileName = path
        return content
    }

    /// The media type to send.
    /// - Parameter ranges: what the document allows, separated by commas.
    /// - Throws: a problem when the caller's is none of them, or must say which is meant.
    func contentType(among ranges: String) throws(RequestProblem) -> String {
        let allowed = ranges.split(separator: ",").compactMap { MediaType(String($0)) }
        let covers = { (text: String) in
            MediaType(text).map { given in allowed.contains { $0.covers(given) } } ?? false
        }
        if let contentType {
            // A range is never sent: the server could not tell what it got.
            if covers(contentType), !contentType.contains("*") { return contentType }
            throw RequestProblem(.parameter, "the content type of the request body is none of `\(ranges)`")
        }
        let concrete = MediaTypeList(ranges).concrete
        if let fitting = MediaTypeList(ranges).fitting(fileName) ?? (concrete.count == 1 ? concrete[0] : nil) {
            return fitting
        }
        if covers("application/octet-stream") { return "application/octet-stream" }
        throw RequestProblem(.parameter, "the request body needs a content type: one of `\(ranges)`")
    }
}

/// The media types that a document lists for a part or a body, separated by commas.
struct MediaTypeList {
    /// Those without a wildcard.
    let concrete: [String]

    init(_ text: String?) {
        concrete = (text ?? "").split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.contains("*") }
    }

    /// Whether a text is a range or several types, of which one must be chosen.
    static func isNeeded(_ text: String) -> Bool { text.prefix { $0 != ";" }.contains { $0 == "*" || $0 == "," } }

    /// The one that the ending of a file's name stands for.
    func fitting(_ fileName: String?) -> String? {
        let suffix = (fileName ?? "").split(separator: ".").dropFirst().last.map { $0.lowercased() }
        guard let wanted = suffix == "jpg" ? "jpeg" : suffix else { return nil }
        return concrete.first { $0.lowercased().hasSuffix("/" + wanted) }
    }
}
