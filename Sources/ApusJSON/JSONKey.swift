/// The key of a member as a literal: `"id"`. The address of its UTF-8 and its length, a word less than a `StaticString`, which tells of
/// each literal what all these have in common; a module names thousands of keys.
public struct JSONKey: ExpressibleByStringLiteral, Sendable {
    @usableFromInline
    let bytes: UInt
    @usableFromInline
    let count: Int

    /// The key that a literal is.
    @inlinable
    @inline(__always)
    public init(stringLiteral text: StaticString) {
        bytes = UInt(bitPattern: text.utf8Start)
        count = text.utf8CodeUnitCount
    }

    /// The UTF-8 of the key.
    @inline(__always)
    var utf8Bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: bytes), count: count)
    }

    /// The key as a string, for error paths.
    var asString: String { String(decoding: utf8Bytes, as: UTF8.self) }
}
