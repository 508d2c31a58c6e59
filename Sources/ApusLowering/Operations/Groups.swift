import ApusIR
import ApusOpenAPI
import ApusYAML

/// Which operations a client offers under one name.
extension Builder {
    /// The name that an extension gives, else the first tag's.
    func groupName(of operation: OperationObject) -> String {
        if let name = operation.extensions.text("x-apus-group", "x-speakeasy-group") { return name }
        guard let tag = operation.tags.first else { return "" }
        return groupsOfTags[tag] ?? tag
    }

    func findGroupsOfTags() -> [String: String] {
        Dictionary(document.tags.map { ($0.name, $0.groupName) }, uniquingKeysWith: { first, _ in first })
    }

    /// The groups that have operations: those of declared tags in their order, then the others by first use. Tags that
    /// look the same, and differ only in how Unicode composes them, are one.
    func groups(of operations: [Operation]) -> [OperationGroup] {
        let used = operations.map(\.group)
        var open = Set(used)
        var groups: [OperationGroup] = []
        for tag in document.tags where open.remove(tag.groupName) != nil {
            let words = Documentation(summary: tag.summary, description: tag.description)
            groups.append(OperationGroup(name: tag.groupName, documentation: words))
        }
        for name in used where open.remove(name) != nil { groups.append(OperationGroup(name: name)) }
        return groups
    }
}

extension TagObject {
    /// What its operations are grouped under: the name that an extension gives, or its own. Several tags may share one.
    fileprivate var groupName: String { extensions.text("x-apus-name") ?? name }
}

extension OrderedMap where Value == YAMLNode {
    /// Whether an extension says to leave the thing out.
    var isIgnored: Bool { flag("x-apus-ignore", "x-speakeasy-ignore") }

    /// Whether an extension says to leave the operation out of what the public is offered; `nil` where none says a thing.
    var isHidden: Bool? {
        for key in ["x-apus-ignore", "x-speakeasy-ignore", "x-internal"] {
            if case .boolean(let value) = self[key]?.scalar?.kind { return value }
        }
        return nil
    }
}
