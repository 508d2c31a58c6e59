import Foundation
import Testing

@testable import ApusRuntime

/// Downloads that break and go on: what can be asked for, what an answer is, and whole downloads as scripts.
@Suite("Downloads that go on")
struct ResumeTests {
    typealias Fields = [(String, String)]

    static func head(_ status: Int, _ fields: Fields) -> HTTPResponse {
        var head = HTTPResponse(status: .init(code: status))
        for (name, value) in fields { head.headerFields.append(HTTPField(name: HTTPField.Name(name)!, value: value)) }
        return head
    }

    static let date = ("Date", "Sun, 06 Nov 1994 08:49:37 GMT")

    static let validators: [(status: Int, fields: Fields, want: String?)] = [
        (200, [("ETag", "\"a\"")], "\"a\""), (200, [("ETag", "\"\"")], "\"\""), (200, [("ETag", "W/\"a\"")], nil),
        (200, [("ETag", "a")], nil), (200, [("ETag", "\"a b\"")], nil), (200, [("ETag", "\"é\"")], nil),
        (200, [("ETag", "\"a\""), ("ETag", "\"b\"")], nil), (200, [], nil),
        (206, [("ETag", "\"a\"")], nil), (201, [("ETag", "\"a\"")], nil),
        (200, [("ETag", "\"a\""), ("Accept-Ranges", "none")], nil),
        (200, [("ETag", "\"a\""), ("Accept-Ranges", "bytes")], "\"a\""),
        (200, [("ETag", "\"a\""), ("Content-Encoding", "gzip")], nil),
        (200, [("ETag", "\"a\""), ("Content-Encoding", "identity")], "\"a\""),
        // RFC 9110, 8.8.2.2: a minute between the change and the response.
        (200, [date, ("Last-Modified", "Sun, 06 Nov 1994 08:48:37 GMT")], "Sun, 06 Nov 1994 08:48:37 GMT"),
        (200, [date, ("Last-Modified", "Sun, 06 Nov 1994 08:48:38 GMT")], nil),
        (200, [date, ("Last-Modified", "Sun, 06 Nov 1995 08:48:37 GMT")], nil),
        (200, [date, ("Last-Modified", "yesterday")], nil),
        (200, [("Last-Modified", "Sun, 06 Nov 1994 08:48:37 GMT")], nil),
        // A date is no way out where there is a tag (RFC 9110, 13.1.5).
        (200, [date, ("Last-Modified", "Sun, 06 Nov 1994 08:48:37 GMT"), ("ETag", "W/\"a\"")], nil),
    ]

    @Test("By what a file is recognised: given, want")
    func validator() {
        for row in Self.validators {
            let got = ResumePoint.validator(of: Self.head(row.status, row.fields), now: 1_700_000_000)
            #expect(got == row.want, "\(row)")
        }
    }

    static let ranges: [(String, String?)] = [
        ("bytes 4-9/10", "4-9/10"), ("BYTES 0-0/1", "0-0/1"), ("bytes 4-9/*", "4-9/*"), ("bytes 4-10/10", nil),
        ("bytes 9-4/10", nil), ("bytes */10", nil), ("bytes 4-/10", nil), ("bytes -4-9/10", nil), ("bytes 4-9", nil),
        ("bytes=4-9/10", nil), ("items 4-9/10", nil), ("bytes  4-9/10", nil), ("bytes +4-9/10", nil), ("", nil),
        ("bytes 4-9/99999999999999999999", nil), ("bytes 99999999999999999999-9/10", nil),
    ]

    @Test("Content-Range: given, want")
    func contentRange() {
        for (text, want) in Self.ranges {
            let range = ContentRange(text)
            #expect(range.map { "\($0.first)-\($0.last)/\($0.total.map(String.init) ?? "*")" } == want, "\(text)")
        }
    }

    static let tag = ("ETag", "\"a\"")
    static let rest = ("Content-Range", "bytes 4-9/10")

