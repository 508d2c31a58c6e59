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

    /// Waits until no more than so many descriptors are open, for 10 s at most.
    static func descriptorsSettle(at most: Int) async -> Bool {
        for _ in 0..<1000 {
            if let open = openDescriptors, open <= most { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

extension Machine {
    /// Waits until more than so many descriptors are open, for 10 s at most.
    static func descriptorsExceed(_ count: Int) async -> Bool {
        for _ in 0..<1000 {
            if let open = openDescriptors, open > count { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
