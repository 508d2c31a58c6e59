/// What `--check` prints: a unified diff from the files on disk to those just generated.
enum StaleReport {
    /// Lines of context around a change.
    private static let context = 3
    /// Files with more lines are only named: a diff nobody reads is not worth minutes.
    private static let maximumLines = 20_000

    static func text(_ changes: OutputChanges) -> String {
        let writes = changes.writes.map { diff($0.path, old: $0.old, new: $0.new) }
        let removals = changes.removals.map { diff($0.path, old: $0.old, new: nil) }
        let manifest = changes.manifestIsStale ? ["the manifest is stale\n"] : []
        return (writes + removals + manifest).joined()
    }

    private static func diff(_ path: String, old: [UInt8]?, new: [UInt8]?) -> String {
        let before = lines(old)
        let after = lines(new)
        let head = "--- \(old == nil ? "/dev/null" : "a/" + path)\n+++ \(new == nil ? "/dev/null" : "b/" + path)\n"
        if old != nil, new != nil, before.map(withLF) == after.map(withLF) {
            return head + "only the line ends differ (CRLF and LF)\n"
        }
        guard before.count + after.count <= maximumLines else { return head + "the files differ\n" }
        return head + hunks(edits(from: before, to: after))
    }

    /// A line's bytes with its line feed, which the last line may lack. Bytes, because texts that differ in their
    /// bytes can be equal as Swift strings.
    private typealias Line = ArraySlice<UInt8>

    private static func lines(_ bytes: [UInt8]?) -> [Line] {
        var lines: [Line] = []
        var rest = (bytes ?? [])[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            lines.append(rest[..<end])
            rest = rest[end...]
        }
        return lines
    }

    private static func withLF(_ line: Line) -> Line {
        line.suffix(2).elementsEqual("\r\n".utf8) ? line.dropLast(2) + "\n".utf8 : line
    }

    private struct Edit {
        let mark: Character
        let line: Line
        /// 1-based lines of both files at which the edit stands.
        let old: Int
        let new: Int
    }

    private static func edits(from old: [Line], to new: [Line]) -> [Edit] {
        let difference = new.difference(from: old)
        let removed = Set(
            difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
        let inserted = Set(
            difference.insertions.compactMap { if case .insert(let offset, _, _) = $0 { offset } else { nil } })
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, removed.contains(i) {
                edits.append(Edit(mark: "-", line: old[i], old: i + 1, new: j + 1))
                i += 1
            } else if j < new.count, inserted.contains(j) {
                edits.append(Edit(mark: "+", line: new[j], old: i + 1, new: j + 1))
                j += 1
            } else {
                edits.append(Edit(mark: " ", line: old[i], old: i + 1, new: j + 1))
                i += 1
                j += 1
            }
        }
        return edits
    }

    private static func hunks(_ edits: [Edit]) -> String {
        var text = ""
        var index = 0
        while let first = edits[index...].firstIndex(where: { $0.mark != " " }) {
            let start = max(index, first - context)
            var end = first
            while let next = edits[min(end + 1, edits.count)...].prefix(2 * context + 1).firstIndex(where: {
                $0.mark != " "
            }) {
                end = next
            }
            let stop = min(edits.count, end + context + 1)
            text += hunk(edits[start..<stop])
            index = stop
        }
        return text
    }

    private static func hunk(_ edits: ArraySlice<Edit>) -> String {
        guard let first = edits.first else { return "" }
        let old = edits.count { $0.mark != "+" }
        let new = edits.count { $0.mark != "-" }
        return "@@ -\(old == 0 ? 0 : first.old),\(old) +\(new == 0 ? 0 : first.new),\(new) @@\n"
            + edits.map { "\($0.mark)" + text($0.line) }.joined()
    }

    private static func text(_ line: Line) -> String {
        String(decoding: line, as: UTF8.self)
            + (line.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n")
    }
}
