import ArgumentParser
import Foundation
import OpenRouter

/// `openrouter models [TEXT]`.
struct ModelsCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "List models with their context lengths and prices.",
        discussion: "Prices are US dollars for a million tokens. With --json a line is a model.")

    /// What the list is sorted by.
    enum Order: String, CaseIterable, ExpressibleByArgument {
        case id, context, prompt, completion, newest
    }

    /// How many models a page has.
    private static let pageSize = 500

    @OptionGroup var shared: SharedOptions

    @Argument(help: "Only models whose name or ID has this text.")
    var text: String?

    @Option(help: "What to sort by: id, newest, context (longest first), prompt or completion (cheapest first).")
    var sort = Order.id

    func run(_ session: Session) async throws {
        var models: [Model] = []
        for try await model in session.openRouter.models.listPages(limit: Self.pageSize, q: text).items {
            models.append(model)
        }
        models = Self.sorted(models, by: sort)
        if session.isJSON {
            for model in models { try session.show(json: model) }
        } else if models.isEmpty {
            try session.note("no models" + (text.map { " for `\($0)`" } ?? ""))
        } else {
            try session.show(Self.table(models).text(width: session.width, style: session.style))
        }
    }

    static func table(_ models: [Model]) -> Table {
        Table(
            columns: [
                .text("MODEL", givesRoom: 2), .text("NAME", givesRoom: 1), .number("CONTEXT"),
                .number("PROMPT"),
                .number("COMPLETION"),
            ],
            rows: models.map { model in
                [
                    model.id, model.name, model.contextLength.map(Numbers.count) ?? "-",
                    Numbers.perMillion(model.pricing.prompt), Numbers.perMillion(model.pricing.completion),
                ]
            })
    }

    /// Equal ones by their IDs; those without a value, or with a price that varies, come last.
    static func sorted(_ models: [Model], by order: Order) -> [Model] {
        let keyed = models.map { (key: key($0, order), model: $0) }
        return keyed.sorted { left, right in
            switch (left.key, right.key) {
            case (let first?, let second?) where first != second: first < second
            case (_?, nil): true
            case (nil, _?): false
            default: left.model.id < right.model.id
            }
        }.map(\.model)
    }

    private static func key(_ model: Model, _ order: Order) -> Decimal? {
        switch order {
        case .id: nil
        case .context: model.contextLength.map { -Decimal($0) }
        case .newest: -Decimal(model.created)
        case .prompt: price(model.pricing.prompt)
        case .completion: price(model.pricing.completion)
        }
    }

    private static func price(_ text: String) -> Decimal? { Numbers.decimal(text).flatMap { $0 < 0 ? nil : $0 } }
}
