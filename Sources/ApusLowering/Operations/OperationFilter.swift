import ApusDiagnostics
import ApusOpenAPI

/// Which operations the user wants: all that an `include` names, or all when there is none, less what an `exclude` names.
///
/// Words are compared as they are; a `*` in them stands for any text.
public struct OperationFilter: Sendable, Hashable {
    /// What a word is compared with.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// The operation's tags.
        case tag
        /// Its ID, or method and path where it has none; a webhook's ID or name.
        case operation
        /// Its path; webhooks have none.
        case path
    }

    /// The words of operations to keep.
    public var include: [Subject: [String]] = [:]
    /// The words of operations to leave out.
    public var exclude: [Subject: [String]] = [:]

    /// A filter that keeps everything.
    public init() {}

    /// Whether it keeps everything.
    public var isEmpty: Bool { [include, exclude].allSatisfy { $0.values.allSatisfy(\.isEmpty) } }
}

extension Builder {
    /// The operations that the filter keeps. A word that names none is an error: it is misspelt, or the document changed.
    func selected(_ sites: [Site]) -> [Site] {
        let filter = options.filter
        guard !filter.isEmpty else { return sites }
        reportUnmatched(filter.include, "include", sites)
        reportUnmatched(filter.exclude, "exclude", sites)
        let keepsAll = filter.include.values.allSatisfy(\.isEmpty)
        let kept = sites.filter {
            (keepsAll || $0.isNamed(by: filter.include)) && !$0.isNamed(by: filter.exclude)
        }
        if kept.isEmpty, !sites.isEmpty {
            diagnostics.append(
                .error("empty-filter", "the filter leaves no operation", hint: "Include more, or exclude less."))
        }
        return kept
    }

    private func reportUnmatched(_ words: [OperationFilter.Subject: [String]], _ verb: String, _ sites: [Site]) {
        for subject in OperationFilter.Subject.allCases {
            let names = sites.flatMap { $0.names(subject) }
            for word in words[subject] ?? [] where !names.contains(where: { Wildcard.matches(word, $0) }) {
                diagnostics.append(
                    .error(
                        "unmatched-filter", "no operation has the \(subject.rawValue) `\(word)` that is to be \(verb)d",
                        hint: didYouMean(names, insteadOf: word) ?? "A `*` stands for any text."))
            }
        }
    }
}

extension Builder.Site {
    fileprivate func names(_ subject: OperationFilter.Subject) -> [String] {
        switch subject {
        case .tag: operation.tags
        case .operation: incoming.map { [operation.operationID, $0.name].compactMap(\.self) } ?? [id]
        case .path: incoming == nil ? [path] : []
        }
    }

    fileprivate func isNamed(by words: [OperationFilter.Subject: [String]]) -> Bool {
        words.contains { subject, words in
            let names = names(subject)
            return words.contains { word in names.contains { Wildcard.matches(word, $0) } }
        }
    }
}

/// Words with `*` for any text.
enum Wildcard {
    /// Goes back only to the last `*`, so that the time is at most the product of the lengths.
    static func matches(_ word: String, _ name: String) -> Bool {
        let word = Array(word.utf8)
        let name = Array(name.utf8)
        var (position, index) = (0, 0)
        var star: (position: Int, index: Int)?
        while index < name.count {
            if position < word.count, word[position] == UInt8(ascii: "*") {
                star = (position, index)
                position += 1
            } else if position < word.count, word[position] == name[index] {
                position += 1
                index += 1
            } else if let last = star {
                position = last.position + 1
                index = last.index + 1
                star = (last.position, index)
            } else {
                return false
            }
        }
        return word[position...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
