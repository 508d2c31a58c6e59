/// Gives distinct identifiers to the names of one scope, the same whatever the order of the document.
struct NameScope {
    /// A name of the document and the identifier that it would like.
    struct Wish {
        let source: String
        let identifier: String
    }

    private var taken: Set<String>

    /// - Parameter reserved: identifiers that are not to be given.
    init(reserved: Set<String> = []) { taken = reserved }

    /// One identifier for each wish, in the order of the wishes.
    ///
    /// Where several wish for one, the name that is spelled just so gets it, then the first by its bytes; the others
    /// get `2`, `3`, … behind it. A reserved one gets `suffix` behind it.
    mutating func assign(_ wishes: [Wish], reservedSuffix suffix: String = "Value") -> [String] {
        var names = [String](repeating: "", count: wishes.count)
        for index in wishes.indices.sorted(by: { Self.precedes(wishes[$0], wishes[$1]) }) {
            names[index] = claim(wishes[index].identifier, suffix: suffix)
        }
        return names
    }

    private mutating func claim(_ wanted: String, suffix: String) -> String {
        if taken.insert(wanted).inserted { return wanted }
        var number = 1
        while true {
            // The first clash may be with a reserved word: a word says more than a number there.
            let name = number == 1 ? wanted + suffix : "\(wanted)\(number)"
            let isNew = number > 1 || reservedClash(wanted)
            if isNew, taken.insert(name).inserted { return name }
            number += 1
        }
    }

    private func reservedClash(_ name: String) -> Bool {
        ReservedWords.enumerationMembers.contains(name) || ReservedWords.recordMembers.contains(name)
            || ReservedWords.methodParameters.contains(name) || ReservedWords.typeNames.contains(name)
            || ReservedWords.unionMembers.contains(name)
    }

    private static func precedes(_ left: Wish, _ right: Wish) -> Bool {
        let exact = (left.source == left.identifier, right.source == right.identifier)
        if exact.0 != exact.1 { return exact.0 }
        return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
}
