import ApusDiagnostics

/// Runs a template's instructions over a context into one buffer of bytes.
///
/// No recursion: open sections and included partials lie on arrays, so that neither deep contexts nor recursive partials
/// touch the call stack.
struct Renderer {
    /// A value whose names are in reach: the root context, or that of an open section.
    struct Frame {
        var value: TemplateValue
        /// For a section over a list: the items and which of them is `value`.
        var items: [TemplateValue] = []
        var index = 0
        /// The place behind the section's `open`.
        var body = 0
        /// The section's tag, `nil` for the root.
        var tag: TagReference?
    }

    /// A template that waits for one of its partials to end.
    struct Call {
        let template: Template
        let tag: Int
        let next: Int
        let indentation: [UInt8]
        /// Whether the tag lies within a line, so that the caller's line goes on behind the partial.
        let isInline: Bool
    }

    /// A tag of one of the library's templates.
    struct TagReference: Hashable {
        let template: Template
        let tag: Int

        var range: SourceRange { template.range(ofTag: tag) }

        static func == (lhs: TagReference, rhs: TagReference) -> Bool {
            lhs.template === rhs.template && lhs.tag == rhs.tag
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(ObjectIdentifier(template))
            hasher.combine(tag)
        }
    }

    private let library: TemplateLibrary
    private let limits: TemplateLimits
    private(set) var output: [UInt8] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var frames: [Frame]
    private(set) var calls: [Call] = []
    private var template: Template
    private var next = 0
    private var steps = 0
    private var isStopped = false
    private var reported: Set<TagReference> = []
    /// What stands before each line of the current partial, and whether it is due before the next byte.
    private var indentation: [UInt8] = []
    private var indentationIsDue = true

    static let maximumDiagnostics = 50

    init(library: TemplateLibrary, template: Template, root: TemplateValue, limits: TemplateLimits) {
        self.library = library
        self.template = template
        self.limits = limits
        self.frames = [Frame(value: root)]
    }

    mutating func run() {
        while !isStopped, let instruction = nextInstruction() {
            execute(instruction)
            steps += 1
            if output.count > limits.maximumBytes || steps > limits.maximumSteps { stopAtLimit() }
        }
    }

    /// The next instruction of this template, or of the one that included it; `nil` at the end of all.
    private mutating func nextInstruction() -> Instruction? {
        while next == template.instructions.count {
            guard returnFromPartial() else { return nil }
        }
        defer { next += 1 }
        return template.instructions[next]
    }

    private mutating func execute(_ instruction: Instruction) {
        switch instruction {
        case .text(let range): writeTemplateText(range)
        case .value(let tag, let escaped): writeValue(tag, escaped: escaped)
        case .open(let tag, let end): openSection(tag, end: end)
        case .close: closeSection()
        case .openInverted(let tag, let end): if isTruthy(tag) != false { next = end }
        case .partial(let tag, let template, let indentation): include(template, tag, indentation)
        }
    }

    // MARK: Text

    private mutating func writeTemplateText(_ range: Range<Int>) {
        guard !indentation.isEmpty else { return output.append(contentsOf: template.file.bytes[range]) }
        var rest = template.file.bytes[range]
        while let lineBreak = rest.firstIndex(of: UInt8(ascii: "\n")) {
            writeIndented(rest[...lineBreak])
            indentationIsDue = true
            rest = rest[(lineBreak + 1)...]
        }
        writeIndented(rest)
    }

