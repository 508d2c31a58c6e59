import ArgumentParser
import OpenRouter

/// `openrouter usage`.
struct UsageCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "Show the account's usage of the last 30 days as bars.",
        discussion: "It takes a management key.")

    /// What a bar stands for.
    enum Grouping: String, CaseIterable, ExpressibleByArgument {
        case day, model, provider
    }

    /// What a bar is as long as.
    enum Measure: String, CaseIterable, ExpressibleByArgument {
        case cost, requests, tokens
    }

    @OptionGroup var shared: SharedOptions

    @Option(help: "A bar for each day, model or provider.")
    var by = Grouping.day

    @Option(help: "What to measure: cost, requests or tokens.")
    var measure = Measure.cost

    @Option(help: ArgumentHelp("Only this day (UTC), such as 2026-01-31.", valueName: "day"))
    var date: String?

    func run(_ session: Session) async throws {
        let activity = try await session.openRouter.analytics.getActivity(date: date)
        try session.show(activity) { Self.text(activity.data, by, measure, width: session.width, style: session.style) }
    }

    static func text(
        _ items: [ActivityItem], _ grouping: Grouping, _ measure: Measure, width: Int?, style: Style
    ) -> String {
        guard !items.isEmpty else { return "no usage" }
        let sums = Dictionary(grouping: items) { group($0, grouping) }.mapValues {
            $0.reduce(0) { $0 + value($1, measure) }
        }
        // Days in their order, others the largest first.
        let order = sums.sorted { left, right in
            grouping == .day || left.value == right.value ? left.key < right.key : left.value > right.value
        }
        let bars = order.map { BarChart.Bar(label: $0.key, value: $0.value, note: note($0.value, measure)) }
        let total = note(items.reduce(0) { $0 + value($1, measure) }, measure)
        return BarChart.text(bars, width: width, style: style) + "\n" + style.bold("total \(total)")
    }

    private static func group(_ item: ActivityItem, _ grouping: Grouping) -> String {
        switch grouping {
        case .day: item.date
        case .model: item.model
        case .provider: item.providerName
        }
    }

    private static func value(_ item: ActivityItem, _ measure: Measure) -> Double {
        switch measure {
        case .cost: item.usage
        case .requests: Double(item.requests)
        case .tokens: Double(item.promptTokens) + Double(item.completionTokens)
        }
    }

    private static func note(_ value: Double, _ measure: Measure) -> String {
        switch measure {
        case .cost: "\(Numbers.dollars(value)) USD"
        case .requests, .tokens: "\(Int(exactly: value).map(Numbers.count) ?? "\(value)") \(measure.rawValue)"
        }
    }
}
