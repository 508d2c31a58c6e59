/// Reads a body piece by piece, each pulled on demand, so that a slow receiver holds the source back.
public struct RequestBodyReader: Sendable {
    private let pull: @Sendable () async throws -> [UInt8]?

    /// A reader from a function that gives the next piece, `nil` at the end. It is called by one task at a time.
    public init(_ pull: @escaping @Sendable () async throws -> [UInt8]?) { self.pull = pull }

    init<Pieces: AsyncSequence>(_ pieces: Pieces) where Pieces.Element == [UInt8] {
        let iterator: PieceIterator = IteratorBox(pieces.makeAsyncIterator())
        self.init { try await iterator.next() }
    }

    /// The next piece, never empty; `nil` at the end.
    public mutating func next() async throws -> [UInt8]? {
        while let piece = try await pull() {
            if !piece.isEmpty { return piece }
        }
        return nil
    }
}

/// An iterator whose type nobody needs to know. A reader is called by one task at a time, as its contract says.
private class PieceIterator: @unchecked Sendable {
    func next() async throws -> [UInt8]? { nil }
}

/// An iterator that several calls share, one after the other.
private final class IteratorBox<Iterator: AsyncIteratorProtocol>: PieceIterator, @unchecked Sendable
where Iterator.Element == [UInt8] {
    private var iterator: Iterator

    init(_ iterator: Iterator) { self.iterator = iterator }

    override func next() async throws -> [UInt8]? {
        var own = iterator
        defer { iterator = own }
        return try await own.next()
    }
}

/// A sequence that can be read once.
final class OneShotStream: Sendable {
    private let make: @Sendable () -> RequestBodyReader
    private let spent = Locked(false)

    init(_ make: @escaping @Sendable () -> RequestBodyReader) { self.make = make }

    /// Whether its first piece has been asked for.
    var isSpent: Bool { spent.withLock { $0 } }

    func start() throws(RequestBodyError) -> RequestBodyReader {
        let wasSpent = spent.withLock { spent in
            defer { spent = true }
            return spent
        }
        guard !wasSpent else { throw RequestBodyError("a one-shot stream was read before") }
        return make()
    }
}

/// Reads segment after segment. Used by one task at a time.
final class SegmentReader: @unchecked Sendable {
    /// Large bytes go out in slices, so that progress is seen and no second copy of them is made at once.
    static let sliceSize = 64 * 1024

    private var segments: ArraySlice<RequestBody.Segment>
    private var slices: ArraySlice<UInt8> = []
    private var current: RequestBodyReader?
    private var missing: Int?

    init(_ segments: [RequestBody.Segment], length: Int?) {
        self.segments = segments[...]
        missing = length
    }

    /// The next piece; a body that is longer or shorter than it promised breaks off instead of confusing the server.
    func next() async throws -> [UInt8]? {
        guard let piece = try await piece() else {
            if let missing, missing > 0 { throw RequestBodyError("it ended \(missing) bytes before its length") }
            return nil
        }
        if let left = missing {
            guard piece.count <= left else { throw RequestBodyError("it has more bytes than its length says") }
            missing = left - piece.count
        }
        return piece
    }

    private func piece() async throws -> [UInt8]? {
        while true {
            if !slices.isEmpty {
                let piece = Array(slices.prefix(Self.sliceSize))
                slices = slices.dropFirst(piece.count)
                return piece
            }
            if let piece = try await current?.next() { return piece }
            guard let segment = segments.popFirst() else { return nil }
            try open(segment)
        }
    }

    private func open(_ segment: RequestBody.Segment) throws {
        current = nil
        switch segment {
        case .bytes(let bytes): slices = bytes[...]
        case .file(let path): current = RequestBodyReader(try FileReader(path: path).next)
        case .stream(let make): current = try make()
        case .once(let stream): current = try stream.start()
        }
    }
}
