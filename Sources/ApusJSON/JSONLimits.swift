/// What reading a JSON text may cost. JSON from outside is untrusted.
public struct JSONLimits: Sendable, Hashable {
    /// How deep arrays and objects may nest; a scalar alone has depth 0. The default, 128, lets every step (reading
    /// into recursive models, `JSONValue`, `==`, encoding, deallocation) fit the 512 KiB stack of a secondary thread.
    public var maximumDepth: Int
    /// The longest text, in bytes. At most 2^32 − 2, whatever is asked for.
    public var maximumBytes: Int

    /// Limits of 128 levels and 64 MiB unless told otherwise.
    public init(maximumDepth: Int = 128, maximumBytes: Int = 64 << 20) {
        self.maximumDepth = maximumDepth
        self.maximumBytes = min(maximumBytes, Int(UInt32.max) - 1)
    }
}
