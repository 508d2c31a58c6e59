/// Finds types that would contain themselves in memory: cycles of fields, payloads and aliases that no array or map
/// interrupts. Tarjan's strongly connected components, without recursion. Types are numbers of the index.
struct InlineCycles: Sendable {
    /// The component of each type that lies on a cycle.
    private var components: [Int?]

    private let edges: [[Int]]
    private var order: [Int?]
    private var low: [Int]
    private var stack: [Int] = []
    private var onStack: [Bool]
    private var entered = 0

    init(_ index: TypeIndex) {
        let count = index.types.count
        edges = index.uses.map { uses in uses.compactMap { $0.isInline ? $0.leaf : nil } }
        components = Array(repeating: nil, count: count)
        order = Array(repeating: nil, count: count)
        low = Array(repeating: 0, count: count)
        onStack = Array(repeating: false, count: count)
        for type in edges.indices where order[type] == nil { visit(from: type) }
    }

    /// Whether a type contains itself.
    func contains(_ type: Int) -> Bool { components[type] != nil }

    /// Whether a value of `target` stored in `holder` would make `holder` contain itself.
    func closes(_ target: Int, in holder: Int) -> Bool {
        components[holder] != nil && components[holder] == components[target]
    }

    private mutating func visit(from root: Int) {
        var path: [(type: Int, next: Int)] = []
        enter(root)
        path.append((root, 0))
        while let (type, next) = path.last {
            guard next < edges[type].count else {
                path.removeLast()
                leave(type, parent: path.last?.type)
                continue
            }
            path[path.count - 1].next += 1
            let target = edges[type][next]
            if order[target] == nil {
                enter(target)
                path.append((target, 0))
            } else if onStack[target] {
                low[type] = min(low[type], order[target] ?? 0)
            }
        }
    }

    private mutating func enter(_ type: Int) {
        order[type] = entered
        low[type] = entered
        entered += 1
        stack.append(type)
        onStack[type] = true
    }

    private mutating func leave(_ type: Int, parent: Int?) {
        if let parent { low[parent] = min(low[parent], low[type]) }
        guard low[type] == order[type], let position = stack.lastIndex(of: type) else { return }
        // Not a slice: one that shares the stack's storage would have all of it copied when the stack is cut.
        let members = Array(stack[position...])
        let isCycle = members.count > 1 || edges[type].contains(type)
        for member in members {
            onStack[member] = false
            if isCycle { components[member] = order[type] }
        }
        stack.removeLast(members.count)
    }
}
