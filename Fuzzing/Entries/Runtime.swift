import ApusJSON
import HTTPTypes

@testable import ApusRuntime

/// JSON: what is read is written and read again as the same value.
@Sendable func readJSON(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(jsonBytes: bytes) else { return }
    guard let written = try? value.jsonBytes(), let again = try? JSONValue(jsonBytes: written) else {
        fatalError("what was read is not written, or what was written not read")
    }
    precondition(again == value, "another value")
    precondition((try? again.jsonBytes()) == written, "other bytes")
}

/// Event streams: the same events, however the bytes are cut.
@Sendable func readEvents(_ bytes: [UInt8]) {
    func events(_ pieces: [[UInt8]]) -> [String] {
        var parser = EventStreamParser()
        var found: [String] = []
        for piece in pieces {
            parser.feed(piece)
            while let event = parser.next() {
                found.append("\(event.event ?? "-")|\(event.data)|\(event.id ?? "-")|\(event.retry ?? -1)")
            }
        }
        return found + [parser.lastEventID]
    }
    let cut = bytes.count / 3
    let whole = events([bytes])
    precondition(events([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "other events when cut once")
    precondition(events(bytes.map { [$0] }) == whole, "other events when cut at every byte")
}

/// JSON lines and sequences: the same records, however the bytes are cut.
@Sendable func readRecords(_ bytes: [UInt8]) {
    for separator: UInt8 in [0x0A, 0x1E] {
        func records(_ pieces: [[UInt8]]) -> [[UInt8]] {
            var parser = RecordParser(separator: separator)
            var found: [[UInt8]] = []
            for piece in pieces {
                parser.feed(piece)
                while let record = parser.next() { found.append(record) }
            }
            if let last = parser.last() { found.append(last.text) }
            return found
        }
        precondition(records(bytes.map { [$0] }) == records([bytes]), "other records when cut")
    }
}

/// `Retry-After`: no wait, or one from nothing to a century.
@Sendable func readRetryAfter(_ bytes: [UInt8]) {
    var fields = HTTPFields()
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    for (name, line) in zip([HTTPField.Name.retryAfter, .date, .retryAfterMilliseconds], lines) where !line.isEmpty {
        fields.append(HTTPField(name: name, value: String(decoding: line, as: UTF8.self)))
    }
    guard let wait = RetryAfter.parse(fields, now: 1_700_000_000) else { return }
    precondition(wait >= .zero && wait <= .seconds(253_402_300_800), "a wait that makes no sense: \(wait)")
}

/// URLs: whatever goes into a path or a query, only ASCII without controls and spaces comes out.
@Sendable func buildURL(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    func check(_ result: String, _ reserved: String) {
        precondition(result.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a byte that no URL holds")
        precondition(!result.contains { reserved.contains($0) }, "a reserved character")
    }
    let encoded = PercentEncoding.encode(text, keeping: .unreserved)
    check(encoded, "/?#&=+%".filter { $0 != "%" })
    precondition(PercentEncoding.decode(encoded) == text, "another text")
    if let value = try? ParameterEncoder.path("id", .string(text)) { check(value, "/?#") }
    for style in [ParameterStyle.form, .spaceDelimited, .pipeDelimited, .deepObject, .json] {
        let value = JSONValue.array([.string(text), .string("b")])
        for pair in (try? ParameterEncoder.query("q", value, style: style)) ?? [] { check("\(pair.name)", "&=#") }
    }
    _ = try? PathTemplate.expand(text, ["id": "1"])
    if let base = try? BaseURL(text) { precondition(!base.origin.contains("@"), "user information") }
}

/// Where redirects and next pages lead, and `Content-Range`: a plain URL that leads to the same place when it is resolved again,
/// and a range that can be.
@Sendable func readRedirect(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let from = URLTarget(scheme: "https", authority: "h", path: "/a/b", query: "c")
    if let target = try? URLTarget(text, from: from) {
        let whole = "\(target.scheme)://\(target.authority)\(target.path)\(target.query.map { "?\($0)" } ?? "")"
        precondition(whole.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a byte that no URL holds")
        precondition(target.scheme == "https" || target.scheme == "http", "another scheme")
        precondition(!target.authority.contains { "@/?#\\".contains($0) }, "more than host and port")
        precondition(target.path.hasPrefix("/") && !target.path.hasPrefix("//"), "a path that is an authority")
        precondition((try? URLTarget(whole, from: from)) == target, "another place")
    }
    if let range = ContentRange(text) {
        precondition(range.first >= 0 && range.first <= range.last, "a range that ends before it begins")
        precondition(range.total.map { range.last < $0 } ?? true, "a range beyond the end")
    }
}

/// Media types: a type covers itself.
@Sendable func readMediaType(_ bytes: [UInt8]) {
    guard let type = MediaType(String(decoding: bytes, as: UTF8.self)) else { return }
    precondition(type.covers(type), "a type that does not cover itself")
}
