/// The list of files that apus wrote, with a hash of each: what is not in it is not apus' to touch.
///
/// Text, a line a file: 16 hexadecimal digits, two spaces, the path below the output folder.
struct Manifest: Sendable, Equatable {
    static let header = "# Files written by apus; it touches no others. Keep this list with them."

    /// Path to hash.
    var hashes: [String: String] = [:]

    /// Reads a manifest; `nil` when a line is not of its form or a path could lead out of the module's folders.
    static func parse(_ text: String, folders: [String]) -> Manifest? {
        var manifest = Manifest()
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n")) {
            // A checkout may have turned the line ends into CRLF.
            let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].utf8.count == 16 else { return nil }
            let path = String(parts[1].drop { $0 == " " })
            guard isInside(path, folders) else { return nil }
            manifest.hashes[path] = String(parts[0])
        }
        return manifest
    }

    /// The text form, sorted by path.
    var text: String {
        let lines = hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)" }
        return ([Self.header] + lines).joined(separator: "\n") + "\n"
    }

    /// FNV-1a, 64 bits: it tells an edited file from an untouched one; it protects against nothing.
    static func hash(_ bytes: [UInt8]) -> String {
        let value = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func isInside(_ path: String, _ folders: [String]) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, folders.contains(String(first)), parts.count > 1 else { return false }
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
