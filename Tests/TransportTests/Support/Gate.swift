import NIOConcurrencyHelpers

/// Holds scripts back until a test lets them go.
final class Gate: Sendable {
    private let isOpen = NIOLockedValueBox(false)

    func open() { isOpen.withLockedValue { $0 = true } }

    /// Returns when the gate is open.
    func pass() async throws {
        while !isOpen.withLockedValue({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
    }
}
