#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension RequestBody {
    /// A file, read piece by piece at each attempt; see ``file(path:)``.
    public static func file(_ url: URL) -> RequestBody { .file(path: url.path) }
}

extension FilePart {
    /// A file on disk, read piece by piece at each attempt, under its own name unless another is given.
    public static func file(_ url: URL, fileName: String? = nil, contentType: String? = nil) -> FilePart {
        .file(path: url.path, fileName: fileName, contentType: contentType)
    }
}

extension MediaContent {
    /// A file, read piece by piece at each attempt; see ``file(path:contentType:)``.
    public static func file(_ url: URL, contentType: String? = nil) -> MediaContent {
        .file(path: url.path, contentType: contentType)
    }
}
