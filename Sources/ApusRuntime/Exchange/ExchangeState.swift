internal import HTTPTypes

/// What an ``Exchange`` knows, as plain values: every change is a function from state to state and ``Effects``.
struct ExchangeState: Sendable {
    typealias HeadResult = Result<HTTPResponse, TransportError>
    typealias PieceResult = Result<[UInt8]?, TransportError>

    /// What is to be done outside the lock.
    struct Effects: Sendable {
        var calls: [@Sendable () -> Void] = []
        /// Whether the exchange's limits run no more.
        var endsWatch = false

        func run() { for call in calls { call() } }
    }

    let timeouts: TransportTimeouts
    let start: ContinuousClock.Instant

    /// Whether bytes of the request may have left.
    private(set) var isSent = false
    /// The limit that has passed while its end is being worked out.
    var expiring: TransportError.Phase?
    /// Bytes that wait for the reader.
    private(set) var buffered = 0

    private var hasHead = false
    /// The head, from its arrival until the caller has it.
    private var undelivered: HTTPResponse?
    private var hasEnded = false
    private var failure: TransportError?
    private var pieces: [[UInt8]] = []
    private var headWaiter: CheckedContinuation<HeadResult, Never>?
    private var pieceWaiter: CheckedContinuation<PieceResult, Never>?
    private var waitingSince: ContinuousClock.Instant?
    private var whenDrained: (@Sendable () -> Void)?
    private var abort: (@Sendable () -> Void)?
    private var isWatched = false
    /// When the request's body was last read from; the start before that.
    private var lastUpload: ContinuousClock.Instant

    init(timeouts: TransportTimeouts, start: ContinuousClock.Instant) {
        self.timeouts = timeouts
        self.start = start
        lastUpload = start
    }

    /// Whether head and body have ended.
    var isOver: Bool { hasEnded }

    /// Whether the server can have seen the request.
    var delivery: TransportError.Delivery { isSent ? .maybeSent : .notSent }

    /// The same, by what the wire says.
    func delivery(reported: TransportError.Delivery?) -> TransportError.Delivery {
        hasHead ? .maybeSent : reported ?? delivery
    }
}

// MARK: - Towards the reader

extension ExchangeState {
    /// Whether there is anything to wait for.
    mutating func wait(forHead continuation: CheckedContinuation<HeadResult, Never>) -> Bool {
        guard !hasEnded else { return false }
        headWaiter = continuation
        return true
    }

    mutating func wait(
        forPiece continuation: CheckedContinuation<PieceResult, Never>, at now: ContinuousClock.Instant
    ) -> Effects {
        if let (result, whenDrained) = takeAtOnce() {
            let resume: @Sendable () -> Void = { continuation.resume(returning: result) }
            return Effects(calls: [resume, whenDrained].compactMap { $0 })
        }
        if pieceWaiter != nil {
            let error = TransportError(.other, .maybeSent, "two tasks read one body at the same time")
            return Effects(calls: [{ continuation.resume(returning: .failure(error)) }])
        }
        pieceWaiter = continuation
        waitingSince = now
        return Effects()
    }

    /// What the reader need not wait for: all that is here as one piece, with what lets the sender go on, or how the body
    /// ended; `nil` when there is neither.
    mutating func takeAtOnce() -> (PieceResult, whenDrained: (@Sendable () -> Void)?)? {
        guard !pieces.isEmpty else {
            if let failure { return (.failure(failure), nil) }
            return hasEnded ? (.success(nil), nil) : nil
        }
        let piece = pieces.count == 1 ? pieces[0] : joined()
        discard()
        return (.success(piece), takeWhenDrained())
    }

    /// Copied as blocks of memory: byte by byte it would keep the lock for longer than the network needs for more.
    private func joined() -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(buffered)
        for piece in pieces { all.append(contentsOf: piece) }
        return all
    }

    private mutating func discard() {
        pieces = []
        buffered = 0
    }

    /// Ends the exchange without giving the reader what waits; a whole body that waits unread is no longer whole then.
    mutating func breakOff(_ error: TransportError) -> Effects {
        if hasEnded, !pieces.isEmpty { failure = error }
        discard()
        undelivered = nil
        let abort = hasEnded ? nil : self.abort
        var effects = end(error)
        if let abort { effects.calls.append(abort) }
        return effects
    }

    private mutating func takeWhenDrained() -> (@Sendable () -> Void)? {
        defer { whenDrained = nil }
        return whenDrained
    }
}

// MARK: - From the wire

extension ExchangeState {
    mutating func startRequest() -> Bool {
        guard !hasEnded else { return false }
        isSent = true
        return true
    }

    mutating func noteUpload(at now: ContinuousClock.Instant) { lastUpload = now }

    mutating func receive(head: HTTPResponse) {
        guard !hasEnded, !hasHead else { return }
        hasHead = true
        undelivered = head
    }

