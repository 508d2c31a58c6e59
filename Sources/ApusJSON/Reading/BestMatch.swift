/// Chooses between the branches of a union that nothing tells apart: of those that decode, the one that leaves the least
/// unknown, the first among equals.
///
/// What counts is a member that the type does not know, a required member that may be null and is missing, a constant that
/// is missing or has another value, a value that an enumeration does not list, and a value of a union that is none of its
/// branches, at any depth. A branch one of whose own constants is missing or has another value is none at all.
public struct BestMatch: ~Copyable {
    private var misfits = Int.max
    /// What was found before the union.
    private var outer = 0
    /// The value that an outer union's branches were tried on.
    private var outerRoot: TapePointer?
    private var outerLacksConstant = false

    /// A choice that has seen no branch.
    public init() {}

    /// The value as a `T`, when it is one, and fits better than those before.
    public mutating func better<T: JSONCodable>(_ json: borrowing JSONReader) -> T? {
        guard begins(json) else { return nil }
        let value = try? T(json: json)
        return ends(json, isDecoded: value != nil) ? value : nil
    }

    /// Nothing is better than what leaves nothing unknown. Unions inside of unions try each branch for each branch of the
    /// outer one: beyond the budget of a text the first one that fits is taken.
    private mutating func begins(_ json: borrowing JSONReader) -> Bool {
        json.document._withUnsafeGuaranteedRef { document in
            guard misfits > 0 else { return false }
            if misfits == .max {
                outer = document.choice.misfits
            } else {
                guard document.choice.trialsLeft > 0 else { return false }
                document.choice.trialsLeft -= 1
            }
            outerRoot = document.choice.root
            outerLacksConstant = document.choice.lacksConstant
            document.choice.root = json.entry
            document.choice.lacksConstant = false
            document.choice.misfits = 0
            document.choice.depth += 1
            return true
        }
    }

    private mutating func ends(_ json: borrowing JSONReader, isDecoded: Bool) -> Bool {
        json.document._withUnsafeGuaranteedRef { document in
            let isBranch = isDecoded && !document.choice.lacksConstant
            let isBetter = isBranch && document.choice.misfits < misfits
            if isBetter { misfits = document.choice.misfits }
            document.choice.misfits = outer + (misfits == .max ? 0 : misfits)
            document.choice.depth -= 1
            document.choice.root = outerRoot
            document.choice.lacksConstant = outerLacksConstant
            return isBetter
        }
    }
}

/// What is counted while branches of unions are tried.
struct UnionChoice {
    /// What the values read so far left unknown.
    var misfits = 0
    /// The value whose branches are being tried.
    var root: TapePointer?
    /// Whether a constant of that value is missing or another one: then it is not of the branch.
    var lacksConstant = false
    /// How many unions are being tried, one inside of the other.
    var depth = 0
    /// How many branches may still be tried besides one that fits.
    var trialsLeft = 10_000
}

extension JSONReader {
    /// The value, for a union none of whose branches it is.
    public func unmatchedValue() -> JSONValue {
        document._withUnsafeGuaranteedRef { $0.choice.misfits += 1 }
        return value()
    }

    /// Whether branches of a union are being tried.
    var isCompared: Bool { document._withUnsafeGuaranteedRef { $0.choice.depth > 0 } }

    func countMisfit() { document._withUnsafeGuaranteedRef { $0.choice.misfits += 1 } }
}
