/// One value, or one member name, of a parsed document. Sixteen bytes.
///
/// A container's entry is followed by its contents: elements, or name and value in turn. `span` is the number of
/// entries of the whole subtree, so `entry + span` is what follows it.
struct TapeEntry {
    enum Kind: UInt8 {
        case null, `true`, `false`, number, string, array, object
    }

    /// Where the value begins: its first digit or sign, the byte after a string's quote, the bracket.
    var offset: UInt32
    /// Bytes of a number or of a string between its quotes; elements of an array; members of an object.
    var length: UInt32
    /// The entries of the subtree, itself included. While a container is open: the index of the container around it.
    var span: UInt32
    var kind: Kind
    /// A string that holds escapes; a number that is more than an optional minus and digits.
    var isComplex: Bool

    @inline(__always)
    init(_ kind: Kind, offset: Int, length: Int, isComplex: Bool = false) {
        self.offset = UInt32(truncatingIfNeeded: offset)
        self.length = UInt32(truncatingIfNeeded: length)
        self.span = 1
        self.kind = kind
        self.isComplex = isComplex
    }
}

extension TapeEntry.Kind {
    var jsonKind: JSONKind {
        switch self {
        case .null: .null
        case .true, .false: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

typealias TapePointer = UnsafePointer<TapeEntry>

extension UnsafePointer<TapeEntry> {
    /// What follows the subtree.
    @inline(__always) var next: TapePointer { self + Int(pointee.span) }

    /// Where an error about the value points: a string's entry begins behind its quote.
    var errorOffset: Int { Int(pointee.offset) - (pointee.kind == .string ? 1 : 0) }
}
