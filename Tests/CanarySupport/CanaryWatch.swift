import ApusRuntime
import Foundation
import Logging

/// Looks at every line that is logged in the process, and at the failures that come with it: clients log the failure of each call
/// and of each stream.
///
/// What shows the canary is printed, where `scripts/test` finds it and fails.
public struct CanaryWatch: LogHandler {
    /// Fields of every line.
    public var metadata: Logger.Metadata = [:]
    /// All levels.
    public var logLevel = Logger.Level.trace

    /// A field of every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Looks at a line.
    public func log(event: LogEvent) {
        CanaryCounts.shared.note(line: "\(event.message) \(event.metadata ?? [:])")
        if let error = event.error { CanaryCounts.shared.note(failure: error) }
    }

    /// Looks at a credential that a test sends. One without the canary would leave the watch blind.
    public static func check(credential: String) { CanaryCounts.shared.note(credential: credential) }
}

/// What was looked at.
private final class CanaryCounts: @unchecked Sendable {
    static let shared = CanaryCounts()

    private let lock = NSLock()
    private var lines = 0
    private var failures = 0
    private var credentials = 0

    func note(line: String) {
        lock.withLock { lines += 1 }
        if Canary.isIn(line) { Self.print("the canary is in a log line: \(line)") }
    }

    func note(failure: any Error) {
        lock.withLock { failures += 1 }
        var shown = Canary.prints(failure)
        if let failure = failure as? CallFailure {
            let details = failure.details
            shown += Canary.prints(details) + Canary.prints(details.attempts) + details.message
            shown += (details.code ?? "") + (details.requestID ?? "") + (details.bodyText ?? "")
        }
        if Canary.isIn(shown) { Self.print("the canary is in a failure: \(shown)") }
    }

    func note(credential: String) {
        lock.withLock { credentials += 1 }
        if !Canary.isIn(credential) { Self.print("a credential without the canary: `\(credential)`") }
    }

    func report() {
        let text = lock.withLock { "\(lines) log lines, \(failures) failures, \(credentials) sent credentials" }
        Self.print("looked at \(text)")
    }

    private static func print(_ text: String) { FileHandle.standardError.write(Data("canary: \(text)\n".utf8)) }
}

/// Called as the tests are loaded, before any logger is made.
@_cdecl("apus_canary_start")
public func startCanaryWatch() { LoggingSystem.bootstrap { _ in CanaryWatch() } }

/// Called as the process ends.
@_cdecl("apus_canary_report")
public func reportCanaryWatch() { CanaryCounts.shared.report() }
