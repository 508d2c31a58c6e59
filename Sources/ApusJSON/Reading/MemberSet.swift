/// Positions of members within one object: a word for the first 64, a list of words for the rest.
struct MemberSet {
    private var first: UInt64 = 0
    private var rest: [UInt64] = []
    private(set) var count = 0

    @inline(__always)
    func contains(_ position: Int) -> Bool {
        if position < 64 { return first & (1 &<< UInt64(position)) != 0 }
        let word = position / 64 - 1
        return word < rest.count && rest[word] & (1 &<< UInt64(position % 64)) != 0
    }

    @inline(__always)
    mutating func insert(_ position: Int) {
        guard !contains(position) else { return }
        count &+= 1
        if position < 64 { first |= 1 &<< UInt64(position) } else { insertInRest(position) }
    }

    @inline(never)
    private mutating func insertInRest(_ position: Int) {
        let word = position / 64 - 1
        while rest.count <= word { rest.append(0) }
        rest[word] |= 1 << UInt64(position % 64)
    }
}
