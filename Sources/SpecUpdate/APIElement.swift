import ApusSwift

/// A thing of a generated module that its users can name.
struct APIElement: Hashable {
    enum Kind: String {
        case operation, argument, type, member, value
        /// The security schemes that a call is sent with.
        case credential
        /// A case of an enumeration that users switch over.
        case choice
        case failure
    }

    var kind: Kind
    /// Its path, such as `chat.send` or `ChatRequest.model`.
    var name: String
    /// What it is: a spelled type, or the kind of a type.
    var type: String
    /// Whether its user must give it.
    var isNeeded = false
    /// The path of what it belongs to.
    var parent: String?
}

extension APIElement {
    /// The type of a credential where a call needs none.
    static let none = "none"

    /// Everything that users of the module can name, in its order.
    static func all(of module: SwiftModule) -> [APIElement] {
        let cases = module.error.cases
        return module.operations.flatMap { file in
            file.operations.flatMap { operation($0, in: file.group.property, cases) } + file.types.flatMap(type)
        } + module.models.flatMap { $0.types.flatMap(type) }
            + cases.map {
                APIElement(kind: .choice, name: "\(module.error.name).\($0.name)", type: $0.body)
            }
    }

    private static func operation(
        _ operation: OperationDeclaration, in group: String?, _ cases: [ErrorDeclaration.Case]
    ) -> [APIElement] {
        let name = (group.map { $0 + "." } ?? "") + operation.method
        var elements = [APIElement(kind: .operation, name: name, type: operation.output)]
        if let pages = operation.pages {
            let name = (group.map { $0 + "." } ?? "") + pages.method
            elements.append(
                APIElement(kind: .operation, name: name, type: "pages of \(pages.item ?? operation.output)"))
        }
        elements += operation.parameters.map {
            APIElement(
                kind: .argument, name: "\(name)(\($0.label):)", type: $0.type, isNeeded: $0.defaultValue == nil,
                parent: name)
        }
        let alternatives = operation.security.map { $0.filter { !"[]\"".contains($0) } }
        elements.append(
            APIElement(
                kind: .credential, name: "of \(name)",
                type: alternatives.isEmpty ? none : alternatives.joined(separator: " or "),
                parent: name))
        // The number of an error's case says nothing to users, and differs from module to module.
        elements += operation.errors.map { error in
            let status = error.split(separator: ",", maxSplits: 1).first.map(String.init) ?? error
            return APIElement(
                kind: .failure, name: "\(name) throws \(status.replacing(".init(", with: ""))", type: "", parent: name)
        }
        return elements
    }

    private static func type(_ type: TypeDeclaration) -> [APIElement] {
        let name = (type.scope.map { $0 + "." } ?? "") + type.name
        func own(_ kind: String) -> APIElement {
            APIElement(kind: .type, name: name, type: kind, parent: type.scope)
        }
        func member(
            _ kind: Kind, _ member: String, _ type: String, isNeeded: Bool = false
        ) -> APIElement {
            APIElement(kind: kind, name: "\(name).\(member)", type: type, isNeeded: isNeeded, parent: name)
        }
        switch type.kind {
        case .alias(let spelled): return [own(spelled)]
        case .enumeration(let enumeration):
            return [own("values")] + enumeration.cases.map { member(.value, $0.name, $0.valueLiteral) }
        case .union(let union):
            return [own("choices")] + union.variants.map { member(.choice, $0.name, $0.type) }
        case .tuple(let tuple):
            return [own("items")]
                + tuple.items.map { member(.member, $0.name, $0.type, isNeeded: $0.defaultValue == nil) }
        case .form(let form):
            return [own("parts")]
                + form.parts.map { member(.member, $0.name, $0.type, isNeeded: $0.defaultValue == nil) }
        case .record(let record):
            return [own("members")]
                + record.properties.map { member(.member, $0.name, $0.type, isNeeded: $0.defaultValue == nil) }
        }
    }
}
