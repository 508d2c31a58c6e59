/// How far a download is.
public struct DownloadProgress: Sendable, Hashable {
    /// How many bytes are in the file.
    public var receivedBytes: Int
    /// How many there will be, if the server says so.
    public var expectedBytes: Int?
    /// How often the server was asked for the rest after a break.
    public var resumes: Int

    /// A progress from its parts.
    public init(receivedBytes: Int, expectedBytes: Int? = nil, resumes: Int = 0) {
        self.receivedBytes = receivedBytes
        self.expectedBytes = expectedBytes
        self.resumes = resumes
    }

    /// From 0 to 1, if it is known how many bytes there will be.
    public var fraction: Double? {
        expectedBytes.map { $0 > 0 ? min(Double(receivedBytes) / Double($0), 1) : 1 }
    }
}

/// A download on its way into a file, as a sequence of how far it is: see ``Download/writing(to:)``.
public struct FileDownload: AsyncSequence, Sendable {
    /// How far it is, behind every piece.
    public typealias Element = DownloadProgress

    let streamed: StreamedBody
    let path: String

    /// Begins the file. It is to be gone through once: the body's bytes come once.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(run: FileDownloadRun(streamed, path)) }

    /// Reads a piece at each step, and writes it into the file.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let run: FileDownloadRun

        /// Behind the next piece; `nil` when the file is whole and has its name.
        /// - Throws: the API's error type, or ``FileFailure``.
        public mutating func next() async throws -> DownloadProgress? { try await run.next() }
    }
}

extension Download {
    /// Writes the rest of the body into a file while the result is gone through:
    ///
    /// ```swift
    /// for try await progress in download.writing(to: path) { print(progress.fraction ?? 0) }
    /// ```
    ///
    /// The file appears under its name when it is whole: until then the bytes stand in a file beside it, which is removed when
    /// the download fails or is left early. A file of that name is replaced.
    ///
    /// A GET whose connection breaks is asked for the rest (`Range`), as often and after such waits as the call's
    /// ``RetryPolicy`` says (a mebibyte more, and its count begins anew), where the server gave something by which to see that
    /// the file is still the same: a strong `ETag`, or else `Last-Modified`. If it is not, or if the server takes no ranges,
    /// the file begins anew. An answer that is not the rest fails the download.
    /// - Parameter path: The file's path.
    public func writing(to path: String) -> FileDownload { FileDownload(streamed: streamed, path: path) }

    /// Writes the rest of the body into a file, as ``writing(to:)`` does.
    /// - Parameters:
    ///   - path: The file's path.
    ///   - progress: Called behind every piece: how many bytes have come, and how many will, if that is known.
    /// - Throws: the API's error type, or ``FileFailure``.
    public func write(
        to path: String, progress: (_ received: Int, _ expected: Int?) -> Void = { _, _ in }
    ) async throws {
        for try await step in writing(to: path) { progress(step.receivedBytes, step.expectedBytes) }
    }
}
