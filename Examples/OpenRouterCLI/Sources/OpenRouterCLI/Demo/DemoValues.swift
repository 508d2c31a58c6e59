import OpenRouter

/// Invented values in the shape of the document's examples. The models are none that anybody offers.
enum DemoValues {
    static let models: [JSONValue] = [
        model("demo/wren-mini", "Wren Mini", context: 32_768, prompt: "0.0000001", completion: "0.0000004"),
        model("demo/wren", "Wren", context: 128_000, prompt: "0.0000025", completion: "0.00001"),
        model(
            "demo/heron-long", "Heron Long Context", context: 1_048_576, prompt: "0.00000125", completion: "0.000005"),
        model("demo/magpie-free", "Magpie (free)", context: 8_192, prompt: "0", completion: "0"),
        model("demo/any", "Whichever fits", context: 200_000, prompt: "-1", completion: "-1"),
    ]

    /// A week of two models.
    static let activity: [JSONValue] = [3, 5, 2, 8, 13, 4, 1].enumerated().flatMap { day, load in
        [
            entry(day: day, model: "demo/wren", provider: "Aviary", requests: 4 * load, usage: 0.035 * Double(load)),
            entry(day: day, model: "demo/heron-long", provider: "Lakeside", requests: load, usage: 0.02 * Double(load)),
        ]
    }

    /// The example's video, before it is there.
    static let unfinishedVideo: JSONValue = {
        var video = DemoService.example("getVideo").object ?? [:]
        video["status"] = "in_progress"
        for member in ["unsigned_urls", "usage"] { video[member] = nil }
        return .object(video)
    }()

    private static func model(
        _ id: String, _ name: String, context: Int, prompt: String, completion: String
    ) -> JSONValue {
        var model = DemoService.data(of: "listModels").first?.object ?? [:]
        model["id"] = .string(id)
        model["canonical_slug"] = .string(id)
        model["name"] = .string(name)
        model["context_length"] = .number(JSONNumber(context))
        var pricing = model["pricing"]?.object ?? [:]
        pricing["prompt"] = .string(prompt)
        pricing["completion"] = .string(completion)
        model["pricing"] = .object(pricing)
        return .object(model)
    }

    private static func entry(day: Int, model: String, provider: String, requests: Int, usage: Double) -> JSONValue {
        var entry = DemoService.data(of: "getUserActivity").first?.object ?? [:]
        entry["date"] = .string("2026-01-0\(day + 1)")
        entry["model"] = .string(model)
        entry["model_permaslug"] = .string(model)
        entry["provider_name"] = .string(provider)
        entry["requests"] = .number(JSONNumber(requests))
        entry["prompt_tokens"] = .number(JSONNumber(requests * 420))
        entry["completion_tokens"] = .number(JSONNumber(requests * 160))
        entry["usage"] = JSONNumber(usage).map { .number($0) }
        return .object(entry)
    }
}
