import OpenRouter

/// All that a command has of the world outside besides the service: tests give their own.
public struct Console: Sendable {
    /// Where text goes to.
    public struct Output: Sendable {
        /// Whether a person looks at it.
        public var isTerminal: Bool
        /// How wide the terminal is at the moment; `nil` for a pipe or a file, where nothing is cut.
        public var columns: @Sendable () -> Int?
        /// Writes text as it is.
        public var write: @Sendable (String) throws -> Void

        /// An output from its parts.
        public init(
            isTerminal: Bool, columns: @escaping @Sendable () -> Int?,
            write: @escaping @Sendable (String) throws -> Void
        ) {
            self.isTerminal = isTerminal
            self.columns = columns
            self.write = write
        }
    }

    /// Where text comes from.
    public struct Input: Sendable {
        /// Whether a person types it.
        public var isTerminal: Bool
        /// Its lines, as they come.
        public var lines: @Sendable () -> AsyncStream<String>

        /// An input from its parts.
        public init(isTerminal: Bool, lines: @escaping @Sendable () -> AsyncStream<String>) {
            self.isTerminal = isTerminal
            self.lines = lines
        }
    }

    /// Standard output: what was asked for.
    public var output: Output
    /// Standard error: how it goes, and what went wrong.
    public var errors: Output
    /// Standard input.
    public var input: Input
    /// Environment variables.
    public var environment: [String: String]
    /// The time.
    public var clock: any CallClock

    /// A console from its parts.
    public init(
        output: Output, errors: Output, input: Input, environment: [String: String],
        clock: any CallClock = SystemClock()
    ) {
        self.output = output
        self.errors = errors
        self.input = input
        self.environment = environment
        self.clock = clock
    }

    /// Colours are for terminals that show them, and for people who want them (no-color.org).
    var style: Style {
        Style(isOn: output.isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty)
    }

    /// Whether a line of progress can be drawn and taken away again.
    var showsProgress: Bool { errors.isTerminal && !isDumb }

    private var isDumb: Bool { environment["TERM"] == "dumb" }
}

/// Nobody reads what is written any more, as behind `| head`.
struct BrokenPipe: Error {}
