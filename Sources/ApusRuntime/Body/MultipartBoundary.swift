/// The line between the parts of a multipart body (RFC 2046, section 5.1.1).
public enum MultipartBoundary {
    /// A boundary to use instead of one of ours, within a task: for tests that compare bytes. A call whose content holds
    /// it fails.
    ///
    /// ```swift
    /// try await MultipartBoundary.$fixed.withValue("boundary") { … }
    /// ```
    @TaskLocal public static var fixed: String?

    /// A boundary that occurs in none of the parts. It is a keyed hash of what is known of them: equal requests of one
    /// process have equal bytes, and nobody who merely supplies a file's contents can tell it in advance.
    static func choose(_ headers: [String], _ parts: [MultipartPart]) throws(RequestProblem) -> String {
        if let fixed {
            let isToken = !fixed.isEmpty && fixed.utf8.count <= 70 && fixed.utf8.allSatisfy(isPlain)
            guard isToken, !occurs(fixed, headers, parts) else {
                throw RequestProblem(.parameter, "the given boundary is no boundary or occurs in a part")
            }
            return fixed
        }
        var attempt = 0
        while true {
            let boundary = "apus-" + digest(headers, parts, 2 * attempt) + digest(headers, parts, 2 * attempt + 1)
            if !occurs(boundary, headers, parts) { return boundary }
            attempt += 1
        }
    }

    private static func digest(_ headers: [String], _ parts: [MultipartPart], _ salt: Int) -> String {
        // Swift keys its hashes anew for each process; the fixed key is for where that was turned off.
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(salt)
        for header in headers { hasher.combine(header) }
        for part in parts {
            hasher.combine(part.content.length)
            if let bytes = part.content.bytes { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
        }
        let text = String(UInt(bitPattern: hasher.finalize()), radix: 16)
        return String(repeating: "0", count: max(0, 16 - text.count)) + text
    }

    private static let key = SystemRandomNumberGenerator.number()

    private static func occurs(_ boundary: String, _ headers: [String], _ parts: [MultipartPart]) -> Bool {
        let needle = Array(boundary.utf8)
        return headers.contains { contains(Array($0.utf8), needle) }
            || parts.contains { part in part.content.bytes.map { contains($0, needle) } ?? false }
    }

    private static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
        guard bytes.count >= needle.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index <= bytes.count - needle.count {
                if bytes[index] == needle[0], bytes[index...].starts(with: needle) { return true }
                index += 1
            }
            return false
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        PercentEncoding.isUnreserved(byte) && byte != UInt8(ascii: "~")
    }
}

extension SystemRandomNumberGenerator {
    fileprivate static func number() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }
}
