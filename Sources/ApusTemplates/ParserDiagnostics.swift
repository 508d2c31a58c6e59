import ApusDiagnostics

/// What the parser has to say. Every message names the tag as it stands in the template.
extension TemplateParser {
    func unclosedTag(_ range: Range<Int>, closer: String) -> Diagnostic {
        let isComment = file.bytes[range].starts(with: Array("{{!".utf8))
        return .error(
            "unclosed-template-tag", "the tag is not closed by `\(closer)`" + (isComment ? "" : " on its line"),
            at: file.range(range), hint: "Write `\(closer)` behind what the tag names.")
    }

    func unclosedSection(_ name: String, _ range: Range<Int>) -> Diagnostic {
        .error(
            "unclosed-template-section", "the section `\(name)` is not closed", at: file.range(range),
            hint: "Write `{{/\(name)}}` where the section ends.")
    }

    func closeWithoutSection(_ name: String, _ range: Range<Int>) -> Diagnostic {
        .error(
            "mismatched-template-section", "`{{/\(name)}}` closes a section but none is open", at: file.range(range),
            hint: "Remove it, or write `{{#\(name)}}` where the section begins.")
    }

    func mismatchedClose(_ name: String, _ range: Range<Int>, open: String, _ openRange: Range<Int>) -> Diagnostic {
        .error(
            "mismatched-template-section", "`{{/\(name)}}` stands where the section `\(open)` should be closed",
            at: file.range(range), hint: "Sections end in the reverse order of their beginnings: `{{/\(open)}}` first.",
            notes: [.init("`\(open)` begins here", at: file.range(openRange))])
    }

    func tooDeepSection(_ name: String, _ range: Range<Int>) -> Diagnostic {
        .error(
            "template-sections-too-deep",
            "the section `\(name)` lies in more than \(Self.maximumSectionDepth) other sections",
            at: file.range(range), hint: "Move the inner part to a partial.")
    }

    func unsupportedTag(_ content: String, _ range: Range<Int>) -> Diagnostic {
        let (what, hint) =
            switch content.utf8.first {
            case UInt8(ascii: "="):
                ("set-delimiter tags are", "Keep `{{` and `}}`; text that holds them can come from the context.")
            case UInt8(ascii: "$"): ("blocks are", "Put what varies into the context, or use a partial.")
            default: ("parent templates are", "Use a partial: `{{> name}}`.")
            }
        return unsupported("\(what) not supported", range, hint: hint)
    }

    func badPartialName(_ content: String, _ range: Range<Int>) -> Diagnostic {
        if content.utf8.first == UInt8(ascii: "*") {
            return unsupported(
                "dynamic names are not supported", range,
                hint: "Name the partial itself, and choose between partials by sections.")
        }
        return badTag(
            content.isEmpty ? "the partial tag names nothing" : "`\(content)` is not a partial's name", range,
            hint:
                "A partial's name is its file's path without `.mustache`: ASCII letters, digits, `_`, `-`, `.` and `/`."
        )
    }

    func badName(_ content: String, _ range: Range<Int>) -> Diagnostic {
        if content.isEmpty {
            return badTag("the tag names nothing", range, hint: "Write a name between the braces, such as `{{name}}`.")
        }
        if let first = content.utf8.first, "#^/!>&=".utf8.contains(first) {
            let sigil = String(Unicode.Scalar(first))
            return badTag(
                "`\(content)` is not a name", range, hint: "Write `\(sigil)` right behind the opening braces.")
        }
        return badTag(
            "`\(content)` is not a name", range,
            hint: "A name is ASCII letters, digits, `_` and `-`, not beginning with a digit or `-`, its parts joined"
                + " by `.`; templates have no helpers and no expressions, so the context offers what they would compute."
        )
    }

    func notUTF8(_ offset: Int) -> Diagnostic {
        .error(
            "template-not-utf8", "the template is not valid UTF-8", at: file.range(offset..<offset),
            hint: "Save the file in the encoding UTF-8.")
    }

    func isName(_ part: Substring.UTF8View) -> Bool {
        guard let first = part.first, isLetter(first) else { return false }
        return part.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    func isPartialName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-./".utf8.contains($0) }
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func badTag(_ message: String, _ range: Range<Int>, hint: String) -> Diagnostic {
        .error("bad-template-tag", message, at: file.range(range), hint: hint)
    }

    private func unsupported(_ message: String, _ range: Range<Int>, hint: String) -> Diagnostic {
        .error("unsupported-template-tag", message, at: file.range(range), hint: hint)
    }
}

/// The error about a template that the library does not hold.
func unknownTemplate(_ message: String, _ name: String, among names: [String], at range: SourceRange?) -> Diagnostic {
    let known = "The templates are \(listing(names))."
    return .error(
        "unknown-template", message, at: range,
        hint: didYouMean(names, insteadOf: name) ?? (names.isEmpty ? "There are no templates at all." : known))
}

/// Names in backticks, the first dozen of them.
func listing(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
}
