import Foundation

/// The table of all scenarios and policies, and the gates that ours must pass.
struct Report {
    let scenarios: [Scenario]
    let candidates: [Candidate]
    let results: [[Outcome]]

    private struct Gate {
        var text: String
        var isMet: Bool
    }

    var passes: Bool { gates.allSatisfy(\.isMet) }
    var gateLines: [String] { gates.map { "\($0.isMet ? "met" : "MISSED"): \($0.text)" } }

    private func ours(_ scenario: String) -> Outcome { outcome(scenario, Candidate.oursName) }

    private func outcome(_ scenario: String, _ candidate: String) -> Outcome {
        let row = scenarios.firstIndex { $0.name == scenario }!
        return results[row][candidates.firstIndex { $0.name == candidate }!]
    }

    private var gates: [Gate] {
        let sent = ours("outage").sentPerCall
        let from = Scenario.brownout.recoversFrom!
        let recovery = ours("brown-out").recovery(from: from)
        let bare = outcome("brown-out", Candidate.noneName).recovery(from: from)
        let five = ours("5 % fail").success
        let twenty = ours("20 % fail").success
        return [
            Gate(text: "at most 1.6 attempts a call in an outage: \(decimal(sent))", isMet: sent <= 1.6),
            Gate(
                text: "after a brown-out well no later than 5 s after what no retries need (\(seconds(bare))): "
                    + seconds(recovery), isMet: recovery.map { $0 <= (bare ?? .max - 5) + 5 } ?? false),
            Gate(text: "99.9 % of the calls end well when 5 % fail: \(percent(five))", isMet: five >= 0.999),
            Gate(text: "98 % when 20 % fail: \(percent(twenty))", isMet: twenty >= 0.98),
        ]
    }

    var text: String {
        """
        # Retries of a whole fleet

        `make simulate` plays 10,000 clients, each with 0.2 calls a second, against a server in trouble, and writes this page. The
        clock is virtual, every random number comes from a seed, and the decisions are those of the runtime's own function
        (`RetryPolicy.decide`) and its own bucket of tokens, one a client. The other policies are written after their
        documents; "Apus without" leaves one part of ours out, to show what it is for.

        ## Gates

        \(gateLines.map { "- \($0)" }.joined(separator: "\n"))

        ## The model

        The server does 2,500 requests a second in order, for 2,000 calls a second. \(Scenario.queueLimit) may wait; the rest is answered
        503. An idle server takes 50 ms. A client gives an attempt up after 2 s (the runtime's own limit for a first byte is
        30 s), and the server does the work of it all the same, which is what lets an overload feed itself. Calls begin at random,
        independently of each other, and go on to begin while others wait. All calls are `GET`. Nothing sends `Retry-After`.

        Calls that begin independently of each other are spread already: leaving out jitter or growing waits changes little here. What
        keeps an overload from feeding itself is the budget; what lets a client with many calls through a short blip is that its
        budget's capacity follows its successes; what keeps 20 % of random failures from spending it is the refund.

        \(tables)

        ![Attempts sent and calls that end well in the brown-out](simulation.svg)

        """
    }

    private var tables: String {
        zip(scenarios, results).map { scenario, outcomes in
            let hasRecovery = scenario.recoversFrom != nil
            let head =
                "| Policy | end well | attempts a call | most attempts in a second |"
                + (hasRecovery ? " well again after |" : "")
            let rule = "| --- | ---: | ---: | ---: |" + (hasRecovery ? " ---: |" : "")
            let rows = zip(candidates, outcomes).map { candidate, outcome in
                var row = "| \(candidate.name) | \(percent(outcome.success)) | \(decimal(outcome.sentPerCall)) "
                row += "| \(outcome.peak) |"
                if let from = scenario.recoversFrom { row += " \(seconds(outcome.recovery(from: from))) |" }
                return row
            }
            let title = scenario.name.prefix(1).uppercased() + scenario.name.dropFirst()
            return (["## \(title)", "", sentence(scenario), "", head, rule] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func sentence(_ scenario: Scenario) -> String {
        let story = scenario.story.prefix(1).uppercased() + scenario.story.dropFirst()
        return "\(story). Counted are calls that begin from second \(Int(scenario.window.lowerBound)) to "
            + "\(Int(scenario.window.upperBound))."
    }

    private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
    private func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }
    private func seconds(_ value: Int?) -> String { value.map { "\($0) s" } ?? "never" }
}
