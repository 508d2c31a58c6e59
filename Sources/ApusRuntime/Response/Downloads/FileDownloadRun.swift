/// Takes a body into a file, piece by piece, and asks for the rest when it breaks off. Used by one task at a time.
final class FileDownloadRun {
    private let context: StreamContext
    private let path: String
    private var head: HTTPResponse
    /// `nil` as soon as nothing more is to be read.
    private var body: ResponseBody?
    private var file: PartialFile?
    private var validator: String?
    private var progress: DownloadProgress
    /// Breaks since the last good part, and how much has come since the last break.
    private var breaks = 0
    private var part = 0
    private var isOver = false

    init(_ streamed: StreamedBody, _ path: String) {
        context = streamed.context
        self.path = path
        head = streamed.head
        body = streamed.body
        progress = DownloadProgress(receivedBytes: 0, expectedBytes: head.bodyLength)
        validator = ResumePoint.validator(of: head, now: context.clock.unixSeconds)
    }

    deinit { file?.discard() }

    func next() async throws -> DownloadProgress? {
        guard !isOver else { return nil }
        do {
            let file = try file ?? PartialFile(beside: path)
            self.file = file
            guard let piece = try await piece(file) else {
                try file.finish()
                end()
                return nil
            }
            try file.write(piece)
            note(piece.count)
            return progress
        } catch {
            file?.discard()
            end()
            if let failure = error as? CallFailure { throw context.failure(failure) }
            throw error
        }
    }

    private func end() {
        isOver = true
        file = nil
        body = nil
    }

    private func note(_ count: Int) {
        progress.receivedBytes += count
        part += count
        guard breaks > 0, part >= ResumeSource.goodPart else { return }
        context.source?.noteGoodPart(breaks: breaks)
        breaks = 0
    }

    /// The next piece, `nil` at the file's end.
    private func piece(_ file: PartialFile) async throws -> [UInt8]? {
        while true {
            let error: TransportError
            do throws(TransportError) {
                if let piece = try await body?.next() {
                    try checkLength(piece.count)
                    return piece
                }
                guard let missing = missingBytes else { return nil }
                error = TransportError(.connectionLost, .maybeSent, "the body ended \(missing) bytes before its end")
            } catch let broken {
                error = broken
            }
            body = nil
            try await goOn(after: error, file)
        }
    }

    private var missingBytes: Int? {
        progress.expectedBytes.flatMap { $0 > progress.receivedBytes ? $0 - progress.receivedBytes : nil }
    }

    private func checkLength(_ count: Int) throws(TransportError) {
        guard let most = progress.expectedBytes, progress.receivedBytes + count > most else { return }
        throw TransportError(.protocolViolation, .maybeSent, "the body has more bytes than were promised")
    }

    // MARK: After a break

    /// Has the body go on, or begins it anew.
    private func goOn(after error: TransportError, _ file: PartialFile) async throws {
        var context = context
        let isRecognised = validator != nil || progress.receivedBytes == 0
        guard error.reason != .cancelled, isRecognised, let source = context.source else {
            throw context.broken(error, head)
        }
        var point = resumePoint
        while true {
            breaks += 1
            part = 0
            switch source.decide(after: error, breaks: breaks) {
            case .stop(let reason):
                context.trace.stopReason = reason
                throw context.broken(error, head)
            case .wait(let duration, _):
                guard (try? await context.clock.sleep(for: duration)) != nil else {
                    throw CallFailure.cancelled(CancellationFailure(trace: context.trace))
                }
            }
            progress.resumes += 1
            if let (answer, received) = try await source.ask(point) {
                if try take(answer, received, file) { return }
            }
            point = nil
        }
    }

    private var resumePoint: ResumePoint? {
        guard let validator, progress.receivedBytes > 0 else { return nil }
        return ResumePoint(
            offset: progress.receivedBytes, validator: validator, total: progress.expectedBytes,
            contentType: head.headerFields[.contentType])
    }

    /// - Returns: whether the answer's body is what to read next.
    private func take(
        _ answer: ResumePoint.Answer, _ received: ReceivedResponse, _ file: PartialFile
    ) throws -> Bool {
        switch answer {
        case .rest(let total): progress.expectedBytes = total
        case .whole:
            try file.restart()
            progress.receivedBytes = 0
            progress.expectedBytes = received.head.bodyLength
            validator = ResumePoint.validator(of: received.head, now: context.clock.unixSeconds)
        case .partOfAnother: return false
        case .wrong(let what): throw wrong(what, received)
        }
        guard let unread = received.unread else { throw wrong("it is no body of bytes", received) }
        head = received.head
        body = unread
        return true
    }

    private func wrong(_ what: String, _ received: ReceivedResponse) -> CallFailure {
        var context = context
        context.trace = received.trace
        context.trace.stopReason = .notRetryable
        return .unexpectedStatus(
            context.response(received.head, [], "the rest of a download is not what was asked for: \(what)"))
    }
}

extension HTTPResponse {
    /// How many bytes of body are promised. (The length of a compressed body says nothing of them.)
    var bodyLength: Int? {
        headerFields[.contentEncoding] == nil ? headerFields[.contentLength].flatMap { Int($0) } : nil
    }
}
