import ApusDiagnostics
import ApusJSONPath
import ApusYAML

/// Runs the actions of an overlay, each on what the one before it left.
struct OverlayApplication {
    private(set) var root: YAMLNode
    private(set) var diagnostics: [Diagnostic] = []
    /// Nodes that may still be brought in: a copy of the document into itself would double it each time.
    private var nodesLeft = 2_000_000
    private static let maximumDepth = YAMLLimits().maximumDepth

    init(root: YAMLNode) { self.root = root }

    /// Names are compared, not places: nothing is fetched, and overlays are moved about.
    mutating func check(extends: String, at range: SourceRange, _ document: String) {
        let wanted = extends.split(whereSeparator: { "?#".contains($0) }).first ?? ""
        let name = wanted.split(separator: "/").last.map(String.init) ?? ""
        let given = document.split(separator: "/").last.map(String.init) ?? ""
        guard !name.isEmpty, name != given else { return }
        diagnostics.append(
            .warning(
                "overlay-extends", "the overlay says that it is for `\(extends)` and is laid over `\(given)`",
                at: range,
                pointer: JSONPointer(["extends"]), hint: "Change `extends`, or leave this overlay out."))
    }

    mutating func run(_ action: OverlayAction) {
        guard let change = action.change else {
            let known = "Give it `update`, `remove: true` or `copy`."
            return say(.warning, "overlay-no-change", "the action changes nothing", action.target, hint: known)
        }
        guard let matches = select(action.target) else { return }
        guard !matches.isEmpty else {
            return say(
                .warning, "overlay-no-match", "`\(action.target.path.text)` selects nothing of the document",
                action.target, hint: "Look at the document's keys with `apus dump --stage yaml`.")
        }
        switch change {
        case .remove: remove(matches, action.target)
        case .update(let value): update(matches, with: value, action.target)
        case .copy(let source): copy(from: source, to: matches, action.target)
        }
    }

    private mutating func select(_ target: OverlayAction.Target) -> [JSONPathMatch]? {
        do {
            return try target.path.select(in: root)
        } catch {
            let hint = "Say more exactly where to look: `..` visits everything."
            say(.error, "overlay-budget", "\(error)", target, hint: hint)
            return nil
        }
    }

    private mutating func remove(_ matches: [JSONPathMatch], _ target: OverlayAction.Target) {
        guard let rest = LocationTree(matches).edit(root, { _ in nil }) else {
            return say(
                .error, "overlay-root", "the whole document would be removed", target, hint: "Name a part of it.")
        }
        root = rest
    }

    private mutating func copy(
        from source: OverlayAction.Target, to matches: [JSONPathMatch], _ target: OverlayAction.Target
    ) {
        guard let sources = select(source) else { return }
        guard sources.count == 1 else {
            let hint = "A copy is of exactly one node."
            let message = "`\(source.path.text)` selects \(sources.count) nodes of the document"
            return say(.error, "overlay-copy", message, source, hint: hint)
        }
        update(matches, with: sources[0].node, target)
    }

    private mutating func update(
        _ matches: [JSONPathMatch], with value: YAMLNode, _ target: OverlayAction.Target
    ) {
        let size = value.size
        let (needed, overflow) = size.nodes.multipliedReportingOverflow(by: matches.count)
        let depth = (matches.map(\.steps.count).max() ?? 0) + size.height + 1
        guard !overflow, needed <= nodesLeft, depth <= Self.maximumDepth else {
            let hint = "Select less, or bring in less."
            return say(.error, "overlay-budget", "the action makes the document too large", target, hint: hint)
        }
        nodesLeft -= needed
        if let misfit = matches.first(where: { !$0.node.takes(value) }) {
            let message = "\(value.kindName) cannot be laid over \(misfit.node.kindName), which `\(misfit.path)` is"
            return say(.error, "overlay-kind", message, target, hint: "Bring in a value of the same kind.")
        }
        root = LocationTree(matches).edit(root) { $0.updated(with: value) } ?? root
    }

    private mutating func say(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ target: OverlayAction.Target, hint: String
    ) {
        diagnostics.append(
            Diagnostic(severity, code: code, message, at: target.range, pointer: target.pointer, hint: hint))
    }
}

extension YAMLNode {
    /// How many nodes the value has, and how many levels below it.
    fileprivate var size: (nodes: Int, height: Int) {
        let children: [YAMLNode]
        switch content {
        case .scalar: return (1, 0)
        case .sequence(let items): children = items
        case .mapping(let mapping): children = mapping.pairs.map(\.value)
        }
        return children.reduce(into: (1, 1)) { sum, child in
            let size = child.size
            sum = (sum.0 + size.nodes, max(sum.1, size.height + 1))
        }
    }

    /// An object takes objects and an array takes anything; a primitive value is replaced by another.
    fileprivate func takes(_ update: YAMLNode) -> Bool {
        switch content {
        case .mapping: update.mapping != nil
        case .sequence: true
        case .scalar: update.scalar != nil
        }
    }

    /// An item that an array takes becomes its last; everything else is merged.
    fileprivate func updated(with update: YAMLNode) -> YAMLNode {
        guard let items = sequence, update.sequence == nil else { return merged(with: update) }
        return YAMLNode(.sequence(items + [update]), range: range)
    }

    /// Objects are merged key by key, arrays are joined, anything else is replaced.
    private func merged(with update: YAMLNode) -> YAMLNode {
        if let items = sequence, let more = update.sequence {
            return YAMLNode(.sequence(items + more), range: range)
        }
        guard let mapping, let changes = update.mapping else { return update }
        var known: Set<ByteKey> = []
        var pairs = mapping.pairs.map { pair in
            known.insert(ByteKey(pair.key))
            guard let change = changes[pair.key] else { return pair }
            return YAMLMapping.Pair(key: pair.key, keyRange: pair.keyRange, value: pair.value.merged(with: change))
        }
        pairs += changes.pairs.filter { !known.contains(ByteKey($0.key)) }
        return YAMLNode(.mapping(YAMLMapping(pairs)), range: range)
    }
}
