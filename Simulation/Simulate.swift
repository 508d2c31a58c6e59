import Foundation

/// Plays a fleet of clients against a server in trouble, once for each policy of retries, and writes what came of it:
/// `docs/simulation.md` and `docs/simulation.svg`. The clock is virtual and every number comes from a seed: the same
/// program always writes the same bytes. Ends with 1 when a gate is missed.
@main
struct Simulate {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first ?? "docs"
        var results: [[Outcome]] = []
        for scenario in Scenario.all {
            let outcomes = Candidate.all.map { candidate in
                var fleet = Fleet(scenario: scenario, policy: candidate.make(scenario.population), seed: 1)
                return fleet.run()
            }
            print("played: \(scenario.name)")
            results.append(outcomes)
        }
        let report = Report(scenarios: Scenario.all, candidates: Candidate.all, results: results)
        let plot = Plot(candidates: Candidate.all, scenario: .brownout, outcomes: results[Scenario.brownoutIndex])
        try report.text.write(toFile: "\(folder)/simulation.md", atomically: true, encoding: .utf8)
        try plot.svg.write(toFile: "\(folder)/simulation.svg", atomically: true, encoding: .utf8)
        print(report.gateLines.joined(separator: "\n"))
        if !report.passes { exit(1) }
    }
}
