#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// How much stack a read has used since it began. Generated types read themselves recursively, and only the compiler
/// knows the size of their frames; a hostile text must not find out by crashing the process.
struct StackBudget {
    private let beginning = StackBudget.currentAddress
    private let budget: UInt

    init(bytes: Int) { budget = StackBudget.isMeasurable ? UInt(max(bytes, 0)) : .max }

    /// Stacks grow downwards on every platform that Swift runs on. An address above the beginning is none of this
    /// read's.
    @inline(__always)
    var isExceeded: Bool {
        let current = StackBudget.currentAddress
        return current < beginning && beginning &- current > budget
    }

    @inline(__always)
    private static var currentAddress: UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }

    /// False under the address sanitizer, which keeps local variables off the stack.
    private static let isMeasurable: Bool = {
        #if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android)
            dlsym(dlopen(nil, RTLD_LAZY), "__asan_init") == nil
        #else
            true
        #endif
    }()
}