    /// The answer to a request for the rest behind byte 4 of 10.
    static let answers: [(status: Int, fields: Fields, want: String)] = [
        (206, [rest, tag], "rest 10"), (206, [rest], "rest 10"),
        (206, [("Content-Range", "bytes 4-6/*"), tag], "rest 10"),
        (206, [rest, ("Content-Length", "6")], "rest 10"), (206, [rest, ("Content-Length", "7")], "contradict"),
        (206, [rest, ("ETag", "\"b\"")], "another"), (206, [rest, ("ETag", "W/\"a\"")], "another"),
        (206, [("Content-Range", "bytes 0-9/10"), tag], "begins at byte 4"),
        (206, [("Content-Range", "bytes 5-9/10"), tag], "begins at byte 4"), (206, [tag], "begins at byte 4"),
        (206, [rest, rest], "begins at byte 4"),
        (206, [("Content-Range", "bytes 4-10/11"), tag], "length has changed"),
        (206, [rest, ("Content-Encoding", "gzip")], "compressed"),
        (206, [("Content-Type", "multipart/byteranges; boundary=b"), tag], "another media type"),
        (200, [("ETag", "\"b\"")], "whole"), (200, [tag], "whole"),
        (200, [("Content-Type", "text/html")], "another media type"),
    ]

    @Test("What an answer is: given, want")
    func answer() {
        let point = ResumePoint(offset: 4, validator: "\"a\"", total: 10, contentType: "image/png")
        for row in Self.answers {
            let isTyped = row.fields.contains { $0.0 == "Content-Type" }
            let fields = isTyped ? row.fields : row.fields + [("Content-Type", "Image/PNG; q=1")]
            let got =
                switch point.answer(Self.head(row.status, fields)) {
                case .rest(let total): "rest \(total ?? -1)"
                case .whole: "whole"
                case .partOfAnother: "another"
                case .wrong(let what): what
                }
            #expect(got.contains(row.want), "\(row): \(got)")
        }
    }

    // MARK: Whole downloads

