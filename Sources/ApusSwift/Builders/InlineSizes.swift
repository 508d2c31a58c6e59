import ApusIR

/// How many words a value of each declared type takes where it is stored, about.
///
/// A type is copied, assigned and destroyed by code that has a step for each of its words, those of the types inside it
/// included. A large type that stands in many others would be spelled out in each of them.
struct InlineSizes {
    /// What a property or a payload may take before it is stored elsewhere.
    static let maximumWords = 8

    private var words: [TypeID: Int] = [:]

    /// - Parameter isIndirect: whether a reference in a holder is stored elsewhere anyway.
    init(_ types: [TypeDefinition], isIndirect: (TypeReference, TypeID) -> Bool) {
        let known = Dictionary(types.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for type in types { measure(type, known, isIndirect) }
    }

    /// Whether a value of the type had better be stored elsewhere.
    func isLarge(_ reference: TypeReference) -> Bool {
        guard case .named(let id) = reference.nonNull else { return false }
        return words[id, default: 1] > Self.maximumWords
    }

    private func words(_ reference: TypeReference) -> Int {
        switch reference {
        case .named(let id): words[id, default: 1]
        case .nullable(let inner): words(inner)
        case .array, .map: 1
        case .primitive(.boolean), .primitive(.integer), .primitive(.double), .primitive(.int64), .primitive(.date): 1
        case .primitive(.int32), .primitive(.float), .primitive(.base64), .primitive(.binary): 1
        case .primitive: 2
        }
    }

    /// Measures what a type holds before the type itself, without recursion: documents nest deeply.
    private mutating func measure(
        _ root: TypeDefinition, _ known: [TypeID: TypeDefinition], _ isIndirect: (TypeReference, TypeID) -> Bool
    ) {
        var path = [root]
        var entered: Set<TypeID> = []
        while let type = path.last {
            let parts = Self.parts(type).filter { !isIndirect($0, type.id) }
            if words[type.id] == nil, entered.insert(type.id).inserted {
                path += parts.compactMap(Self.named).filter { words[$0] == nil && !entered.contains($0) }
                    .compactMap { known[$0] }
            } else {
                path.removeLast()
                if words[type.id] == nil { words[type.id] = size(type, parts) }
            }
        }
    }

    private func size(_ type: TypeDefinition, _ parts: [TypeReference]) -> Int {
        let sizes = parts.map { min(words($0), isLarge($0) ? 1 : .max) }
        return switch type.kind {
        case .record: sizes.reduce(1, +)
        case .tuple, .form: sizes.reduce(1, +)
        // A union with a large payload is stored elsewhere as a whole.
        case .union: parts.contains(where: isLarge) ? 1 : (sizes.max() ?? 1) + 1
        case .enumeration: 2
        case .alias: parts.first.map(words) ?? 1
        }
    }

    /// What a value of the type stores in place.
    private static func parts(_ type: TypeDefinition) -> [TypeReference] {
        switch type.kind {
        case .record(let record): record.fields.map(\.type)
        case .tuple(let tuple): tuple.items.map(\.type)
        case .form(let form): form.parts.map(\.field.type)
        case .union(let union): union.variants.map(\.type)
        case .alias(let target): [target]
        case .enumeration: []
        }
    }

    private static func named(_ reference: TypeReference) -> TypeID? {
        guard case .named(let id) = reference.nonNull else { return nil }
        return id
    }
}
