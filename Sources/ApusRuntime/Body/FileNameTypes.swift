/// The media types that the usual endings of file names stand for: of files that people upload.
enum FileNameTypes {
    /// The type that a name's ending stands for; `nil` for a name without an ending, or with one that is not listed.
    static func type(of fileName: String?) -> String? {
        guard let fileName, let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
        return types[fileName[dot...].dropFirst().lowercased()]
    }

    private static let types = [
        // Texts.
        "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "htm": "text/html", "html": "text/html",
        "css": "text/css", "js": "text/javascript", "json": "application/json", "xml": "application/xml",
        // Documents.
        "pdf": "application/pdf", "rtf": "application/rtf", "epub": "application/epub+zip",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        // Pictures.
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "svg": "image/svg+xml", "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff", "avif": "image/avif",
        "heic": "image/heic",
        // Sound.
        "mp3": "audio/mpeg", "wav": "audio/wav", "ogg": "audio/ogg", "opus": "audio/ogg", "flac": "audio/flac",
        "m4a": "audio/mp4", "aac": "audio/aac",
        // Films.
        "mp4": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "mpg": "video/mpeg", "mpeg": "video/mpeg",
        // Archives.
        "zip": "application/zip", "gz": "application/gzip", "tar": "application/x-tar",
    ]
}
