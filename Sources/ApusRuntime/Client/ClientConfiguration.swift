public import Logging

/// How a client sends its calls.
public struct ClientConfiguration: Sendable {
    /// How long a call may take, over all attempts and waits; `nil` for no limit.
    public var deadline: Duration? = .seconds(60)
    /// How long the phases of one attempt may take. The total is what is left of the deadline; one given here counts
    /// only without a deadline.
    public var timeouts = TransportTimeouts()
    /// When to try again; `nil` for the API's own policy.
    public var retryPolicy: RetryPolicy?
    /// Which redirects are followed: none, unless said otherwise.
    public var redirects = RedirectPolicy.refuse
    /// Bounds retries while a server is in trouble; `nil` turns it off. Clients that are given the same one share it.
    public var retryBudget: RetryBudget? = RetryBudget()
    /// Header fields of every call; an empty value suppresses the field. A call's own options win.
    public var headers: [String: String] = [:]
    /// Code around every attempt, the first one outermost.
    public var middleware: [any Middleware] = []
    /// Where calls are logged, at level debug: operation, attempt, status, duration, and the failure of a call or a stream as the
    /// event's error. No header values and no bodies; a failure's description has the server's message, without secrets.
    public var logger = Logger(label: "apus")
    /// The largest body of a success, in bytes.
    public var maximumBodyBytes = 32 << 20
    /// The largest event or line of a stream, in bytes.
    public var maximumEventBytes = 8 << 20
    /// The largest part of an error's body that is kept, in bytes.
    public var maximumErrorBodyBytes = 1 << 20
    /// What reading a body's JSON may cost.
    public var jsonLimits = JSONLimits()
    /// Where credentials and globals are looked up when none are given.
    public var environment = EnvironmentLookup.process
    /// The time.
    public var clock: any CallClock = SystemClock()
    /// Random numbers from 0 up to 1, for jitter.
    public var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    /// The defaults; set what differs.
    public init() {}
}

extension ClientConfiguration: CustomStringConvertible, CustomReflectable {
    /// Limits and counts; values of header fields may be secret and are not shown.
    public var description: String {
        let deadline = deadline.map(\.secondsText) ?? "none"
        return "ClientConfiguration(deadline: \(deadline), headers: \(headers.keys.sorted()), "
            + "middleware: \(middleware.count))"
    }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["configuration": description]) }
}