    struct GetFile: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "getFile", method: "GET", path: "/file", accept: ["*/*"], success: [.exact(200)],
            delivery: .download, errors: SampleAPI.errors, security: [["apiKey"]])
        func encode(into request: inout RequestBuilder) {}
    }

    struct MakeFile: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "makeFile", method: "POST", path: "/file", accept: ["*/*"], success: [.exact(200)],
            delivery: .download, errors: SampleAPI.errors)
        func encode(into request: inout RequestBuilder) {}
    }

    static let lost = TransportError(.connectionLost, .maybeSent, "lost")

    static func cut(_ status: Int, _ body: String, _ fields: Fields = [tag]) -> ScriptedTransport.Step {
        .broken(status, body, lost, headers: fields)
    }

    static func part(_ body: String, _ range: String, _ fields: Fields = [tag]) -> ScriptedTransport.Step {
        .json(206, body, fields + [("Content-Range", "bytes \(range)")])
    }

    struct Row: Sendable {
        var name: String
        var steps: [ScriptedTransport.Step]
        /// What the file holds, or what the error says.
        var want: String
        /// `Range` and `If-Range` of the requests.
        var ranges: [String]
        var policy: RetryPolicy?
    }

    static let rows: [Row] = [
        Row(
            name: "cut, and the rest", steps: [cut(200, "0123"), part("456789", "4-9/10")], want: "0123456789",
            ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "cut twice", steps: [cut(200, "0123"), cut(206, "45", [tag, rest]), part("6789", "6-9/10")],
            want: "0123456789", ranges: ["", "bytes=4- \"a\"", "bytes=6- \"a\""]),
        Row(
            name: "another file by now", steps: [cut(200, "0123"), .json(200, "abc", [("ETag", "\"b\"")])],
            want: "abc", ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "a server without ranges", steps: [cut(200, "0123"), .json(200, "0123456789", [tag])],
            want: "0123456789", ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "a part of another file",
            steps: [cut(200, "0123"), part("456789", "4-9/10", [("ETag", "\"b\"")]), .json(200, "abc", [])],
            want: "abc", ranges: ["", "bytes=4- \"a\"", ""]),
        Row(
            name: "another file, cut in its turn",
            steps: [cut(200, "0123"), cut(200, "abc", [("ETag", "\"b\"")]), part("def", "3-5/6", [("ETag", "\"b\"")])],
            want: "abcdef", ranges: ["", "bytes=4- \"a\"", "bytes=3- \"b\""]),
        Row(
            name: "a wrong range", steps: [cut(200, "0123"), part("0123456789", "0-9/10")],
            want: "! unexpectedStatus 206", ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "no such range", steps: [cut(200, "0123"), .json(416, "{}"), .json(200, "abc")], want: "abc",
            ranges: ["", "bytes=4- \"a\"", ""]),
        Row(
            name: "less than was asked for", steps: [cut(200, "0123"), part("456", "4-6/10"), part("789", "7-9/10")],
            want: "0123456789", ranges: ["", "bytes=4- \"a\"", "bytes=7- \"a\""]),
        Row(
            name: "more than was promised", steps: [cut(200, "0123"), part("456789ab", "4-9/10")],
            want: "! transport 206", ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "an end too early, and no word of it",
            steps: [.json(200, "0123", [tag, ("Content-Length", "10")]), part("456789", "4-9/10")],
            want: "0123456789", ranges: ["", "bytes=4- \"a\""]),
        Row(name: "nothing to recognise it by", steps: [cut(200, "0123", [])], want: "! transport 200", ranges: [""]),
        Row(
            name: "nothing has come yet", steps: [cut(200, "", []), .json(200, "abc")], want: "abc",
            ranges: ["", ""]),
        Row(
            name: "by its date",
            steps: [
                cut(200, "0123", [date, ("Last-Modified", "Sun, 06 Nov 1994 08:48:37 GMT")]), part("4", "4-4/5", []),
            ], want: "01234", ranges: ["", "bytes=4- Sun, 06 Nov 1994 08:48:37 GMT"]),
        Row(
            name: "gone", steps: [cut(200, "0123"), .json(404, "{}")], want: "! notFound 404",
            ranges: ["", "bytes=4- \"a\""]),
        Row(
            name: "a server in trouble", steps: [cut(200, "0123"), .json(503, "{}"), part("456789", "4-9/10")],
            want: "0123456789", ranges: ["", "bytes=4- \"a\"", "bytes=4- \"a\""]),
        Row(
            name: "it is cut again and again", steps: [cut(200, "0123"), cut(206, "", [tag, rest])],
            want: "! transport 206", ranges: ["", "bytes=4- \"a\"", "bytes=4- \"a\""]),
        Row(
            name: "no retries wanted", steps: [cut(200, "0123"), part("456789", "4-9/10")], want: "! transport 200",
            ranges: [""], policy: .never),
        Row(
            name: "a break that would come again",
            steps: [.broken(200, "0123", TransportError(.protocolViolation, .maybeSent, "rubbish"), headers: [tag])],
            want: "! transport 200", ranges: [""]),
    ]

    /// The file's contents, or the error's name and status.
    static func outcome(_ download: Download) async throws -> (text: String, steps: [DownloadProgress]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("file").path
        var steps: [DownloadProgress] = []
        do {
            for try await step in download.writing(to: path) { steps.append(step) }
        } catch let failure as CallFailure {
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
            let status = failure.details.status.map { " \($0)" } ?? ""
            return ("! \(SampleError(failure).name)\(status)", steps)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
        return (try String(contentsOfFile: path, encoding: .utf8), steps)
    }

    @Test("Rows", arguments: rows.indices)
    func downloads(index: Int) async throws {
        let row = Self.rows[index]
        let harness = Harness(steps: row.steps)
        let download = try await harness.send(GetFile(), CallOptions(retryPolicy: row.policy)).value
        let (text, steps) = try await Self.outcome(download)
        #expect(text == row.want, "\(row.name)")
        let ranges = harness.transport.requests.map { request in
            [HTTPField.Name.range, .ifRange].compactMap { request.head.headerFields[$0] }.joined(separator: " ")
        }
        #expect(ranges == row.ranges, "\(row.name)")
        #expect(harness.transport.requests.allSatisfy { $0.head.headerFields[.authorization] != nil }, "\(row.name)")
        if !text.hasPrefix("!") { #expect(steps.last?.receivedBytes == text.utf8.count, "\(row.name)") }
    }

    @Test("Progress, its fraction, and how often it went on")
    func progress() async throws {
        let first = Self.cut(200, "0123", [Self.tag, ("Content-Length", "10")])
        let harness = Harness(first, Self.part("456789", "4-9/10"))
        let (_, steps) = try await Self.outcome(try await harness.send(GetFile()).value)
        #expect(steps.map(\.receivedBytes) == [2, 4, 7, 10])
        #expect(steps.map(\.fraction) == [0.2, 0.4, 0.7, 1])
        #expect(steps.map(\.resumes) == [0, 0, 1, 1])
        #expect(harness.clock.sleeps == [.milliseconds(50)])
        #expect(DownloadProgress(receivedBytes: 3).fraction == nil)
        #expect(DownloadProgress(receivedBytes: 0, expectedBytes: 0).fraction == 1)
    }

    @Test("What is no GET is not asked for again")
    func post() async throws {
        let harness = Harness(Self.cut(200, "0123"), Self.part("456789", "4-9/10"))
        #expect(try await Self.outcome(try await harness.send(MakeFile()).value).text == "! transport 200")
        #expect(harness.transport.requests.count == 1)
    }

    @Test("Each break takes of the retry budget, each mebibyte gives it back")
    func budget() async throws {
        let mebibyte = String(repeating: "x", count: 1 << 20)
        let total = 30 << 20
        // Each part brings half a mebibyte, or a whole one.
        for (size, wants) in [(1 << 19, false), (1 << 20, true)] {
            var steps: [ScriptedTransport.Step] = []
            for start in stride(from: 0, to: total, by: size) {
                let range = [Self.tag, ("Content-Range", "bytes \(start)-\(total - 1)/\(total)")]
                steps.append(
                    Self.cut(start == 0 ? 200 : 206, String(mebibyte.prefix(size)), start == 0 ? [Self.tag] : range))
            }
            steps[steps.count - 1] = Self.part(
                String(mebibyte.prefix(size)), "\(total - size)-\(total - 1)/\(total)")
            let harness = Harness(steps: steps)
            let download = try await harness.send(GetFile()).value
            var received = 0
            do {
                for try await step in download.writing(to: FileManager.default.temporaryDirectory.path + "/\(UUID())") {
                    received = step.receivedBytes
                }
                #expect(wants)
            } catch let failure as CallFailure {
                #expect(!wants, "\(failure)")
                #expect(failure.details.retryStopReason == .attemptsExhausted)
            }
            #expect((received == total) == wants)
        }
        var harness = Harness(Self.cut(200, "0123"))
        harness.configuration.retryBudget = RetryBudget()
        for _ in 0..<5 { _ = harness.configuration.retryBudget?.spend("https://api.example", at: .zero) }
        let download = try await harness.send(GetFile()).value
        let path = FileManager.default.temporaryDirectory.path + "/\(UUID())"
        let error = await #expect(throws: CallFailure.self) { try await download.write(to: path) }
        #expect(error?.details.retryStopReason == .budgetSpent)
        #expect(harness.transport.requests.count == 1)
    }

    @Test("A download that is left early leaves no file")
    func left() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let download = try await Harness(.json(200, "0123456789")).send(GetFile()).value
        for try await _ in download.writing(to: folder.path + "/file") { break }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("Cancelled in the wait before it goes on")
    func cancelled() async throws {
        let harness = Harness(Self.cut(200, "0123"), Self.part("456789", "4-9/10"))
        let download = try await harness.send(GetFile()).value
        let task = Task { try await Self.outcome(download).text }
        harness.clock.onSleep.withLock { $0 = { task.cancel() } }
        #expect(try await task.value == "! cancelled")
        #expect(harness.transport.requests.count == 1)
    }
}