    mutating func deliverHead() -> Effects {
        guard let head = undelivered, let waiter = headWaiter else { return Effects() }
        undelivered = nil
        headWaiter = nil
        return Effects(calls: [{ waiter.resume(returning: .success(head)) }])
    }

    mutating func receive(_ bytes: [UInt8], whenDrained: @escaping @Sendable () -> Void) -> Effects {
        guard !hasEnded, !bytes.isEmpty else { return Effects(calls: [whenDrained]) }
        if let waiter = takePieceWaiter() {
            return Effects(calls: [{ waiter.resume(returning: .success(bytes)) }, whenDrained])
        }
        pieces.append(bytes)
        buffered += bytes.count
        guard buffered >= Exchange.capacity else { return Effects(calls: [whenDrained]) }
        self.whenDrained = whenDrained
        return Effects()
    }

    /// Ends head and body, once. Bytes that are already here still reach the reader before `error`.
    mutating func end(_ error: TransportError?) -> Effects {
        guard !hasEnded else { return Effects() }
        hasEnded = true
        failure = error ?? missingHead
        // A head that has come is the caller's, whatever becomes of the body.
        var effects = deliverHead()
        effects.endsWatch = isWatched
        isWatched = false
        if let failure { effects.calls.append(contentsOf: wakeWaiters(with: failure)) }
        if let waiter = takePieceWaiter() { effects.calls.append { waiter.resume(returning: .success(nil)) } }
        if let drained = takeWhenDrained() { effects.calls.append(drained) }
        abort = nil
        return effects
    }

    private var missingHead: TransportError? {
        hasHead ? nil : TransportError(.protocolViolation, delivery, "the exchange ended without a response")
    }

    private mutating func wakeWaiters(with error: TransportError) -> [@Sendable () -> Void] {
        var calls: [@Sendable () -> Void] = []
        if let headWaiter { calls.append { headWaiter.resume(returning: .failure(error)) } }
        if let waiter = takePieceWaiter() { calls.append { waiter.resume(returning: .failure(error)) } }
        headWaiter = nil
        return calls
    }

    private mutating func takePieceWaiter() -> CheckedContinuation<PieceResult, Never>? {
        defer {
            pieceWaiter = nil
            waitingSince = nil
        }
        return pieceWaiter
    }

    /// Keeps the way to end the exchange on the wire; whether it broke off already.
    mutating func keep(abort: @escaping @Sendable () -> Void) -> Bool {
        guard !hasEnded else { return failure != nil }
        self.abort = abort
        return false
    }
}

// MARK: - Limits

extension ExchangeState {
    /// The limits that run now, each with the moment at which it passes.
    private var limits: [(ContinuousClock.Instant, TransportError.Phase)] {
        var limits: [(ContinuousClock.Instant, TransportError.Phase)] = []
        if let total = timeouts.total { limits.append((start + total, .total)) }
        if !hasHead {
            if let connect = timeouts.connect, !isSent { limits.append((start + connect, .connect)) }
            if let firstByte = timeouts.firstByte { limits.append((lastUpload + firstByte, .firstByte)) }
        } else if let idle = timeouts.idle, let waitingSince {
            limits.append((waitingSince + idle, .idle))
        }
        return limits
    }

    /// When to look at the limits again, `nil` when never. An idle limit that does not run now is looked at later: its
    /// start needs no message to the one who waits.
    func nextLimit(after now: ContinuousClock.Instant) -> (ContinuousClock.Instant, TransportError.Phase)? {
        guard !hasEnded else { return nil }
        var candidates = limits
        if let idle = timeouts.idle, waitingSince == nil { candidates.append((now + idle, .idle)) }
        return candidates.min { $0.0 < $1.0 }
    }

    /// Marks the limit that has passed, if one has.
    mutating func expire(at now: ContinuousClock.Instant) -> TransportError.Phase? {
        guard !hasEnded, let first = limits.filter({ $0.0 <= now }).min(by: { $0.0 < $1.0 }) else { return nil }
        expiring = first.1
        return first.1
    }

    mutating func takeAbortIfUnsent() -> (@Sendable () -> Void)? {
        guard !hasEnded, !isSent else { return nil }
        defer { abort = nil }
        return abort
    }

    /// Begins to look after the limits; the first one, `nil` when there is nothing to look after.
    mutating func startWatch(at now: ContinuousClock.Instant) -> (ContinuousClock.Instant, TransportError.Phase)? {
        guard let first = nextLimit(after: now) else { return nil }
        isWatched = true
        return first
    }

    func limitMessage(_ phase: TransportError.Phase) -> String {
        switch phase {
        case .connect: "no connection within \(described(timeouts.connect))"
        case .firstByte: "no response within \(described(timeouts.firstByte))"
        case .idle: "no further byte of the response within \(described(timeouts.idle))"
        case .total: "the response was not whole within \(described(timeouts.total))"
        }
    }

    private func described(_ limit: Duration?) -> String { limit.map(String.init(describing:)) ?? "its limit" }
}
