import ApusDiagnostics

/// A parsed template: a flat list of instructions over the bytes of its file, so that rendering needs no recursion.
final class Template: Sendable {
    let name: String
    let file: SourceFile
    let tags: [Tag]
    let instructions: [Instruction]

    init(name: String, file: SourceFile, tags: [Tag], instructions: [Instruction]) {
        self.name = name
        self.file = file
        self.tags = tags
        self.instructions = instructions
    }

    /// A tag's place in the file.
    func range(ofTag index: Int) -> SourceRange { file.range(tags[index].range) }

    /// An instruction's place in the file; the end of a section has none.
    func range(ofInstruction index: Int) -> SourceRange? {
        switch instructions[index] {
        case .text(let range): file.range(range.lowerBound..<range.lowerBound)
        case .value(let tag, _), .open(let tag, _), .openInverted(let tag, _), .partial(let tag, _, _):
            range(ofTag: tag)
        case .close: nil
        }
    }
}

/// A tag that has something to look up: its names and its place.
struct Tag: Sendable {
    /// Empty for `.`.
    let path: [TemplateName]
    /// Byte offsets of the whole tag with its braces.
    let range: Range<Int>
}

/// One step of rendering. Tags are indexes into `Template.tags`, places are indexes into `Template.instructions`.
enum Instruction: Sendable {
    /// Writes bytes of the template's file.
    case text(Range<Int>)
    /// Writes a text of the context.
    case value(tag: Int, escaped: Bool)
    /// Begins a section; `end` is the place of its `close`.
    case open(tag: Int, end: Int)
    /// Ends a section, or goes back to behind its `open` for the next item.
    case close
    /// Goes on when the value is false; otherwise at `end`, just behind the section.
    case openInverted(tag: Int, end: Int)
    /// Renders another template of the library. `indentation` is the bytes before a tag that has its line for itself,
    /// `nil` for a tag within a line.
    case partial(tag: Int, template: Int, indentation: Range<Int>?)
}

extension SourceFile {
    /// The range of byte offsets.
    func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(
            file: self, start: position(atOffset: offsets.lowerBound), end: position(atOffset: offsets.upperBound))
    }
}
