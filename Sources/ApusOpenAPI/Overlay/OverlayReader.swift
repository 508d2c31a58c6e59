import ApusDiagnostics
import ApusJSONPath
import ApusYAML

/// Reads Overlay documents strictly: an overlay is written by the one who runs it, who can mend it.
struct OverlayReader {
    private(set) var diagnostics: [Diagnostic] = []
    private var minor = 0

    mutating func read(_ root: YAMLNode) -> Overlay? {
        guard let mapping = mapping(root, JSONPointer(), "an Overlay Object"), checkVersion(mapping, root) else {
            return nil
        }
        checkKeys(of: mapping, JSONPointer(), "an Overlay Object", ["overlay", "info", "extends", "actions"])
        checkInfo(mapping, root)
        let extends = mapping["extends"].flatMap { node in
            text(node, JSONPointer(["extends"])).map { ($0, node.range) }
        }
        let actions = actions(mapping, root)
        return diagnostics.contains { $0.severity == .error } ? nil : Overlay(extends: extends, actions: actions)
    }

    private mutating func checkVersion(_ mapping: YAMLMapping, _ root: YAMLNode) -> Bool {
        guard let node = mapping["overlay"] else {
            missing("overlay", "an Overlay Object", root, JSONPointer(), hint: "Write `overlay: 1.1.0` at the top.")
            return false
        }
        let pointer = JSONPointer(["overlay"])
        let parts = (node.scalar?.text ?? "").split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard node.scalar?.kind == .string, parts.count == 3, parts[0] == 1, let minor = parts[1], parts[2] != nil,
            (0...2).contains(minor)
        else {
            fail(
                "unsupported-version", "Overlay `\(node.scalar?.text ?? node.kindName)` is not read", node.range,
                pointer,
                hint: "Versions 1.0 and 1.1 are, with three numbers: `1.1.0`.")
            return false
        }
        self.minor = minor
        if minor == 2 {
            warn(
                "unsupported-version", "Overlay 1.2 is read by the rules of 1.1", node.range, pointer,
                hint: "Write `overlay: 1.1.0`.")
        }
        return true
    }

    private mutating func checkInfo(_ mapping: YAMLMapping, _ root: YAMLNode) {
        let pointer = JSONPointer(["info"])
        guard let node = mapping["info"] else {
            missing("info", "an Overlay Object", root, JSONPointer(), hint: "It holds `title` and `version`.")
            return
        }
        guard let info = self.mapping(node, pointer, "an Info Object") else { return }
        checkKeys(of: info, pointer, "an Info Object", ["title", "version", "description"])
        for key in ["title", "version"] where info[key] == nil { missing(key, "an Info Object", node, pointer) }
        for pair in info.pairs where ["title", "version", "description"].contains(pair.key) {
            _ = text(pair.value, pointer.appending(pair.key))
        }
    }

    private mutating func actions(_ mapping: YAMLMapping, _ root: YAMLNode) -> [OverlayAction] {
        let pointer = JSONPointer(["actions"])
        guard let node = mapping["actions"] else {
            missing("actions", "an Overlay Object", root, JSONPointer(), hint: "Without actions it changes nothing.")
            return []
        }
        guard let items = node.sequence, !items.isEmpty else {
            fail(
                "wrong-type", "`actions` must be a sequence with at least one action", node.range, pointer,
                hint: "Write `- target: $.info` with an `update` below it.")
            return []
        }
        var seen: Set<String> = []
        return items.enumerated().compactMap { index, item in
            let place = pointer.appending(index)
            guard seen.insert(item.canonicalText).inserted else {
                fail("duplicate-action", "the action is there already", item.range, place, hint: "Delete one of them.")
                return nil
            }
            return action(item, place)
        }
    }

    private mutating func action(_ node: YAMLNode, _ pointer: JSONPointer) -> OverlayAction? {
        guard let mapping = mapping(node, pointer, "an Action Object") else { return nil }
        checkKeys(of: mapping, pointer, "an Action Object", ["target", "description", "update", "remove", "copy"])
        if let description = mapping["description"] { _ = text(description, pointer.appending("description")) }
        guard let target = mapping["target"] else {
            missing("target", "an Action Object", node, pointer, hint: "It says what to change, such as `$.info`.")
            return nil
        }
        let removes = boolean(mapping["remove"], pointer.appending("remove"))
        let source = mapping.pair("copy").flatMap { pair in
            if minor == 0 {
                warn(
                    "unsupported-version", "`copy` is of Overlay 1.1", pair.keyRange, pointer.appending("copy"),
                    hint: "Write `overlay: 1.1.0`.")
            }
            return query(pair.value, pointer.appending("copy"))
        }
        guard let path = query(target, pointer.appending("target")) else { return nil }
        // Removing wins over the others, and an update over a copy.
        if removes { return OverlayAction(target: path, change: .remove) }
        if let update = mapping["update"] { return OverlayAction(target: path, change: .update(update)) }
        return OverlayAction(target: path, change: source.map { .copy($0) })
    }

