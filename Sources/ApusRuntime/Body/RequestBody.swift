/// The body of a request: bytes at hand, files, streams, or several of them one after the other.
///
/// ```swift
/// let body: RequestBody = .file(path: "/var/data.bin")              // read piece by piece, at each attempt
/// let body: RequestBody = .stream(length: 12) { chunks() }           // a factory: called at each attempt
/// let body: RequestBody = .once(chunks)                              // cannot be sent a second time
/// ```
///
/// Bytes, files and factories can be sent again, so that retries replay them; a one-shot stream commits the call at its
/// first pull. Nothing but bytes at hand is ever held in memory as a whole.
public struct RequestBody: Sendable {
    /// One source of bytes.
    enum Segment: Sendable {
        case bytes([UInt8])
        case file(path: String)
        case stream(@Sendable () throws -> RequestBodyReader)
        case once(OneShotStream)
    }

    let segments: [Segment]
    /// How many bytes it has; `nil` when that is not known before the end. Sent as `Content-Length`.
    public let length: Int?

    init(_ segments: [Segment], length: Int?) {
        self.segments = segments
        self.length = length
    }

    /// Bytes at hand.
    public static func bytes(_ bytes: [UInt8]) -> RequestBody { RequestBody([.bytes(bytes)], length: bytes.count) }

    /// Text in UTF-8.
    public static func text(_ text: String) -> RequestBody { .bytes(Array(text.utf8)) }

    /// A file, read piece by piece at each attempt. Its size is taken now; one that cannot be read, or whose size has
    /// changed by the time it is sent, fails the call.
    public static func file(path: String) -> RequestBody {
        RequestBody([.file(path: path)], length: FileSize.of(path))
    }

    /// The sequence that the function makes anew for each attempt: it must have the same bytes each time.
    /// - Parameter length: how many bytes there are in all; without it the body is sent in chunks of unknown number.
    public static func stream<Pieces: AsyncSequence & Sendable>(
        length: Int? = nil, _ make: @escaping @Sendable () throws -> Pieces
    ) -> RequestBody where Pieces.Element == [UInt8] {
        RequestBody([.stream { RequestBodyReader(try make()) }], length: length)
    }

    /// A sequence that can be read once only: as soon as its first piece is asked for, the call is not tried again.
    /// - Parameter length: how many bytes there are in all; without it the body is sent in chunks of unknown number.
    public static func once<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, length: Int? = nil
    ) -> RequestBody where Pieces.Element == [UInt8] {
        RequestBody([.once(OneShotStream { RequestBodyReader(pieces) })], length: length)
    }

    /// The bodies one after the other; neighbouring bytes become one piece.
    static func joined(_ bodies: [RequestBody]) -> RequestBody {
        var segments: [Segment] = []
        var length: Int? = 0
        for body in bodies {
            length = length.flatMap { sum in body.length.map { sum + $0 } }
            for segment in body.segments {
                if case .bytes(let more) = segment, case .bytes(let bytes)? = segments.last {
                    segments[segments.count - 1] = .bytes(bytes + more)
                } else {
                    segments.append(segment)
                }
            }
        }
        return RequestBody(segments, length: length)
    }

    /// All of it, when it is at hand.
    public var bytes: [UInt8]? {
        if segments.isEmpty { return [] }
        guard segments.count == 1, case .bytes(let bytes) = segments[0] else { return nil }
        return bytes
    }

    /// Whether it can be sent (again): `false` once a one-shot stream in it has been pulled.
    public var isReplayable: Bool {
        segments.allSatisfy { if case .once(let stream) = $0 { !stream.isSpent } else { true } }
    }

    /// Files that cannot be read, by their paths.
    var unreadableFile: String? {
        for case .file(let path) in segments where FileSize.of(path) == nil { return path }
        return nil
    }

    /// Starts reading: for transports, once for each attempt.
    public func makeReader() -> RequestBodyReader {
        RequestBodyReader(SegmentReader(segments, length: length).next)
    }

    /// Reads all of it into memory.
    /// - Throws: ``RequestBodyError`` when a source fails or there are more than `limit` bytes.
    public func collect(upTo limit: Int = .max) async throws -> [UInt8] {
        var all: [UInt8] = []
        var reader = makeReader()
        while let piece = try await reader.next() {
            guard all.count + piece.count <= limit else {
                throw RequestBodyError("it has more than \(limit) bytes")
            }
            all += piece
        }
        return all
    }
}

extension RequestBody: ExpressibleByArrayLiteral {
    /// Bytes at hand.
    public init(arrayLiteral elements: UInt8...) { self = .bytes(elements) }
}

extension RequestBody: CustomStringConvertible, CustomReflectable {
    /// How long it is; contents may be secret.
    public var description: String { "RequestBody(\(length.map { "\($0) bytes" } ?? "of unknown length"))" }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["body": description]) }
}

/// The body of a request could not be read to its end.
public struct RequestBodyError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, without contents.
    public let description: String

    /// An error with its words.
    public init(_ description: String) { self.description = description }
}
