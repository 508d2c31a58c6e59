import ApusJSON
import OpenRouter

/// The two calls about a generation, each of which `requests.json` makes with many IDs, headers, keys and base URLs.
let generationCalls: [Call] = [
    Call(name: "generations.getGeneration") { client, entry in
        let generation = try await client.generations.getGeneration(
            id: entry.arguments?.id ?? "", httpReferer: entry.httpReferer, appTitle: entry.appTitle,
            appCategories: entry.appCategories, options: CallOptions(headers: entry.headers ?? [:]))
        return [try JSONValue(encoding: generation)]
    },
    Call(name: "generations.listGenerationContent") { client, entry in
        let content = try await client.generations.listGenerationContent(
            id: entry.arguments?.id ?? "", httpReferer: entry.httpReferer, appTitle: entry.appTitle,
            appCategories: entry.appCategories, options: CallOptions(headers: entry.headers ?? [:]))
        return [try JSONValue(encoding: content)]
    },
]
