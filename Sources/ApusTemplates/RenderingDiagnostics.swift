import ApusDiagnostics

/// Why a name stands for nothing.
enum LookupFailure {
    /// No context offers the part; with an object when the parts before it led there.
    case unknown(part: Int, of: [TemplateName], in: TemplateObject?)
    /// The part stands for a value that has no names.
    case noObject(part: Int, of: [TemplateName], TemplateValue)
}

/// What rendering has to say about a tag: with the contexts in reach and the way there through partials.
struct RenderingDiagnostics {
    let tag: Renderer.TagReference
    let frames: [Renderer.Frame]
    let calls: [Renderer.Call]

    private var path: [TemplateName] { tag.template.tags[tag.tag].path }

    func cannotBeFound(_ failure: LookupFailure) -> Diagnostic {
        switch failure {
        case .unknown(_, let path, nil): unknownName(path[0].text)
        case .unknown(let part, let path, let object?):
            unknownMember(path[part].text, of: Array(path[..<part]).dotted, object)
        case .noObject(let part, let path, let value):
            wrongKind(
                "`\(Array(path[...part]).dotted)` is \(value.kind) and offers no `\(path[part + 1].text)`",
                hint: "Only objects have names; a list's items are reached by a section.")
        }
    }

    func cannotBeWritten(_ value: TemplateValue) -> Diagnostic {
        let name = path.dotted
        switch value {
        case .none:
            return .error(
                "absent-template-value", "`\(name)` is absent here and cannot be written out", at: tag.range,
                hint: path.isEmpty ? nil : "Write the tag inside of `{{#\(name)}}…{{/\(name)}}`.", notes: route)
        case .bool:
            return wrongKind(
                "`\(name)` is a boolean and cannot be written out",
                hint: "Choose between texts: `{{#\(name)}}…{{/\(name)}}{{^\(name)}}…{{/\(name)}}`.")
        default:
            return wrongKind(
                "`\(name)` is \(value.kind) and cannot be written out",
                hint: "Use a section: `{{#\(name)}}…{{/\(name)}}`.")
        }
    }

    func tooDeep(_ limit: Int) -> Diagnostic {
        .error(
            "template-partials-too-deep", "partials are included in each other more than \(limit) deep", at: tag.range,
            hint: "A partial that includes itself must do so in a section that is false in the end.", notes: route)
    }

    private func unknownName(_ name: String) -> Diagnostic {
        .error(
            "unknown-template-name", "no context offers `\(name)` to the template `\(tag.template.name)`",
            at: tag.range, hint: didYouMean(namesInReach, insteadOf: name), notes: contexts + route)
    }

    private func unknownMember(_ name: String, of path: String, _ object: TemplateObject) -> Diagnostic {
        .error(
            "unknown-template-name", "`\(path)` offers no `\(name)` to the template `\(tag.template.name)`",
            at: tag.range, hint: didYouMean(object.names, insteadOf: name),
            notes: [.init("`\(path)` offers \(listing(object.names))")] + route)
    }

    private func wrongKind(_ message: String, hint: String) -> Diagnostic {
        .error("template-value-kind", message, at: tag.range, hint: hint, notes: route)
    }

    private var namesInReach: [String] {
        frames.reversed().flatMap { frame -> [String] in
            if case .object(let object) = frame.value { object.names } else { [] }
        }
    }

    /// What each context offers, the innermost first.
    private var contexts: [Diagnostic.Note] {
        frames.reversed().prefix(6).map { frame in
            guard let section = frame.tag else { return .init("the root context \(frame.value.offer)") }
            let name = section.template.tags[section.tag].path.dotted
            return .init("the section `\(name)` \(frame.value.offer)", at: section.range)
        }
    }

    /// The partial tags on the way to this template, the innermost first.
    private var route: [Diagnostic.Note] {
        calls.reversed().prefix(6).map {
            .init("the template is included here", at: $0.template.range(ofTag: $0.tag))
        }
    }
}

func tooLarge(_ template: String, _ limit: Int, at location: SourceRange?) -> Diagnostic {
    .error(
        "template-output-too-large", "the text rendered from `\(template)` is larger than \(limit) bytes", at: location,
        hint: "Split the output over several files.")
}

func tooLong(_ template: String, _ limit: Int, at location: SourceRange?) -> Diagnostic {
    .error(
        "template-too-many-steps", "rendering `\(template)` takes more than \(limit) steps", at: location,
        hint: "Look for a partial that includes itself more than once.")
}

extension TemplateValue {
    fileprivate var kind: String {
        switch self {
        case .text: "a text"
        case .bool: "a boolean"
        case .list: "a list"
        case .object: "an object"
        case .none: "absent"
        }
    }

    fileprivate var offer: String {
        guard case .object(let object) = self else { return "is \(kind) and offers no names" }
        return object.names.isEmpty ? "offers no names" : "offers \(listing(object.names))"
    }
}
