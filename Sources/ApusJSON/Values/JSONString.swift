/// A string compared by its bytes. JSON strings are sequences of scalars (RFC 8259, section 8.3), while `String`
/// takes canonically equivalent ones ("é" as one scalar or two) for equal.
struct JSONString: Hashable {
    let string: String

    init(_ string: String) { self.string = string }

    static func == (left: JSONString, right: JSONString) -> Bool {
        areIdentical(left.string, right.string)
    }

    func hash(into hasher: inout Hasher) {
        var copy = string
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }

    /// Whether two strings have the same bytes.
    static func areIdentical(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return right.utf8.withContiguousStorageIfAvailable { has(left, $0) } ?? left.utf8.elementsEqual(right.utf8)
    }

    /// Whether a string has these bytes.
    @inline(__always)
    static func has(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard string.utf8.count == bytes.count else { return false }
        let isEqual = string.utf8.withContiguousStorageIfAvailable { own in
            guard let left = own.baseAddress, let right = bytes.baseAddress else { return true }
            return equalBytes(left, right, count: bytes.count)
        }
        return isEqual ?? string.utf8.elementsEqual(bytes)
    }
}
