import Foundation
import OpenRouter

extension Console {
    /// The process' own.
    public static func standard() -> Console {
        Console(
            output: .init(descriptor: STDOUT_FILENO), errors: .init(descriptor: STDERR_FILENO),
            input: .init(isTerminal: isatty(STDIN_FILENO) == 1, lines: standardLines),
            environment: ProcessInfo.processInfo.environment)
    }

    /// A thread reads: it may wait for a person for ever, and a call that is given up does not wait for it.
    private static func standardLines() -> AsyncStream<String> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
        }
    }
}

extension Console.Output {
    fileprivate init(descriptor: Int32) {
        self.init(
            isTerminal: isatty(descriptor) == 1, columns: { Self.columns(of: descriptor) },
            write: { try Self.write($0, to: descriptor) })
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return isatty(descriptor) == 1 ? 80 : nil
        }
        return Int(size.ws_col)
    }

    /// Writes all of it at once: an answer is read while it comes.
    private static func write(_ text: String, to descriptor: Int32) throws {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw errno == EPIPE ? BrokenPipe() : CommandFailure("the output cannot be written")
            }
            written += count
        }
    }
}
