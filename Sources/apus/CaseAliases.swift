/// Paths below a folder that may name the same file in other letter case, as case-insensitive file systems allow.
struct CaseAliases {
    private let folder: String
    private let paths: Set<String>
    private let byLowercase: [String: String]

    init(folder: String, paths: [String]) {
        self.folder = folder
        self.paths = Set(paths)
        byLowercase = Dictionary(paths.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    }

    /// The one of the paths that names the same file as this one, or this one.
    func of(_ path: String) -> String {
        guard !paths.contains(path), let other = byLowercase[path.lowercased()] else { return path }
        guard let number = fileNumber(path), number == fileNumber(other) else { return path }
        return other
    }

    private func fileNumber(_ path: String) -> UInt64? { Disk.entryOrLink(folder + "/" + path)?.number }
}
