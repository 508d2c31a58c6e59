public import ApusDiagnostics

/// Where the texts of the files come from that a document's `$ref`s name.
///
/// Reading a document touches no disk: whoever asks for it says here what else may be read.
public protocol DocumentLoader: Sendable {
    /// The text of a file.
    ///
    /// - Parameter path: relative to the same folder as the path of the document that was asked for, its dot segments
    ///   removed.
    /// - Returns: the text. Its own path is what names the file: two texts of one path are one file.
    func load(_ path: String) -> Result<SourceFile, LoadingRefusal>
}

/// Why a file is not read.
public struct LoadingRefusal: Error, Hashable {
    /// What the matter is, to be read behind the reference: `lies outside the document's folder`.
    public var reason: String
    /// What the user can do about it, as a sentence.
    public var hint: String?

    /// A refusal from its parts.
    public init(_ reason: String, hint: String? = nil) {
        self.reason = reason
        self.hint = hint
    }
}

/// Files in memory; by default none.
public struct MemoryLoader: DocumentLoader {
    private let files: [String: SourceFile]

    /// A loader of these files, by their paths.
    public init(_ files: [SourceFile] = []) {
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The file of this path.
    public func load(_ path: String) -> Result<SourceFile, LoadingRefusal> {
        files[path].map { .success($0) }
            ?? .failure(LoadingRefusal("is not at hand", hint: "Only files that were handed over are read."))
    }
}

/// Budgets on what references can make a run read.
enum LoadingLimits {
    /// Files beside the first.
    static let files = 10_000
    /// Their bytes taken together.
    static let bytes = 64 * 1024 * 1024
    /// Their nodes taken together, aliases written out.
    static let nodes = 4_000_000
}
