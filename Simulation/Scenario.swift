/// What happens to a fleet: times in seconds, rates a second.
struct Scenario: Sendable {
    /// How the server answers at a time.
    enum Health: Sendable {
        /// Serves that many requests a second, in order; the rest waits.
        case serving(Double)
        /// Nothing listens.
        case down
        /// Serves all, but that share of the answers, drawn at random, is a 500.
        case failing(Double)
        /// Answers each request with a 500.
        case broken
    }

    /// After this long a call has failed, whatever its policy says.
    static let deadline = 60.0
    /// An attempt without an answer is given up after this long; the server does its work all the same.
    static let attemptLimit = 2.0
    /// What an idle server takes.
    static let latency = 0.05
    /// More requests than this do not wait: the server answers 503.
    static let queueLimit = 20_000

    var name: String
    /// What happens, for the report.
    var story: String
    var clients = 10_000
    /// Calls a second of each client.
    var rate = 0.2
    /// Instances of a service in between, which call the server with the same policy; 0 for none.
    var instances = 0
    /// Calls begin in these seconds, and are counted in those of `window`.
    var end: Double
    var window: Range<Double>
    /// When the trouble is over, for scenarios whose recovery is looked at.
    var recoversFrom: Double?
    var health: @Sendable (Double) -> Health

    /// Everybody who remembers something.
    var population: Int { clients + instances }
}

extension Scenario {
    static let outage = Scenario(
        name: "outage", story: "from second 30 to 60 nothing listens", end: 90, window: 30..<60
    ) { (30..<60).contains($0) ? .down : .serving(2_500) }

    static let brownout = Scenario(
        name: "brown-out", story: "from second 30 to 90 the server does a quarter of its work", end: 330,
        window: 30..<330, recoversFrom: 90
    ) { (30..<90).contains($0) ? .serving(625) : .serving(2_500) }

    static let all: [Scenario] = [
        outage, brownout,
        Scenario(name: "5 % fail", story: "each answer is a 500 with 5 %", end: 120, window: 0..<120) { _ in
            .failing(0.05)
        },
        Scenario(name: "20 % fail", story: "each answer is a 500 with 20 %", end: 120, window: 0..<120) { _ in
            .failing(0.2)
        },
        Scenario(
            name: "cold restart",
            story: "from second 30 to 50 nothing listens; then the server does a third of its work, and all of it "
                + "after a minute more",
            end: 330, window: 30..<330, recoversFrom: 50
        ) { time in
            switch time {
            case 30..<50: .down
            case 50..<110: .serving(2_500 * (1 + 2 * (time - 50) / 60) / 3)
            default: .serving(2_500)
            }
        },
        Scenario(
            name: "blips", story: "one client with 1,000 calls a second; every 10 s all answers are 500 for 100 ms",
            clients: 1, rate: 1_000, end: 120, window: 0..<120
        ) { time in time.truncatingRemainder(dividingBy: 10) >= 9.9 ? .broken : .serving(2_500) },
        Scenario(
            name: "two tiers",
            story: "the clients call 100 instances of a service, which call the server: all retry; the server is down "
                + "from second 30 to 60",
            instances: 100, end: 90, window: 30..<60
        ) { (30..<60).contains($0) ? .down : .serving(2_500) },
    ]

    static let brownoutIndex = 1
}
