/// A file in a multipart body: its contents, and what the server is told of it.
///
/// ```swift
/// image: .file(path: "/photos/cat.png")
/// image: .bytes(png, fileName: "cat.png", contentType: "image/png")
/// image: FilePart(.stream(length: size) { chunks() }, fileName: "cat.png")
/// ```
public struct FilePart: Sendable {
    /// The contents.
    public var content: RequestBody
    /// The name that the server is told; `nil` for none, though many servers take a part without one for a text field.
    public var fileName: String?
    /// The media type; `nil` for the one that the API's document names, else the one that the file's name stands for, else
    /// `application/octet-stream`.
    public var contentType: String?
    /// Further header fields of the part.
    public var headers: [String: String]

    /// A part from its contents.
    public init(
        _ content: RequestBody, fileName: String? = "file", contentType: String? = nil, headers: [String: String] = [:]
    ) {
        self.content = content
        self.fileName = fileName
        self.contentType = contentType
        self.headers = headers
    }

    /// Bytes at hand.
    public static func bytes(_ bytes: [UInt8], fileName: String? = "file", contentType: String? = nil) -> FilePart {
        FilePart(.bytes(bytes), fileName: fileName, contentType: contentType)
    }

    /// A file on disk, read piece by piece at each attempt, under its own name unless another is given.
    public static func file(path: String, fileName: String? = nil, contentType: String? = nil) -> FilePart {
        let own = path.split(separator: "/").last.map(String.init)
        return FilePart(.file(path: path), fileName: fileName ?? own, contentType: contentType)
    }

    /// The media type to send: the caller's, else the one of the document's list that fits the file's name, else the
    /// first without a wildcard, else the usual one of the name's ending.
    func contentType(among documented: String?) -> String {
        if let contentType { return contentType }
        let types = MediaTypeList(documented)
        return types.fitting(fileName) ?? types.concrete.first ?? FileNameTypes.type(of: fileName)
            ?? "application/octet-stream"
    }
}
