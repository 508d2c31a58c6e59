import ApusDiagnostics
import CLibYAML

/// libyaml's event loop.
///
/// Who owns what: the parser lives at one address from creation to deletion, because libyaml keeps a pointer to it;
/// every event that libyaml hands out is deleted once, when its turn of the loop ends, however it ends.
struct LibYAML {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: CheckedText
    private let separators: LineSeparators?
    /// What libyaml's columns lack on the first line: it is not shown the byte order mark, which `SourceFile` counts.
    private let firstColumn: Int
    private let lineCount: Int

    private init(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ text: CheckedText, _ separators: LineSeparators?) {
        self.parser = parser
        self.text = text
        self.separators = separators
        firstColumn = text.start > 0 ? 2 : 1
        lineCount = text.file.lineStarts.count
    }

    /// Reads one document into the builder.
    static func read(_ text: CheckedText, into builder: inout NodeBuilder) throws(Unreadable) {
        let separators = text.hasUnicodeBreaks ? try LineSeparators(text) : nil
        let bytes = separators?.bytes ?? text.file.bytes
        let start = separators == nil ? text.start : 0
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { throw LibYAMLProblem.outOfMemory(text.file) }
        defer { yaml_parser_delete(parser) }
        try bytes.withUnsafeBufferPointer { bytes throws(Unreadable) in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            let reader = LibYAML(parser, text, separators)
            var event = yaml_event_t()
            while try reader.step(&event, &builder) {}
        }
    }

    /// Takes one event.
    /// - Returns: whether more are to come.
    private func step(_ event: inout yaml_event_t, _ builder: inout NodeBuilder) throws(Unreadable) -> Bool {
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_SCALAR_EVENT: try scalar(event, &builder)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try begin(event, isMapping: true, anchor: start.anchor, tag: start.tag, &builder)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try begin(event, isMapping: false, anchor: start.anchor, tag: start.tag, &builder)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try end(event, &builder)
        case YAML_ALIAS_EVENT: try builder.alias(String(cString: event.data.alias.anchor), at: place(event))
        case YAML_DOCUMENT_END_EVENT:
            try refuseMore(behind: event)
            return false
        case YAML_STREAM_END_EVENT:
            throw LibYAMLProblem.empty(text.file)
        default: break
        }
        return true
    }

    private func scalar(_ event: yaml_event_t, _ builder: inout NodeBuilder) throws(Unreadable) {
        let data = event.data.scalar
        let bytes = UnsafeBufferPointer<UInt8>(start: data.value, count: data.length)
        let place = place(event)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        var text = String(decoding: bytes, as: UTF8.self)
        if let separators { text = separators.restore(text) }
        var isMerge = isPlain && data.tag == nil && text == "<<"
        var scalar = YAMLScalar(text: text, kind: isPlain ? CoreSchema.kind(of: bytes) : .string)
        if let tag = data.tag.map({ Tag(String(cString: $0)) }) {
            scalar = try tag.apply(to: scalar, bytes, at: place, &builder)
            isMerge = tag.isMerge(text)
        }
        try builder.scalar(
            consume scalar, isMerge: isMerge, anchor: data.anchor.map { String(cString: $0) }, at: place)
    }

    private func begin(
        _ event: yaml_event_t, isMapping: Bool, anchor: UnsafeMutablePointer<UInt8>?,
        tag: UnsafeMutablePointer<UInt8>?, _ builder: inout NodeBuilder
    ) throws(Unreadable) {
        let place = place(event)
        if let tag { try Tag(String(cString: tag)).check(isMapping: isMapping, at: place, &builder) }
        try builder.begin(isMapping: isMapping, anchor: anchor.map { String(cString: $0) }, at: place)
    }

    /// A bracket has a width; the end of a block collection has none and lies at whatever comes next.
    private func end(_ event: yaml_event_t, _ builder: inout NodeBuilder) throws(Unreadable) {
        let isFlow = event.start_mark.index < event.end_mark.index
        try builder.end(at: isFlow ? position(event.end_mark) : nil)
    }

    /// Looks at what stands behind the document itself: libyaml would read directives there before it says a word.
    private func refuseMore(behind event: yaml_event_t) throws(Unreadable) {
        let file = text.file
        let end = position(event.end_mark)
        var rest = Prologue(bytes: file.bytes, offset: file.lineStarts[end.line - 1])
        rest.skipScalars(end.column - 1)
        while let offset = rest.next(), file.bytes[offset...].starts(with: "...".utf8) { rest.offset += 3 }
        guard let offset = rest.next() else { return }
        switch file.bytes[offset] {
        case UInt8(ascii: "%"): throw DirectiveCheck.refused(file, offset)
        case _ where event.data.document_end.implicit == 0 || file.bytes[offset...].starts(with: "---".utf8):
            throw LibYAMLProblem.secondDocument(file, file.position(atOffset: offset))
        default:
            var next = yaml_event_t()
            guard yaml_parser_parse(parser, &next) == 1 else { throw problem() }
            yaml_event_delete(&next)
            throw LibYAMLProblem.secondDocument(file, file.position(atOffset: offset))
        }
    }

    private func problem() -> Unreadable {
        LibYAMLProblem(parser.pointee, file: text.file, position: position).unreadable
    }

    // MARK: Places

    private func place(_ event: yaml_event_t) -> Place {
        Place(position(event.start_mark), position(event.end_mark))
    }

    /// libyaml counts lines and columns from 0, columns in characters. At the end of a text without a final line break
    /// it pretends one.
    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        guard mark.line < lineCount else { return text.file.position(atOffset: text.file.bytes.count) }
        return SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + (mark.line == 0 ? firstColumn : 1))
    }
}
