import Foundation

/// What this process has of the machine.
enum Machine {
    /// How many descriptors are open; `nil` where the system does not tell.
    static var openDescriptors: Int? { (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd"))?.count }

    /// How much memory is in use, in bytes; `nil` where the system does not tell.
    static var residentBytes: Int? {
        // Sizes in pages: all, resident, and more.
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ").compactMap { Int($0) }
        return numbers.count > 1 ? numbers[1] * 4096 : nil
    }

    /// Waits until no more than so many descriptors are open, for a minute at most.
    static func descriptorsSettle(at most: Int) async -> Bool {
        for _ in 0..<6000 {
            if let open = openDescriptors, open <= most { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

extension Machine {
    /// Waits until a connection to a port of the loopback has been asked for and not been answered, for a minute at most: the
    /// state SYN-SENT in Linux's table of connections, whatever other descriptors come and go.
    static func isConnecting(to port: Int) async -> Bool {
        let remote = "0100007F:" + String(UInt16(port), radix: 16, uppercase: true).leftPadded(to: 4)
        for _ in 0..<6000 {
            // Columns: number, local address, remote address, state, and more. `String(contentsOfFile:)` would read the first
            // page alone of a file whose size the system does not tell.
            let file = FileHandle(forReadingAtPath: "/proc/net/tcp")
            let table = String(decoding: (try? file?.readToEnd()) ?? Data(), as: UTF8.self)
            let rows = table.split(separator: "\n").map { $0.split(separator: " ") }
            if rows.contains(where: { $0.count > 3 && $0[2] == remote && $0[3] == "02" }) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

extension String {
    fileprivate func leftPadded(to count: Int) -> String {
        String(repeating: "0", count: max(0, count - self.count)) + self
    }
}
