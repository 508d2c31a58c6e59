import ApusDiagnostics
import CLibYAML

/// libyaml's error, told in words that name the mistake.
struct LibYAMLProblem {
    private let problem: String
    private let context: String
    private let file: SourceFile
    /// Where libyaml gave up.
    private let place: SourcePosition
    /// Where the construct that it was reading began.
    private let opening: SourcePosition
    private let isOutOfMemory: Bool

    init(_ parser: yaml_parser_t, file: SourceFile, position: (yaml_mark_t) -> SourcePosition) {
        problem = parser.problem.map { String(cString: $0) } ?? ""
        context = parser.context.map { String(cString: $0) } ?? ""
        self.file = file
        // The reader's errors come without a mark; they are those of `TextCheck`, which found none.
        place = position(parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark)
        opening = position(parser.context_mark)
        isOutOfMemory = parser.error == YAML_MEMORY_ERROR
    }

    var unreadable: Unreadable {
        guard !isOutOfMemory else { return Self.outOfMemory(file) }
        let words = explanation
        return Unreadable(
            diagnostic: .error(
                "yaml-syntax", words.message, at: file.range(at: words.place ?? place), hint: words.hint,
                notes: words.note.map { [.init($0, at: file.range(at: opening))] } ?? []),
            isSyntax: true)
    }

    /// What is said about one kind of mistake.
    private struct Words {
        var message: String
        var hint: String
        /// What there is to see where the construct began.
        var note: String?
        /// The place to show, where libyaml's own is not the most helpful.
        var place: SourcePosition?
    }

    /// libyaml has some fifty sentences; those that users meet are answered one by one.
    private var explanation: Words {
        tokenMistake ?? structureMistake ?? quoteMistake ?? propertyMistake
            ?? Words(
                message: context.isEmpty ? problem : "\(problem) \(context)",
                hint: "Check the line against YAML 1.2; text with special characters belongs in quotes.")
    }

    private var tokenMistake: Words? {
        let scalar = file.scalar(at: place)
        switch problem {
        case "found character that cannot start any token" where scalar == "\t":
            return Words(message: "a tab cannot indent a line", hint: "Indent with spaces.")
        case "found character that cannot start any token":
            return Words(
                message: "\(scalar?.shown ?? "the end of the line") cannot begin a value",
                hint: "Put the whole value in quotes.")
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return Words(message: "a tab cannot indent a line", hint: "Indent with spaces.")
        case "found unexpected ':'":
            return Words(message: "`:` stands inside an unquoted value", hint: "Put the value in quotes.")
        case "could not find expected ':'": return missingColon(word(at: opening))
        default: return nil
        }
    }

    private func missingColon(_ word: String) -> Words {
        let missing = word.utf8.contains(UInt8(ascii: ":")) ? "no space follows its `:`" : "no `:` follows it"
        return Words(
            message: "`\(word)` looks like a key, but \(missing)",
            hint: "Write `key: value` with a space behind the colon, or indent the line if it continues a text.",
            place: opening)
    }

    private var structureMistake: Words? {
        switch problem {
        case "mapping values are not allowed in this context":
            return Words(
                message: "a key with `:` cannot stand here",
                hint: "If the value contains `: `, put it in quotes; else indent the line like its siblings.")
        case "block sequence entries are not allowed in this context":
            return Words(
                message: "an item with `- ` cannot stand here",
                hint: "Begin the sequence on the line below its key.")
        case "mapping keys are not allowed in this context":
            return Words(message: "a key with `? ` cannot stand here", hint: "Put text that begins with `?` in quotes.")
        case "did not find expected key":
            return Words(
                message: "the line belongs to no mapping: its indentation fits none of those that are open",
                hint: "Indent it exactly like the keys beside it.", note: "the mapping around it begins here")
        case "did not find expected '-' indicator":
            return Words(
                message: "an item with `- ` was expected here",
                hint: "Indent every `- ` of a sequence alike, and keys outside of it less.",
                note: "the sequence begins here")
        case "did not find expected ',' or ']'": return unclosed("[", "]")
        case "did not find expected ',' or '}'": return unclosed("{", "}")
        case "did not find expected node content":
            return Words(message: "a value was expected here", hint: "Delete the stray character or put it in quotes.")
        case "did not find expected <document start>":
            return Words(
                message: "the document ends before this line",
                hint: "Indent the line like the lines above it, or put a value of several lines in quotes.")
        default: return nil
        }
    }

