public import ApusSwift

/// What users of a module meet when another takes its place.
public struct APIChanges: Sendable {
    /// One line each, such as `- chat.send(model:): String (breaking)`; what belongs to something new or gone is not listed.
    public let lines: [String]
    /// How many of them can break a user's code.
    public let breaking: Int

    /// Compares two modules.
    public init(from old: SwiftModule, to new: SwiftModule) {
        let (old, new) = (APIElement.all(of: old), APIElement.all(of: new))
        let (before, after) = (Self.byName(old), Self.byName(new))
        var changes: [(text: String, isBreaking: Bool)] = []
        for element in old where after[element.name] == nil {
            if let parent = element.parent, before[parent] != nil, after[parent] == nil { continue }
            changes.append((Self.text("-", element), element.kind != .failure))
        }
        for element in new where before[element.name] == nil {
            if let parent = element.parent, after[parent] != nil, before[parent] == nil { continue }
            changes.append((Self.text("+", element), element.isNeeded || element.kind == .choice))
        }
        for element in new {
            guard let known = before[element.name], known.type != element.type || known.isNeeded != element.isNeeded
            else { continue }
            // Who has a credential can still call what needs none any more.
            let isBreaking = element.kind != .credential || element.type != APIElement.none
            changes.append(
                ("~ \(element.kind.rawValue) \(element.name): \(known.shown) -> \(element.shown)", isBreaking))
        }
        lines = changes.map { $0.text + ($0.isBreaking ? " (breaking)" : "") }
        breaking = changes.count(where: \.isBreaking)
    }

    private static func byName(_ elements: [APIElement]) -> [String: APIElement] {
        Dictionary(elements.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func text(_ sign: String, _ element: APIElement) -> String {
        "\(sign) \(element.kind.rawValue) \(element.name)" + (element.type.isEmpty ? "" : ": \(element.shown)")
    }
}

extension APIElement {
    /// What it is, and whether it must be given.
    fileprivate var shown: String { type + (isNeeded ? ", needed" : "") }
}
