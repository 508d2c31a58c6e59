import Foundation
import Gentests
import Testing

/// What is known to end otherwise, from `known-outcomes.tsv`: operation, `call` or `request`, and why.
struct KnownOutcomes {
    private var reasons: [String: String] = [:]

    init() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent("known-outcomes.tsv"), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
            guard fields.count == 3 else { continue }
            reasons["\(fields[0])\t\(fields[1])"] = fields[2]
        }
    }

    subscript(operation: String, part: String) -> String? { reasons["\(operation)\t\(part)"] }
}

@Suite struct SweepTests {
    /// Every operation is called once. The servers read what they saw by the document alone and compare it with what was put
    /// in; the call has to end well, save where the table says why not.
    @Test func everyOperation() async throws {
        let client = GentestsClient.testing()
        let known = try KnownOutcomes()
        var sent = 0
        var ended = 0
        for call in SweepCall.all {
            let name = "sweep-\(call.id)"
            let problem = await call.run(
                client, Servers.options(name, operation: call.id, baseURL: call.baseURL))
            let differences = try await Servers.differences(of: name)
            sent += differences.isEmpty ? 1 : 0
            ended += problem == nil ? 1 : 0
            check(call.id, "request", differences.isEmpty ? nil : differences.joined(separator: "; "), known)
            check(call.id, "call", problem, known)
        }
        print("conformance: \(SweepCall.all.count + leftOut.count) operations, \(SweepCall.all.count) called,")
        print("  \(sent) requests equal to what was put in, \(ended) ended well; left out: \(leftOut.sorted())")
    }

    /// What went wrong has to be in the table; a line of the table that is not true any more is printed.
    private func check(_ id: String, _ part: String, _ problem: String?, _ known: KnownOutcomes) {
        switch (problem, known[id, part]) {
        case (let problem?, nil): Issue.record("\(id)\t\(part)\t\(problem)")
        case (nil, let reason?): print("conformance: known-outcomes.tsv is out of date: \(id) \(part): \(reason)")
        default: break
        }
    }
}
