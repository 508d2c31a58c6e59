public import ApusDiagnostics

/// Whether the names that a template uses are those that its context offers, both ways.
///
/// Rendering reports only names in the sections that it comes to; this looks at all of them, without rendering.
public struct TemplateContract: Sendable, Hashable {
    /// An error for each place where the template, or a partial, uses a name that no context offers there.
    public fileprivate(set) var unknown: [Diagnostic] = []
    /// The paths of names that the context offers and nothing uses, such as `fields.isLast`, in the context's order.
    public fileprivate(set) var unused: [String] = []
}

extension TemplateLibrary {
    /// Compares a template and its partials with what its contexts offer.
    /// - Parameters:
    ///   - template: one of `names`; any other is a programming error.
    ///   - samples: root contexts that together show each list with an item and each optional object present; names
    ///     are taken from all of them, whatever their values.
    public func contract(of template: String, with samples: [TemplateObject]) -> TemplateContract {
        guard let names = names(usedBy: template) else { preconditionFailure("no template is called \(template)") }
        let shape = ContextShape(samples.map(TemplateValue.object))
        var checker = ContractChecker(library: self)
        checker.check(names, in: [(shape, "")])
        checker.contract.unused = shape.paths.filter { !checker.used.contains($0) }
        return checker.contract
    }
}

/// The names that values offer together; a list offers what its items offer.
private struct ContextShape {
    private(set) var members: [(name: String, shape: ContextShape)] = []

    init(_ values: [TemplateValue]) {
        var merged: [(name: String, values: [TemplateValue])] = []
        for field in Self.objects(values).flatMap(\.fields) {
            if let place = merged.firstIndex(where: { $0.name == field.name.text }) {
                merged[place].values.append(field.value)
            } else {
                merged.append((field.name.text, [field.value]))
            }
        }
        members = merged.map { ($0.name, ContextShape($0.values)) }
    }

    subscript(name: String) -> ContextShape? { members.first { $0.name == name }?.shape }

    /// The paths of all members, each before those in it.
    var paths: [String] { members.flatMap { name, shape in [name] + shape.paths.map { "\(name).\($0)" } } }

    private static func objects(_ values: [TemplateValue]) -> [TemplateObject] {
        values.flatMap { value -> [TemplateObject] in
            switch value {
            case .object(let object): [object]
            case .list(let items): objects(items)
            case .text, .bool, .none: []
            }
        }
    }
}

/// Follows the tree of a template's names with the shapes in reach, innermost last.
private struct ContractChecker {
    typealias Reach = [(shape: ContextShape, path: String)]

    let library: TemplateLibrary
    var contract = TemplateContract()
    private(set) var used: Set<String> = []
    /// Partials already followed, with what was in reach: what ends the recursion of partials.
    private var followed: Set<[String]> = []

    init(library: TemplateLibrary) { self.library = library }

    mutating func check(_ names: TemplateNames, in reach: Reach) {
        for name in names.names {
            guard let found = resolve(name, in: reach) else { continue }
            check(name.inside, in: name.use == .section ? reach + [found] : reach)
        }
        for partial in names.partials { follow(partial, in: reach) }
    }

    private mutating func follow(_ partial: String, in reach: Reach) {
        // A section over what is in reach already adds nothing, so that there are finitely many keys.
        let reach = reach.enumerated().filter { index, scope in
            !reach[(index + 1)...].contains { $0.path == scope.path }
        }.map(\.element)
        guard followed.insert([partial] + reach.map(\.path)).inserted else { return }
        guard let names = library.names(usedBy: partial) else { return }
        check(names, in: reach)
    }

    private mutating func resolve(_ name: TemplateNames.Name, in reach: Reach) -> Reach.Element? {
        guard name.path != "." else { return reach.last }
        let parts = name.path.split(separator: ".").map(String.init)
        guard var found = reach.last(where: { $0.shape[parts[0]] != nil }) else {
            let names = reach.reversed().flatMap { $0.shape.members.map(\.name) }
            return reject(name, "no context offers `\(parts[0])`", didYouMean(names, insteadOf: parts[0]))
        }
        for part in parts {
            guard let shape = found.shape[part] else {
                let names = found.shape.members.map(\.name)
                return reject(name, "`\(found.path)` offers no `\(part)`", didYouMean(names, insteadOf: part))
            }
            found = (shape, found.path.isEmpty ? part : "\(found.path).\(part)")
            used.insert(found.path)
        }
        return found
    }

    private mutating func reject(
        _ name: TemplateNames.Name, _ message: String, _ hint: String?
    ) -> Reach.Element? {
        let diagnostic = Diagnostic.error("unknown-template-name", message, at: name.location, hint: hint)
        if !contract.unknown.contains(diagnostic) { contract.unknown.append(diagnostic) }
        return nil
    }
}