    /// A query; names with hyphens behind a dot are common, though the grammar forbids them.
    private mutating func query(_ node: YAMLNode, _ pointer: JSONPointer) -> OverlayAction.Target? {
        guard let text = text(node, pointer) else { return nil }
        do {
            return OverlayAction.Target(path: try JSONPath(text), range: node.range, pointer: pointer)
        } catch {
            guard let path = try? JSONPath(text, allowsHyphens: true) else {
                fail(
                    "bad-query", "`\(text)` is no JSONPath query: \(error)", node.range, pointer,
                    hint: "Queries follow RFC 9535, such as `$.paths['/pets'].get`.")
                return nil
            }
            warn(
                "bad-query", "`\(text)` has a name with a hyphen behind a dot", node.range, pointer,
                hint: "Write such names in brackets and quotes, as in `['x-name']`.")
            return OverlayAction.Target(path: path, range: node.range, pointer: pointer)
        }
    }
}

extension OverlayReader {
    private mutating func mapping(_ node: YAMLNode, _ pointer: JSONPointer, _ title: String) -> YAMLMapping? {
        if let mapping = node.mapping { return mapping }
        fail(
            "wrong-type", "\(title) must be a mapping, not \(node.kindName)", node.range, pointer,
            hint: "Write keys with values.")
        return nil
    }

    private mutating func text(_ node: YAMLNode, _ pointer: JSONPointer) -> String? {
        if let scalar = node.scalar, scalar.kind == .string { return scalar.text }
        fail(
            "wrong-type", "`\(pointer.tokens.last ?? "")` must be a string, not \(node.kindName)", node.range, pointer,
            hint: "Put the value in quotes.")
        return nil
    }

    private mutating func boolean(_ node: YAMLNode?, _ pointer: JSONPointer) -> Bool {
        guard let node else { return false }
        if case .boolean(let value)? = node.scalar?.kind { return value }
        fail(
            "wrong-type", "`\(pointer.tokens.last ?? "")` must be a boolean, not \(node.kindName)", node.range, pointer,
            hint: "Write `true` or `false`.")
        return false
    }

    private mutating func checkKeys(
        of mapping: YAMLMapping, _ pointer: JSONPointer, _ title: String, _ known: [String]
    ) {
        for pair in mapping.pairs where !known.contains(pair.key) && !pair.key.isExtensionKey {
            fail(
                "unknown-key", "`\(pair.key)` is not a key of \(title)", pair.keyRange, pointer.appending(pair.key),
                hint: didYouMean(known, insteadOf: pair.key) ?? "Keys of your own begin with `x-`.")
        }
    }

    private mutating func missing(
        _ key: String, _ title: String, _ node: YAMLNode, _ pointer: JSONPointer, hint: String? = nil
    ) {
        fail("missing-key", "\(title) needs the key `\(key)`", node.range, pointer, hint: hint ?? "Add `\(key)`.")
    }

    private mutating func fail(
        _ code: String, _ message: String, _ range: SourceRange, _ pointer: JSONPointer, hint: String
    ) {
        diagnostics.append(.error(code, message, at: range, pointer: pointer, hint: hint))
    }

    private mutating func warn(
        _ code: String, _ message: String, _ range: SourceRange, _ pointer: JSONPointer, hint: String
    ) {
        diagnostics.append(.warning(code, message, at: range, pointer: pointer, hint: hint))
    }
}

extension YAMLNode {
    /// A text that is the same for equal values, wherever they stand and in whatever order their keys are.
    fileprivate var canonicalText: String {
        switch content {
        case .scalar(let scalar): return "\(scalar.kind) \(scalar.text.debugDescription)"
        case .sequence(let items): return "[" + items.map(\.canonicalText).joined(separator: ",") + "]"
        case .mapping(let mapping):
            let pairs = mapping.pairs.map { "\($0.key.debugDescription):\($0.value.canonicalText)" }
            return "{" + pairs.sorted().joined(separator: ",") + "}"
        }
    }
}
