import ApusDiagnostics

/// Compiles one template's tokens to instructions and checks what can be checked without a context.
struct TemplateParser {
    /// A section whose end has not come yet.
    private struct OpenSection {
        let name: String
        let range: Range<Int>
        let tag: Int
        /// The place of its instruction, completed when the end comes.
        let place: Int
        let isInverted: Bool
    }

    let file: SourceFile
    private let name: String
    private let names: [String]
    private let indexes: [String: Int]
    private var scanner: TagScanner
    private var tags: [Tag] = []
    private var instructions: [Instruction] = []
    private var openSections: [OpenSection] = []
    private(set) var diagnostics: [Diagnostic] = []

    static let maximumSectionDepth = 64
    static let maximumDiagnostics = 100

    /// - Parameters:
    ///   - names: the library's templates, for hints.
    ///   - indexes: where in the library each is.
    init(_ source: TemplateSource, names: [String], indexes: [String: Int]) {
        self.file = source.file
        self.name = source.name
        self.names = names
        self.indexes = indexes
        self.scanner = TagScanner(source.file.bytes)
    }

    mutating func parse() -> Template {
        checkEncoding()
        while diagnostics.count < Self.maximumDiagnostics, let token = scanner.next() {
            switch token {
            case .text(let range): appendText(range)
            case .tag(let tag): compile(tag)
            case .unclosed(let range, let closer): report(unclosedTag(range, closer: closer))
            }
        }
        while let section = openSections.last {
            if diagnostics.count < Self.maximumDiagnostics { report(unclosedSection(section.name, section.range)) }
            closeSection()
        }
        return Template(name: name, file: file, tags: tags, instructions: instructions)
    }

    // MARK: Tags

    private mutating func compile(_ tag: TagScanner.ScannedTag) {
        let indentation = tag.kind.mayStandAlone ? takeLine(of: tag) : nil
        let content = String(decoding: file.bytes[tag.content], as: UTF8.self)
        switch tag.kind {
        case .comment: break
        case .unsupported: report(unsupportedTag(content, tag.range))
        case .partial: compilePartial(content, tag, indentation: indentation)
        case .close: compileClose(content, tag)
        case .escaped, .raw, .section, .inverted:
            guard let path = path(content, of: tag) else { return }
            tags.append(Tag(path: path, range: tag.range))
            if tag.kind == .section || tag.kind == .inverted {
                openSection(content, tag)
            } else {
                instructions.append(.value(tag: tags.count - 1, escaped: tag.kind == .escaped))
            }
        }
    }

    private mutating func openSection(_ content: String, _ tag: TagScanner.ScannedTag) {
        guard openSections.count < Self.maximumSectionDepth else { return giveUp(at: tag, content) }
        openSections.append(
            OpenSection(
                name: content, range: tag.range, tag: tags.count - 1, place: instructions.count,
                isInverted: tag.kind == .inverted))
        instructions.append(.close)  // Its place is kept; closeSection() writes the instruction.
    }

    /// Ends the template at a section that is nested too deeply.
    private mutating func giveUp(at tag: TagScanner.ScannedTag, _ content: String) {
        report(tooDeepSection(content, tag.range))
        while !openSections.isEmpty { closeSection() }
        scanner.skip(to: file.bytes.count)
    }

    private mutating func compileClose(_ content: String, _ tag: TagScanner.ScannedTag) {
        guard let last = openSections.last else { return report(closeWithoutSection(content, tag.range)) }
        if last.name != content {
            report(mismatchedClose(content, tag.range, open: last.name, last.range))
            // Where the name closes a section further out, the inner ones count as closed; otherwise the tag is ignored.
            guard let outer = openSections.lastIndex(where: { $0.name == content }) else { return }
            while openSections.count > outer + 1 { closeSection() }
        }
        closeSection()
    }

    private mutating func closeSection() {
        let section = openSections.removeLast()
        if section.isInverted {
            instructions[section.place] = .openInverted(tag: section.tag, end: instructions.count)
        } else {
            instructions[section.place] = .open(tag: section.tag, end: instructions.count)
            instructions.append(.close)
        }
    }

    private mutating func compilePartial(_ content: String, _ tag: TagScanner.ScannedTag, indentation: Range<Int>?) {
        guard isPartialName(content) else { return report(badPartialName(content, tag.range)) }
        guard let template = indexes[content] else {
            let message = "no template is called `\(content)`"
            return report(unknownTemplate(message, content, among: names, at: file.range(tag.range)))
        }
        tags.append(Tag(path: [], range: tag.range))
        instructions.append(.partial(tag: tags.count - 1, template: template, indentation: indentation))
    }

    private mutating func path(_ content: String, of tag: TagScanner.ScannedTag) -> [TemplateName]? {
        if content == "." { return [] }
        let parts = content.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy(isName) else {
            report(badName(content, tag.range))
            return nil
        }
        return parts.map { TemplateName(String(Substring($0))) }
    }

    // MARK: Text

    private mutating func appendText(_ range: Range<Int>) {
        if !range.isEmpty { instructions.append(.text(range)) }
    }

    /// For a tag that has its line for itself, removes that line's white space from the texts around it.
    /// - Returns: the white space before the tag, `nil` when the line holds anything else.
    private mutating func takeLine(of tag: TagScanner.ScannedTag) -> Range<Int>? {
        guard let line = scanner.line(around: tag.range) else { return nil }
        if case .text(let last)? = instructions.last, last.upperBound == tag.range.lowerBound {
            instructions.removeLast()
            appendText(last.lowerBound..<max(last.lowerBound, line.lowerBound))
        }
        scanner.skip(to: line.upperBound)
        return line.lowerBound..<tag.range.lowerBound
    }

    // MARK: Diagnostics

    private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private mutating func checkEncoding() {
        let repaired = String(decoding: file.bytes, as: UTF8.self).utf8
        guard let bad = zip(repaired, file.bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return }
        report(notUTF8(bad))
    }
}
