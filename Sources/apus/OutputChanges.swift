/// How the files on disk differ from those just generated.
struct OutputChanges: Sendable {
    /// A file that is new or has other contents.
    struct Write: Sendable {
        let path: String
        let old: [UInt8]?
        let new: [UInt8]
    }

    /// A file that apus wrote and would not write any more.
    struct Removal: Sendable {
        let path: String
        let old: [UInt8]
    }

    var writes: [Write] = []
    var removals: [Removal] = []
    var unchanged = 0
    /// The manifest that goes with the new files.
    var manifest = Manifest()
    /// Whether the manifest on disk says something else.
    var manifestIsStale = false

    var isEmpty: Bool { writes.isEmpty && removals.isEmpty && !manifestIsStale }
}
