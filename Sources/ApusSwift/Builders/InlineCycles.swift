import ApusIR

/// Finds types that would contain themselves in memory: cycles of fields, payloads and aliases that no array or map
/// interrupts. Tarjan's strongly connected components, without recursion.
struct InlineCycles {
    /// The component of each type that lies on a cycle.
    private(set) var components: [TypeID: Int] = [:]

    private var edges: [TypeID: [TypeID]] = [:]
    private var index: [TypeID: Int] = [:]
    private var low: [TypeID: Int] = [:]
    private var stack: [TypeID] = []
    private var onStack: Set<TypeID> = []

    init(_ types: [TypeDefinition]) {
        for type in types { edges[type.id] = TypeUsage.references(of: type).compactMap(Self.inline) }
        for type in types where index[type.id] == nil { visit(from: type.id) }
    }

    /// The type that is stored in place; arrays and maps store elsewhere.
    private static func inline(_ reference: TypeReference) -> TypeID? {
        guard case .named(let id) = reference.nonNull else { return nil }
        return id
    }

    private mutating func visit(from root: TypeID) {
        var path: [(id: TypeID, next: Int)] = []
        enter(root)
        path.append((root, 0))
        while let (id, next) = path.last {
            let targets = edges[id] ?? []
            guard next < targets.count else {
                path.removeLast()
                leave(id, parent: path.last?.id)
                continue
            }
            path[path.count - 1].next += 1
            let target = targets[next]
            if index[target] == nil {
                enter(target)
                path.append((target, 0))
            } else if onStack.contains(target) {
                low[id] = min(low[id] ?? 0, index[target] ?? 0)
            }
        }
    }

    private mutating func enter(_ id: TypeID) {
        index[id] = index.count
        low[id] = index[id]
        stack.append(id)
        onStack.insert(id)
    }

    private mutating func leave(_ id: TypeID, parent: TypeID?) {
        if let parent { low[parent] = min(low[parent] ?? 0, low[id] ?? 0) }
        guard low[id] == index[id], let position = stack.lastIndex(of: id) else { return }
        // Not a slice: one that shares the stack's storage would have all of it copied when the stack is cut.
        let members = Array(stack[position...])
        let isCycle = members.count > 1 || (edges[id] ?? []).contains(id)
        for member in members {
            onStack.remove(member)
            if isCycle { components[member] = index[id] }
        }
        stack.removeLast(members.count)
    }
}
