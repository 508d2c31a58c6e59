extension String {
    /// Whether two strings have the same UTF-8 bytes. Swift's `==` takes `é` written as one scalar or as two for equal.
    ///
    /// Keys of documents are compared very often: the lengths are compared at the call, where most comparisons end, and
    /// then eight bytes are looked at in one step.
    @inlinable
    public func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && hasSameBytes(asEquallyLong: other)
    }

    @usableFromInline
    func hasSameBytes(asEquallyLong other: String) -> Bool {
        let answer = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { Self.areEqual(.init(one), .init($0)) }
        }
        // Only strings bridged from elsewhere have no storage of their own.
        return (answer ?? nil) ?? utf8.elementsEqual(other.utf8)
    }

    private static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index + 8 <= one.count {
            let words = (
                one.loadUnaligned(fromByteOffset: index, as: UInt64.self),
                other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            )
            guard words.0 == words.1 else { return false }
            index += 8
        }
        while index < one.count {
            guard one[index] == other[index] else { return false }
            index += 1
        }
        return true
    }
}
