import ApusDiagnostics
import ApusJSONPath
import ApusOpenAPI
import ApusYAML

/// Lays our overlays over a document that may have moved on since they were written.
///
/// An overlay merges what it brings into what it finds, and would so bring back a schema that its publisher took away. Here an
/// update reaches only what is there; what it cannot reach is told and left out. An action with `x-apus-adds: true` is meant to
/// bring in things of its own.
struct Patching {
    private(set) var root: YAMLNode
    private(set) var diagnostics: [Diagnostic] = []
    private let document: String

    init(root: YAMLNode, document: String) {
        self.root = root
        self.document = document
    }

    mutating func apply(_ overlay: YAMLNode) {
        guard let mapping = overlay.mapping, let actions = mapping["actions"]?.sequence else {
            // Whatever is wrong with it, its reader says so.
            return run(overlay)
        }
        for (index, action) in actions.enumerated() {
            guard let reachable = reachable(action, index) else { continue }
            let only = YAMLNode(.sequence([reachable]), range: action.range)
            let pairs = mapping.pairs.map { $0.key == "actions" ? $0.with(only) : $0 }
            run(YAMLNode(.mapping(YAMLMapping(pairs)), range: overlay.range))
        }
    }

    private mutating func run(_ overlay: YAMLNode) {
        let read = Overlay.read(overlay)
        diagnostics += read.diagnostics
        guard let overlay = read.value, !read.hasErrors else { return }
        let applied = overlay.apply(to: root, document: document)
        diagnostics += applied.diagnostics
        root = applied.value ?? root
    }

    /// The action with as much of its update as the document has places for; `nil` when nothing is left of it.
    private mutating func reachable(_ action: YAMLNode, _ index: Int) -> YAMLNode? {
        guard let mapping = action.mapping, let target = mapping["target"]?.scalar?.text,
            let path = try? JSONPath(target, allowsHyphens: true), let matches = try? path.select(in: root)
        else { return action }
        guard !matches.isEmpty else {
            gone("`\(target)` is not in the document any more", mapping["target"] ?? action, ["actions", "\(index)"])
            return nil
        }
        guard let update = mapping["update"], mapping["x-apus-adds"] == nil else { return action }
        var reach = Reach()
        let place = matches[0].steps.reduce(ObjectKind.root) { place, step in
            switch step {
            case .key(let key): place.member(key)
            case .index: place.item
            }
        }
        let rest = reach.part(of: update, over: matches[0].node, place, ["actions", "\(index)", "update"])
        for lost in reach.lost {
            gone(
                "`\(lost.keys.joined(separator: "/"))` below `\(target)` is not in the document any more", lost.node,
                lost.pointer)
        }
        guard let rest else { return nil }
        let pairs = mapping.pairs.map { $0.key == "update" ? $0.with(rest) : $0 }
        return YAMLNode(.mapping(YAMLMapping(pairs)), range: action.range)
    }

    private mutating func gone(_ message: String, _ node: YAMLNode, _ pointer: [String]) {
        diagnostics.append(
            .warning(
                "place-gone", message, at: node.range, pointer: JSONPointer(pointer),
                hint: "Take it out of the overlay, or name its new place."))
    }
}

/// What of an update meets something in the document.
private struct Reach {
    struct Lost {
        let keys: [String]
        let node: YAMLNode
        let pointer: [String]
    }

    private(set) var lost: [Lost] = []
    private var keys: [String] = []

    mutating func part(of update: YAMLNode, over node: YAMLNode, _ place: Place, _ pointer: [String]) -> YAMLNode? {
        if case .data = place { return update }
        guard let changes = update.mapping, let known = node.mapping else { return update }
        let pairs = changes.pairs.compactMap { pair -> YAMLMapping.Pair? in
            let pointer = pointer + [pair.key]
            keys.append(pair.key)
            defer { keys.removeLast() }
            if let inner = known[pair.key] {
                return part(of: pair.value, over: inner, place.member(pair.key), pointer).map(pair.with)
            }
            guard place.takesNew(pair) else {
                lost.append(Lost(keys: keys, node: pair.value, pointer: pointer))
                return nil
            }
            return pair
        }
        return pairs.isEmpty && !changes.pairs.isEmpty
            ? nil : YAMLNode(.mapping(YAMLMapping(pairs)), range: update.range)
    }
}

extension Place {
    /// Whether an update may bring this pair to an object that lacks its key: a fact or words about the object, but nothing
    /// that would be a thing of its own.
    fileprivate func takesNew(_ pair: YAMLMapping.Pair) -> Bool {
        guard case .object = self else { return false }
        if case .data = member(pair.key) { return true }
        return pair.key.hasPrefix("x-") || pair.value.mapping == nil
    }
}
