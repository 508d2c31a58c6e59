import ApusIR

/// How many words a value of each declared type takes where it is stored, about. Types are numbers of the index.
///
/// A type is copied, assigned and destroyed by code that has a step for each of its words, those of the types inside it
/// included. A large type that stands in many others would be spelled out in each of them.
struct InlineSizes: Sendable {
    /// What a property or a payload may take before it is stored elsewhere.
    static let maximumWords = 8

    private var words: [Int?]
    private var entered: [Bool]

    /// - Parameter cycles: what is stored elsewhere anyway.
    init(_ index: TypeIndex, _ cycles: InlineCycles) {
        words = Array(repeating: nil, count: index.types.count)
        entered = Array(repeating: false, count: index.types.count)
        for type in index.types.indices { measure(type, index, cycles) }
    }

    /// Whether a value of the type had better be stored elsewhere.
    func isLarge(_ type: Int) -> Bool { (words[type] ?? 1) > Self.maximumWords }

    /// What a value takes that is of no declared type.
    static func words(_ reference: TypeReference) -> Int {
        switch reference {
        case .nullable(let inner): words(inner)
        case .named, .array, .map: 1
        case .primitive(.boolean), .primitive(.integer), .primitive(.double), .primitive(.int64), .primitive(.date): 1
        case .primitive(.int32), .primitive(.float), .primitive(.base64), .primitive(.binary): 1
        case .primitive: 2
        }
    }

    private func words(_ use: TypeIndex.Use) -> Int {
        if use.isInline, let leaf = use.leaf { words[leaf] ?? 1 } else { use.words }
    }

    private func isLarge(_ use: TypeIndex.Use) -> Bool { use.isInline && use.leaf.map(isLarge) ?? false }

    /// Measures what a type holds before the type itself, without recursion: documents nest deeply.
    private mutating func measure(_ root: Int, _ index: TypeIndex, _ cycles: InlineCycles) {
        var path = [root]
        while let type = path.last {
            let parts = Self.parts(type, index).filter { part in
                !(part.isInline && part.leaf.map { cycles.closes($0, in: type) } ?? false)
            }
            if words[type] == nil, !entered[type] {
                entered[type] = true
                for part in parts where part.isInline {
                    if let leaf = part.leaf, words[leaf] == nil, !entered[leaf] { path.append(leaf) }
                }
            } else {
                path.removeLast()
                if words[type] == nil { words[type] = size(index.types[type].kind, parts) }
            }
        }
    }

    private func size(_ kind: TypeKind, _ parts: [TypeIndex.Use]) -> Int {
        let sizes = parts.map { isLarge($0) ? 1 : words($0) }
        return switch kind {
        case .record: sizes.reduce(1, +)
        case .tuple, .form: sizes.reduce(1, +)
        // A union with a large payload is stored elsewhere as a whole.
        case .union: parts.contains(where: isLarge) ? 1 : (sizes.max() ?? 1) + 1
        case .enumeration: 2
        case .alias: parts.first.map(words) ?? 1
        }
    }

    /// What a value of the type stores in place: all that it mentions but what its other members are, which comes last.
    private static func parts(_ type: Int, _ index: TypeIndex) -> ArraySlice<TypeIndex.Use> {
        let uses = index.uses[type]
        return switch index.types[type].kind {
        case .record(let record): uses.prefix(record.fields.count)
        case .tuple(let tuple): uses.prefix(tuple.items.count)
        case .form(let form): uses.prefix(form.parts.count)
        case .union, .alias: uses[...]
        case .enumeration: []
        }
    }
}
