public import ApusDiagnostics

/// The door of the room: named template texts in, bytes out.
///
/// The language is logic-less Mustache made strict (`docs/templates.md`): a name that nothing offers is an error with the
/// template's line and column, never an empty text. Steps: scan tags → check and compile each template to a flat list of
/// instructions → run the instructions over a context. The room knows nothing of what the templates are about.
public struct TemplateLibrary: Sendable {
    let templates: [Template]
    let indexes: [String: Int]
    let escaper: TemplateEscaper

    /// The templates' names, sorted by their UTF-8 bytes.
    public var names: [String] { templates.map(\.name) }

    /// Parses templates.
    ///
    /// A template may include any other of the library, whatever their order. With errors in the diagnostics the
    /// library holds what could be read; rendering it makes no sense.
    /// - Parameters:
    ///   - sources: the templates, in any order.
    ///   - escaper: what `{{name}}` does to a text; `{{{name}}}` and `{{&name}}` never escape.
    public static func parse(
        _ sources: [TemplateSource], escaper: TemplateEscaper = .none
    ) -> Checked<TemplateLibrary> {
        var diagnostics: [Diagnostic] = []
        let unique = withoutDuplicates(sources, &diagnostics)
        let indexes = Dictionary(uniqueKeysWithValues: unique.enumerated().map { ($1.name, $0) })
        let names = unique.map(\.name)
        let templates = unique.map { source in
            var parser = TemplateParser(source, names: names, indexes: indexes)
            let template = parser.parse()
            diagnostics += parser.diagnostics
            return template
        }
        return Checked(TemplateLibrary(templates: templates, indexes: indexes, escaper: escaper), diagnostics)
    }

    /// Renders a template.
    ///
    /// Rendering goes on after an error in a tag, as if the tag were not there, so that one run reports all of them;
    /// each tag is reported once. It stops when a limit is reached or after 50 errors. With errors in the diagnostics
    /// the bytes are incomplete and must not be used.
    /// - Parameters:
    ///   - name: one of `names`.
    ///   - context: what the names in the template stand for.
    ///   - limits: budgets on output and work.
    /// - Returns: the rendered UTF-8 bytes.
    public func render(
        _ name: String, _ context: TemplateObject, limits: TemplateLimits = .init()
    ) -> Checked<[UInt8]> {
        render(name, value: .object(context), limits: limits)
    }

    /// Renders with any value as the root context, as the public Mustache cases need it.
    func render(_ name: String, value: TemplateValue, limits: TemplateLimits = .init()) -> Checked<[UInt8]> {
        guard let template = template(named: name) else {
            return Checked([], [unknownTemplate("no template is called `\(name)`", name, among: names, at: nil)])
        }
        var renderer = Renderer(library: self, template: template, root: value, limits: limits)
        renderer.run()
        return Checked(renderer.output, renderer.diagnostics)
    }

    func template(named name: String) -> Template? { indexes[name].map { templates[$0] } }

    /// Sorts the sources and keeps one of each name, with an error for every other.
    private static func withoutDuplicates(
        _ sources: [TemplateSource], _ diagnostics: inout [Diagnostic]
    ) -> [TemplateSource] {
        var unique: [TemplateSource] = []
        for source in sources.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            if let first = unique.last, first.name == source.name {
                diagnostics.append(
                    .error(
                        "duplicate-template", "two templates are called `\(source.name)`",
                        at: source.file.range(0..<0), hint: "Rename or remove one of the two files.",
                        notes: [.init("the other one", at: first.file.range(0..<0))]))
            } else {
                unique.append(source)
            }
        }
        return unique
    }
}
