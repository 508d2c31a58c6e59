import ApusDiagnostics

/// A place of an upgraded tree, as far as what stands there or below came from another place.
final class MovedNode: Sendable {
    /// Where it stood before; `nil` where only something below has moved.
    let origin: DocumentPath?
    /// Whether it is one of several copies, of which references mean another.
    let isCopy: Bool
    /// What is below, by key or index.
    let children: [ByteKey: MovedNode]

    init(origin: DocumentPath?, isCopy: Bool = false, children: [ByteKey: MovedNode] = [:]) {
        self.origin = origin
        self.isCopy = isCopy
        self.children = children
    }
}

/// Leads from places before an upgrade to those after it, and back. What is below a place that moved has moved with it,
/// unless it moved by itself.
struct Moves {
    private final class Step {
        var target: [String]?
        var children: [ByteKey: Step] = [:]
    }

    private let forward = Step()
    private let backward = Step()

    init(_ root: MovedNode) { add(root, at: []) }

    private func add(_ node: MovedNode, at tokens: [String]) {
        if let origin = node.origin {
            let before = origin.tokens
            Self.keep(before, at: tokens, in: backward)
            if !node.isCopy { Self.keep(tokens, at: before, in: forward) }
        }
        for (key, child) in node.children.sorted(by: { $0.key.text < $1.key.text }) {
            add(child, at: tokens + [key.text])
        }
    }

    private static func keep(_ target: [String], at tokens: [String], in root: Step) {
        var step = root
        for token in tokens {
            let key = ByteKey(token)
            let next = step.children[key] ?? Step()
            step.children[key] = next
            step = next
        }
        if step.target == nil { step.target = target }
    }

    /// Where the upgraded tree has what stood at a place.
    func now(_ tokens: [String]) -> [String] { Self.follow(tokens, from: forward) }

    /// Where what the upgraded tree has at a place stood.
    func before(_ tokens: [String]) -> [String] { Self.follow(tokens, from: backward) }

    private static func follow(_ tokens: [String], from root: Step) -> [String] {
        var step = root
        var (target, rest) = (root.target ?? [], tokens[...])
        for (index, token) in tokens.enumerated() {
            guard let next = step.children[ByteKey(token)] else { break }
            step = next
            if let found = next.target { (target, rest) = (found, tokens[(index + 1)...]) }
        }
        return target + rest
    }
}
