import OpenRouter

/// What a generation was and what it cost, as a table.
enum GenerationTable {
    static func text(_ data: GenerationResponse.Data) -> String {
        var rows: [(String, String)] = [
            ("generation", data.id), ("model", data.model), ("created", data.createdAt),
            ("provider", data.providerName ?? "-"), ("finished", data.finishReason ?? "still running"),
            ("region", data.dataRegion.rawValue), ("cost", "\(data.totalCost) USD"),
            ("tokens", "\(count(data.tokensPrompt)) prompt, \(count(data.tokensCompletion)) completion"),
            ("latency", milliseconds(data.latency)), ("generation time", milliseconds(data.generationTime)),
        ]
        for response in data.providerResponses ?? [] {
            let name = response.providerName?.rawValue ?? "a provider"
            rows.append(("tried", "\(name): status \(response.status.map(String.init) ?? "-")"))
        }
        return table(rows)
    }

    private static func table(_ rows: [(String, String)]) -> String {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in
            "  " + name + String(repeating: " ", count: width - name.count) + "  " + value
        }.joined(separator: "\n")
    }

    private static func count(_ tokens: Int?) -> String { tokens.map(String.init) ?? "?" }

    private static func milliseconds(_ value: Double?) -> String {
        guard let value else { return "-" }
        // What no Int holds is shown as it came.
        return "\(Int(exactly: value.rounded()).map(String.init) ?? "\(value)") ms"
    }
}

/// What went in and what came out.
enum ContentText {
    static func text(_ data: GenerationContentData) -> String {
        let input =
            switch data.input {
            case .prompt(let value): value.prompt
            case .messages(let value): value.messages.map(\.description).joined(separator: "\n         ")
            case .unknown(let value): value.description
            }
        let output = data.output.completion ?? data.error?.message ?? "-"
        return "  input  \(input)\n  output \(output)"
    }
}