    private func unclosed(_ open: String, _ close: String) -> Words {
        Words(
            message: "`,` or `\(close)` was expected here",
            hint: "Close the `\(open)`, separate its parts by commas, and quote text that holds any of `,[]{}`.",
            note: "the `\(open)` stands here")
    }

    private var quoteMistake: Words? {
        switch problem {
        case "found unexpected end of stream" where context == "while scanning a quoted scalar":
            return Words(
                message: "the quote that opens here is never closed",
                hint: "Close it; inside single quotes write `''`.",
                place: opening)
        case "found unexpected document indicator":
            return Words(
                message: "the quoted text is cut by a document marker", hint: "Close the quote, or indent the line.",
                note: "the quote opens here")
        case "found unknown escape character":
            return Words(
                message: "`\\\(escaped)` is no escape of YAML",
                hint: "Write `\\\\` for a backslash, or use single quotes.")
        case "found invalid Unicode character escape code":
            return Words(
                message: "the escape stands for no character: surrogates such as `\\ud83d` are none by themselves",
                hint: "Write the character itself, or all of it as `\\U0001F600`.", place: escape)
        case "did not find expected hexdecimal number":
            return Words(
                message: "the escape lacks hexadecimal digits",
                hint: "Write `\\x` with two, `\\u` with four or `\\U` with eight.", place: escape)
        default: return nil
        }
    }

    private var propertyMistake: Words? {
        switch (context, problem) {
        case ("while scanning an alias", _): return unnamed("*", "an alias")
        case ("while scanning an anchor", _): return unnamed("&", "an anchor")
        case ("while scanning a tag", _), ("while parsing a tag", _),
            ("while parsing a node", "found undefined tag handle"):
            return unnamed("!", "a tag")
        case ("while scanning a block scalar", _):
            return Words(
                message: "the line of `|` or `>` holds more than its sign",
                hint: "Begin the text on the next line, indented; put text that begins with `|` or `>` in quotes.")
        case ("while scanning a %YAML directive", _), (_, "found incompatible YAML document"):
            return Words(
                message: "the `%YAML` directive names no known version",
                hint: "Write `%YAML 1.2` or delete the line.")
        default: return nil
        }
    }

    private func unnamed(_ sign: String, _ property: String) -> Words {
        Words(
            message: "`\(sign)` begins \(property), but no name that can be read follows",
            hint: "Put text that begins with `\(sign)` in quotes.", place: opening)
    }

    /// The text of a line from a place up to the next space.
    private func word(at position: SourcePosition) -> String {
        let rest = file.line(position.line).unicodeScalars.dropFirst(position.column - 1)
        return String(String.UnicodeScalarView(rest.prefix { $0 != " " && $0 != "\t" })).excerpt
    }

    /// Where the escape begins whose digits libyaml complains of.
    private var escape: SourcePosition { SourcePosition(line: place.line, column: max(1, place.column - 2)) }

    private var escaped: String {
        let next = SourcePosition(line: place.line, column: place.column + 1)
        guard let scalar = file.scalar(at: next) else { return "" }
        return 0x21...0x7E ~= scalar.value ? String(scalar) : scalar.codePoint
    }
}

extension LibYAMLProblem {
    static func outOfMemory(_ file: SourceFile) -> Unreadable {
        Unreadable(diagnostic: .error("yaml-memory", "no memory is left to read the text", at: file.range(atOffset: 0)))
    }

    static func empty(_ file: SourceFile) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-empty", "the text holds no document", at: file.range(atOffset: 0),
                hint: "Check that the file is the one you meant, and that it was saved."))
    }

    static func secondDocument(_ file: SourceFile, _ place: SourcePosition) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-multiple-documents", "a second document begins here", at: file.range(at: place),
                hint: "Keep one document per file; delete the `---` or split the file."))
    }
}
