import Foundation
import OpenRouter

/// Usage, benchmarks, rankings, feedback.
let analyticsCalls: [Call] =
    datasetCalls + [
        .value("analytics.getActivity") {
            try await $0.analytics.getActivity(
                date: "2025-08-24", apiKeyHash: "abc123", userID: "user_abc123", groupBy: .workspace,
                workspaceID: "550e8400-e29b-41d4-a716-446655440000")
        },
        .value("analytics.getMeta") { try await $0.analytics.getMeta() },
        .value("analytics.query") {
            let newYear = Date(timeIntervalSince1970: 1_735_689_600)
            return try await $0.analytics.query(
                .init(
                    dimensions: ["model"],
                    filters: [
                        .init(field: "model", operator: "in", value: .array([.string("a/b"), .string("c/d")]))
                    ],
                    granularity: "day", limit: 100, metrics: ["request_count"],
                    orderBy: .init(direction: .desc, field: "request_count"),
                    timeRange: .init(end: newYear.addingTimeInterval(7 * 86_400), start: newYear)))
        },
        .value("benchmarks.list") {
            try await $0.benchmarks.list(
                source: .artificialAnalysis, taskType: .coding, benchmarkType: .searchWidesearch,
                includeRunConfig: true, searchEngine: "exa", searchSurface: .serverTool, arena: .models,
                category: "codecategories", maxResults: 50)
        },
        .value("benchmarks.list, nothing given") { try await $0.benchmarks.list() },
        .value("classifications.listTasks") { try await $0.classifications.listTasks(window: ._7d) },
        .value("generations.submitFeedback") {
            try await $0.generations.submitFeedback(
                .init(
                    category: .incorrectResponse, comment: "The same paragraph,\nthree times.",
                    generationID: "gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG"))
        },
    ]

private let datasetCalls: [Call] = [
    .value("datasets.listAppRankings") {
        try await $0.datasets.listAppRankings(
            category: .coding, subcategory: .cliAgent, sort: .popular, startDate: "2026-04-12", endDate: "2026-05-11",
            limit: 50, offset: 0)
    },
    .value("datasets.listDailyRankings") {
        try await $0.datasets.listDailyRankings(
            startDate: "2026-04-12", endDate: "2026-05-11", period: .day, modality: .text, contextBucket: ._100K,
            category: .programming, languageType: .natural)
    },
    .pages("datasets.listSessionCosts") {
        $0.datasets.listSessionCostsPages(
            appSlug: "hermes-agent", model: "anthropic/claude-4.8-opus", turnRange: ._1049Turns, limit: 1, offset: 0)
    },
]
