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
    /// How many connections to a port of the loopback were asked for and not answered: those in the state SYN-SENT of Linux's
    /// table, whatever other descriptors come and go.
    static func unanswered(to port: Int) -> Int {
        // Columns: number, local address, remote address, state, and more. Searched as bytes: to take a table of ten thousand
        // rows apart takes seconds.
        let row = Data(" 0100007F:\(String(UInt16(port), radix: 16, uppercase: true).leftPadded(to: 4)) 02 ".utf8)
        // By a handle: what asks for the size first reads one page of a file whose size the system does not tell.
        var rest = ((try? FileHandle(forReadingAtPath: "/proc/net/tcp")?.readToEnd()) ?? Data())[...]
        var count = 0
        while let found = rest.range(of: row) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }

    /// Waits until more than so many connections to the port are unanswered, for a minute at most.
    static func unanswered(to port: Int, exceed count: Int) async -> Bool {
        for _ in 0..<6000 {
            if unanswered(to: port) > count { return true }
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
