/// How much stack a read has used since it began. Generated types read themselves recursively, and only the compiler
/// knows the size of their frames; a hostile text must not find out by crashing the process.
struct StackBudget {
    private let beginning = StackBudget.currentAddress
    private let budget: UInt

    /// Distances beyond this are no distances within one stack (address sanitizers keep locals elsewhere).
    private static let implausible: UInt = 64 << 20

    init(bytes: Int) { budget = UInt(max(bytes, 0)) }

    /// Stacks grow downwards on every platform that Swift runs on. An address above the beginning wraps around to an
    /// implausible distance.
    @inline(__always)
    var isExceeded: Bool {
        let used = beginning &- StackBudget.currentAddress
        return used > budget && used < StackBudget.implausible
    }

    @inline(__always)
    private static var currentAddress: UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }
}
