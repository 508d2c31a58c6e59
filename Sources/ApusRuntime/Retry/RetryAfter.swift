/// Reads how long a server asks to wait: `retry-after-ms`, else `Retry-After` (RFC 9110 section 10.2.3).
enum RetryAfter {
    /// The wait; `nil` when the server asks for none, or in a way that makes no sense: two fields, negative, not
    /// finite, beyond a century, a date in no known form.
    /// - Parameter now: the clock's time, for dates when the response has no `Date` of its own.
    static func parse(_ fields: HTTPFields, now: UnixSeconds?) -> Duration? {
        if let milliseconds = single(fields, .retryAfterMilliseconds).flatMap(number) {
            return duration(milliseconds / 1000)
        }
        guard let text = single(fields, .retryAfter) else { return nil }
        if let seconds = number(text) { return duration(seconds) }
        return date(text, fields, now)
    }

    /// Compared with the response's own `Date`, so that a wrong clock on either side does no harm. A past date says
    /// that the wait is over: as if absent.
    private static func date(_ text: String, _ fields: HTTPFields, _ now: UnixSeconds?) -> Duration? {
        let reference = single(fields, .date).flatMap { HTTPDate.parse($0, now: now ?? 0) } ?? now
        guard let reference, let date = HTTPDate.parse(text, now: reference), date > reference else { return nil }
        return duration(Double(date - reference))
    }

    private static func single(_ fields: HTTPFields, _ name: HTTPField.Name) -> String? {
        let values = fields[values: name]
        return values.count == 1 ? values[0] : nil
    }

    /// Digits with at most one point: no sign, no exponent, no names such as `inf`.
    private static func number(_ text: String) -> Double? {
        let bytes = text.utf8
        guard (1...32).contains(bytes.count), let first = bytes.first, first != UInt8(ascii: "."),
            bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(text)
    }

    private static func duration(_ seconds: Double) -> Duration? {
        let century = 3.2e9
        return seconds.isFinite && seconds >= 0 && seconds <= century ? .milliseconds(Int64(seconds * 1000)) : nil
    }
}

extension HTTPField.Name {
    static let retryAfterMilliseconds = HTTPField.Name("Retry-After-Ms")!
    static let shouldRetry = HTTPField.Name("X-Should-Retry")!
}
