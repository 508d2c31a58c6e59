/// What reading a JSON text may cost. JSON from outside is untrusted.
public struct JSONLimits: Sendable, Hashable {
    /// How deep arrays and objects may nest; a scalar alone has depth 0. With the default, 128, every step fits the
    /// 512 KiB stack of a secondary thread: reading, `JSONValue`, `==`, hashing, writing, deallocation.
    public var maximumDepth: Int
    /// The longest text, in bytes. At most 2^32 − 2, whatever is asked for.
    public var maximumBytes: Int
    /// How much stack reading may use, in bytes. The depth of recursive types costs stack, and how much depends on how
    /// wide they are; the default, 256 KiB, is half of what a secondary thread has.
    public var maximumStackBytes: Int

    /// Limits of 128 levels, 64 MiB of text and 256 KiB of stack unless told otherwise.
    public init(maximumDepth: Int = 128, maximumBytes: Int = 64 << 20, maximumStackBytes: Int = 256 << 10) {
        self.maximumDepth = maximumDepth
        self.maximumBytes = maximumBytes
        self.maximumStackBytes = maximumStackBytes
    }

    /// For text that we wrote ourselves: the value was there already, only recursive types still cost stack.
    static var ownText: JSONLimits { JSONLimits(maximumDepth: .max, maximumBytes: .max) }
}
