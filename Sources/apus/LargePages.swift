#if canImport(Glibc)
    import CAllocator
    import Glibc
#endif

/// How the process gets its memory.
enum LargePages {
    /// Asks for memory in large pages where the system has them for who asks: a run that needs 30 MB otherwise stops
    /// thousands of times to be given 4 KB. Elsewhere nothing happens.
    static func prefer() {
        #if canImport(Glibc)
            // The heap grows in one step, and large arrays are part of it, so that all of it can be asked for.
            guard mallopt(M_TOP_PAD, heapBytes) == 1, mallopt(M_MMAP_THRESHOLD, heapBytes / 2) == 1,
                mallopt(M_TRIM_THRESHOLD, 2 * heapBytes) == 1, let start = sbrk(0)
            else { return }
            // To ask for its size keeps the compiler from leaving out memory that nobody uses.
            guard let step = malloc(firstStep), malloc_usable_size(step) >= firstStep, let end = sbrk(0) else { return }
            free(step)
            let first = (UInt(bitPattern: start) + largePage - 1) / largePage * largePage
            guard UInt(bitPattern: end) > first, let place = UnsafeMutableRawPointer(bitPattern: first) else { return }
            // Where the system refuses, small pages do as well.
            _ = madvise(place, Int(UInt(bitPattern: end) - first), MADV_HUGEPAGE)
        #endif
    }

    /// Memory that is not touched costs nothing.
    private static let heapBytes: Int32 = 64 << 20
    /// More than the heap has at its beginning.
    private static let firstStep = 127 << 10
    private static let largePage: UInt = 2 << 20
}
