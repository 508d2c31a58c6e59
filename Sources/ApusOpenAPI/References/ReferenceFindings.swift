import ApusDiagnostics
import ApusYAML

/// What is said of references that lead nowhere, or not where they should.
extension ReferenceLinker {
    mutating func report(_ fault: DocumentSet.Fault, _ reference: Reference, _ kind: ReferenceKind) {
        let instead =
            reference.isMapping
            ? "the mapping is ignored" : kind == .schemas ? "any value is taken there" : "\(kind.noun) is left out"
        var diagnostic = fault.diagnostic(reference.text, at: reference.place, instead: instead)
        switch fault {
        case .malformed: diagnostic.hint = "References look like `#\(section(kind))/Name`."
        case .dangling: diagnostic.hint = lastWord(of: reference).flatMap { nearest($0, kind) }
        case .wrongKind:
            // What stands there was of no use itself, and that was said.
            let located = try? documents.locate(reference.text, from: reference.base).get()
            if located?.component(of: documents)?.section == kind { return }
            diagnostic.hint = "One of `\(section(kind).dropFirst())` is needed here."
        default: break
        }
        // A mapping is no more than a hint at what other means tell too.
        if reference.isMapping, diagnostic.severity == .error {
            diagnostic.severity = .warning
            diagnostic.message += "; the mapping is ignored"
        }
        context.report(diagnostic)
    }

    func tellInnerSchema(_ reference: Reference, _ section: ReferenceKind) {
        context.report(
            .warning(
                "reference-kind", "`\(reference.text)` is no schema; the schema of \(section.noun) is taken",
                at: reference.place.range, pointer: reference.place.pointer,
                hint: "Make the schema one of `components/schemas`, and refer to that."))
    }

    func tellIgnoredID(_ reference: Reference) {
        context.report(
            .warning(
                "reference-base",
                "`\(reference.text)` names nothing in the schema whose `$id` it is relative to; it is read as relative "
                    + "to the document",
                at: reference.place.range, pointer: reference.place.pointer,
                hint: "Leave the `$id` out, or refer to the document by its name: `openapi.yaml#/…`."))
    }

    func tellDynamic(_ reference: Reference) {
        guard case .anchor(let name) = ReferenceText(reference.text)?.fragment,
            documents.dynamicAnchors(name) > 1
        else { return }
        context.report(
            .warning(
                "dynamic-reference",
                "`$dynamicRef` is read as `$ref`: which of the `$dynamicAnchor`s `\(name)` is meant may differ from use to use",
                at: reference.place.range, pointer: reference.place.pointer, category: .limitation))
    }

    private mutating func nearest(_ name: String, _ kind: ReferenceKind) -> String? {
        guard hintsLeft > 0 else { return nil }
        hintsLeft -= 1
        let section = documents.root.node["components"]?[kind.rawValue]?.mapping
        let near = Spelling.nearest(to: name, among: (section?.pairs ?? []).lazy.map(\.key))
        return near.map { "Did you mean `#\(self.section(kind))/\($0)`?" }
    }

    /// Where the document keeps components of a kind, as a pointer: `/components/schemas`, or `/definitions`.
    private func section(_ kind: ReferenceKind) -> String {
        let tokens = ["components", kind.rawValue]
        return JSONPointer(documents.root.moves?.before(tokens) ?? tokens).description
    }

    /// The name of the component that a reference seems to mean.
    private func lastWord(of reference: Reference) -> String? {
        guard let text = ReferenceText(reference.text) else { return nil }
        if case .pointer(let written) = text.fragment {
            let tokens = documents.root.moves?.now(written) ?? written
            if tokens.count == 3, tokens[0] == "components" { return tokens[2] }
        }
        if case .file(let name) = text.document, text.fragment == .whole { return name }
        return nil
    }
}

extension ReferenceKind {
    /// One of them, for messages.
    var noun: String {
        switch self {
        case .schemas: "the schema"
        case .responses: "the response"
        case .parameters: "the parameter"
        case .examples: "the example"
        case .requestBodies: "the request body"
        case .headers: "the header"
        case .securitySchemes: "the security scheme"
        case .links: "the link"
        case .callbacks: "the callback"
        case .pathItems: "the path item"
        case .mediaTypes: "the media type"
        }
    }
}
