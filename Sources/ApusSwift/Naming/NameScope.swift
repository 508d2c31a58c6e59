/// Gives distinct identifiers to the names of one scope, the same whatever the order of the document.
struct NameScope {
    /// A name of the document and the identifier that it would like.
    struct Wish {
        let source: String
        let identifier: String
    }

    private let reserved: Set<String>
    private var taken: Set<String> = []
    /// The next number to try behind a name: a thousand equal wishes are not to be a million tries.
    private var next: [String: Int] = [:]

    /// - Parameter reserved: identifiers that are not to be given.
    init(reserved: Set<String> = []) { self.reserved = reserved }

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
        let isReserved = reserved.contains(wanted)
        let name = isReserved ? wanted + suffix : wanted
        // Most wishes come true, and each look into a set hashes the name again.
        if isReserved ? isFree(name) : taken.insert(name).inserted { return name }
        var number = next[name] ?? 2
        while !isFree(name + String(number)) { number += 1 }
        next[name] = number + 1
        return name + String(number)
    }

    private mutating func isFree(_ name: String) -> Bool {
        !reserved.contains(name) && taken.insert(name).inserted
    }

    private static func precedes(_ left: Wish, _ right: Wish) -> Bool {
        let exact = (left.source == left.identifier, right.source == right.identifier)
        if exact.0 != exact.1 { return exact.0 }
        return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
}
