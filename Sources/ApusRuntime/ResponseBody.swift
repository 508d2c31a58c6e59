/// A response's body as it arrives: pieces of bytes, each pulled on demand, once.
///
/// Not an `AsyncSequence`: its typed errors need a newer system than the oldest one supported.
public struct ResponseBody: Sendable {
    private let pull: @Sendable () async throws(TransportError) -> [UInt8]?

    /// A body from a function that gives the next piece, `nil` at the end, and throws when the body breaks off.
    public init(_ pull: @escaping @Sendable () async throws(TransportError) -> [UInt8]?) { self.pull = pull }

    /// The next piece, `nil` at the end.
    public func next() async throws(TransportError) -> [UInt8]? { try await pull() }
}