    /// Writes a line or a part of one. Lines without text stay empty: white space at their end would serve nobody.
    private mutating func writeIndented(_ line: ArraySlice<UInt8>) {
        guard let first = line.first else { return }
        let isEmpty = first == UInt8(ascii: "\n") || line == [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        if !isEmpty { writeDueIndentation() }
        output.append(contentsOf: line)
    }

    private mutating func writeDueIndentation() {
        guard indentationIsDue else { return }
        output.append(contentsOf: indentation)
        indentationIsDue = false
    }

    private mutating func writeValue(_ tag: Int, escaped: Bool) {
        switch lookUp(template.tags[tag].path) {
        case .found(.text(let text)):
            if !indentation.isEmpty, !text.isEmpty { writeDueIndentation() }
            if escaped, let write = library.escaper.write {
                write(text, &output)
            } else {
                output.append(contentsOf: text.utf8)
            }
        case .found(let value): report(tag) { $0.cannotBeWritten(value) }
        case .failed(let failure): report(tag) { $0.cannotBeFound(failure) }
        }
    }

    // MARK: Sections

    private mutating func openSection(_ tag: Int, end: Int) {
        let value: TemplateValue
        switch lookUp(template.tags[tag].path) {
        case .found(let found): value = found
        case .failed(let failure):
            next = end + 1
            return report(tag) { $0.cannotBeFound(failure) }
        }
        guard value.isTruthy else { return next = end + 1 }
        var frame = Frame(value: value, body: next, tag: TagReference(template: template, tag: tag))
        if case .list(let items) = value {
            frame.items = items
            frame.value = items[0]
        }
        frames.append(frame)
    }

    private mutating func closeSection() {
        let last = frames.count - 1
        let index = frames[last].index + 1
        guard index < frames[last].items.count else {
            frames.removeLast()
            return
        }
        frames[last].index = index
        frames[last].value = frames[last].items[index]
        next = frames[last].body
    }

    /// `nil` when the tag names nothing, which is reported.
    private mutating func isTruthy(_ tag: Int) -> Bool? {
        switch lookUp(template.tags[tag].path) {
        case .found(let value): return value.isTruthy
        case .failed(let failure):
            report(tag) { $0.cannotBeFound(failure) }
            return nil
        }
    }

    // MARK: Partials

    private mutating func include(_ index: Int, _ tag: Int, _ tagIndentation: Range<Int>?) {
        guard calls.count < limits.maximumPartialDepth else {
            report(tag) { [limits] in $0.tooDeep(limits.maximumPartialDepth) }
            return isStopped = true
        }
        calls.append(
            Call(
                template: template, tag: tag, next: next, indentation: indentation, isInline: tagIndentation == nil))
        if let tagIndentation {
            indentation += template.file.bytes[tagIndentation]
            indentationIsDue = true
        } else {
            // The partial goes on with a line of its caller, whose indentation is due whatever comes.
            writeDueIndentation()
            indentation = []
        }
        template = library.templates[index]
        next = 0
    }

    /// Goes back to the template that included this one; `false` when there is none.
    private mutating func returnFromPartial() -> Bool {
        guard let call = calls.popLast() else { return false }
        template = call.template
        next = call.next
        indentation = call.indentation
        if call.isInline { indentationIsDue = false }
        return true
    }

    // MARK: Names

    enum Lookup {
        case found(TemplateValue)
        case failed(LookupFailure)
    }

    /// Finds the first name in the innermost context that offers it and the others in what the one before stands for.
    private func lookUp(_ path: [TemplateName]) -> Lookup {
        guard let first = path.first else { return .found(frames[frames.count - 1].value) }
        guard var value = find(first) else { return .failed(.unknown(part: 0, of: path, in: nil)) }
        for part in path.indices.dropFirst() {
            guard case .object(let object) = value else {
                return .failed(.noObject(part: part - 1, of: path, value))
            }
            guard let inner = object[path[part]] else { return .failed(.unknown(part: part, of: path, in: object)) }
            value = inner
        }
        return .found(value)
    }

    private func find(_ name: TemplateName) -> TemplateValue? {
        var index = frames.count - 1
        while index >= 0 {
            if case .object(let object) = frames[index].value, let value = object[name] { return value }
            index -= 1
        }
        return nil
    }

    // MARK: Diagnostics

    private mutating func report(_ tag: Int, _ diagnostic: (RenderingDiagnostics) -> Diagnostic) {
        let reference = TagReference(template: template, tag: tag)
        guard reported.insert(reference).inserted else { return }
        diagnostics.append(diagnostic(.init(tag: reference, frames: frames, calls: calls)))
        if diagnostics.count == Self.maximumDiagnostics { isStopped = true }
    }

    /// Reports a limit at the next tag or text, where there is one.
    private mutating func stopAtLimit() {
        let location = next < template.instructions.count ? template.range(ofInstruction: next) : nil
        diagnostics.append(
            output.count > limits.maximumBytes
                ? tooLarge(template.name, limits.maximumBytes, at: location)
                : tooLong(template.name, limits.maximumSteps, at: location))
        isStopped = true
    }
}

extension TemplateValue {
    /// Whether a section over the value is rendered.
    var isTruthy: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .bool(let value): value
        case .list(let items): !items.isEmpty
        case .object: true
        case .none: false
        }
    }
}
