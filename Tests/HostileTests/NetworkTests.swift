import CommandLineSupport
import Foundation
import Testing

/// Row 21: the generator has no network code.
@Suite struct NetworkTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("scripts/network")

    /// The script sees a socket where there is one, and the generator has none.
    @Test(arguments: [([], 0), (["NIOPosix"], 1)]) func theGeneratorAsksForNoSocket(modules: [String], want: Int)
        throws
    {
        let process = Process()
        process.executableURL = Self.script
        process.arguments = [Sandbox.executable.path] + modules
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(Int(process.terminationStatus) == want)
    }
}
