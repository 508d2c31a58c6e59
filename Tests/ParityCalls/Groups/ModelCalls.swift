import OpenRouter

/// Models and who serves them.
let modelCalls: [Call] = [
    .value("models.get") { try await $0.models.get(author: "openai", slug: "gpt-4") },
    .value("models.get, a slug with a tag") { try await $0.models.get(author: "openai", slug: "gpt-4:free") },
    .value("models.get, a slug with a slash") { try await $0.models.get(author: "openai", slug: "a/b?c#d e") },
    .value("models.list") {
        try await $0.models.list(
            offset: 0, limit: 500, category: .programming, supportedParameters: "tools,temperature",
            outputModalities: "text", sort: .newest, q: "gpt 4+", inputModalities: "text,image", context: 128_000,
            minPrice: 0.25, maxPrice: 10.5, arch: "GPT", modelAuthors: "openai,anthropic", providers: "OpenAI",
            distillable: .true, zdr: .true, region: .eu, minOutputPrice: 0.1, maxOutputPrice: 20.5, minAgeDays: 1,
            maxAgeDays: 30, minIntelligenceIndex: 1.5, maxIntelligenceIndex: 2.25, minCodingIndex: 3.5,
            maxCodingIndex: 4.5, minAgenticIndex: 5.5, maxAgenticIndex: 6.5, minToolSuccessRate: 0.5,
            maxToolSuccessRate: 0.75)
    },
    .value("models.list, nothing given") { try await $0.models.list() },
    .value("models.list, a whole number") { try await $0.models.list(offset: 0, limit: 5, minPrice: 2) },
    .pages("models.list, pages") { $0.models.listPages(offset: 0, limit: 1, q: "gpt") },
    .value("models.count") { try await $0.models.count(outputModalities: "text") },
    .value("models.listForUser") { try await $0.models.listForUser(offset: 0, limit: 500) },
    .value("endpoints.list") { try await $0.endpoints.list(author: "openai", slug: "gpt-4") },
    .value("endpoints.listZeroDataRetention") { try await $0.endpoints.listZeroDataRetention() },
]
