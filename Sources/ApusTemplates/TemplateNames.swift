public import ApusDiagnostics

/// The names that a template, or a section of it, uses; sorted, each once per kind of use.
///
/// Its description is a stable text, a line per name, what stands in a section indented below it:
/// ```
/// #fields
///   name
///   > doc
/// ^isPublic
/// title
/// ```
public struct TemplateNames: Sendable, Hashable {
    /// How a tag uses a name.
    public enum Use: String, Sendable, Hashable, CaseIterable {
        /// Written out: `{{name}}`, `{{{name}}}` or `{{&name}}`.
        case value = ""
        /// A section `{{#name}}`.
        case section = "#"
        /// An inverted section `{{^name}}`.
        case inverted = "^"
    }

    /// A name in use.
    public struct Name: Sendable, Hashable {
        /// As it is written, with dots; `.` for the current value.
        public let path: String
        /// How it is used.
        public let use: Use
        /// The first tag that uses it so.
        public let location: SourceRange
        /// What stands in the sections over it; empty for a value.
        public fileprivate(set) var inside: TemplateNames
    }

    /// Sorted by path, then by use: value, section, inverted.
    public fileprivate(set) var names: [Name] = []
    /// The names of the partials included here, sorted.
    public fileprivate(set) var partials: [String] = []
}

extension TemplateLibrary {
    /// The names that a template uses, without those of its partials; `nil` when there is no such template.
    public func names(usedBy template: String) -> TemplateNames? {
        self.template(named: template).map { template in
            var collector = NameCollector(library: self, template: template)
            return collector.collect()
        }
    }
}

/// Turns a template's flat instructions into the tree of its names.
private struct NameCollector {
    let library: TemplateLibrary
    let template: Template
    /// The sections that are open, with where their instructions end.
    private var open: [(names: TemplateNames, name: TemplateNames.Name?, end: Int)] = [(.init(), nil, .max)]

    init(library: TemplateLibrary, template: Template) {
        self.library = library
        self.template = template
    }

    mutating func collect() -> TemplateNames {
        for (place, instruction) in template.instructions.enumerated() {
            closeSections(before: place)
            switch instruction {
            case .text, .close: break
            case .value(let tag, _): last.insert(name(tag, .value))
            case .open(let tag, let end): open.append((.init(), name(tag, .section), end))
            case .openInverted(let tag, let end): open.append((.init(), name(tag, .inverted), end))
            case .partial(_, let index, _): last.insert(library.templates[index].name)
            }
        }
        closeSections(before: template.instructions.count)
        return last
    }

    private var last: TemplateNames {
        get { open[open.count - 1].names }
        set { open[open.count - 1].names = newValue }
    }

    private mutating func closeSections(before place: Int) {
        while let section = open.last, section.end <= place, var name = section.name {
            open.removeLast()
            name.inside = section.names
            last.insert(name)
        }
    }

    private func name(_ tag: Int, _ use: TemplateNames.Use) -> TemplateNames.Name {
        .init(path: template.tags[tag].path.dotted, use: use, location: template.range(ofTag: tag), inside: .init())
    }
}

extension TemplateNames {
    fileprivate mutating func insert(_ name: Name) {
        guard let place = names.firstIndex(where: { !$0.sorts(before: name) }) else { return names.append(name) }
        guard names[place].path == name.path, names[place].use == name.use else {
            return names.insert(name, at: place)
        }
        for inner in name.inside.names { names[place].inside.insert(inner) }
        for partial in name.inside.partials { names[place].inside.insert(partial) }
    }

    fileprivate mutating func insert(_ partial: String) {
        let place = partials.firstIndex { !$0.utf8.lexicographicallyPrecedes(partial.utf8) } ?? partials.endIndex
        if place == partials.endIndex || partials[place] != partial { partials.insert(partial, at: place) }
    }
}

extension TemplateNames.Name {
    fileprivate func sorts(before other: Self) -> Bool {
        if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
        return use.rawValue.utf8.lexicographicallyPrecedes(other.use.rawValue.utf8)
    }
}

extension TemplateNames: CustomStringConvertible {
    /// One line per name and partial, as shown above.
    public var description: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        names.flatMap { [$0.use.rawValue + $0.path] + $0.inside.lines.map { "  " + $0 } } + partials.map { "> " + $0 }
    }
}
