import Foundation
import OpenRouter

/// Sound, embeddings, pictures, reranking, videos.
let mediaCalls: [Call] = soundCalls + embeddingCalls + pictureCalls + videoCalls

private let soundCalls: [Call] = [
    .bytes("audio.createSpeech") {
        try await $0.audio.createSpeech(
            .init(
                input: "Hello world", model: "mistralai/voxtral-mini-tts-2603", responseFormat: .pcm, speed: 1,
                voice: "en_paul_neutral"))
    },
    .bytes("audio.createSpeech, no format") {
        try await $0.audio.createSpeech(.init(input: "Hello world", model: "mistralai/voxtral-mini-tts-2603"))
    },
    .value("audio.createTranscription") {
        try await $0.audio.createTranscription(
            .json(
                .init(
                    inputAudio: .init(data: "UklGRiQA", format: "wav"), language: "en",
                    model: "openai/whisper-large-v3", responseFormat: .verboseJSON, temperature: 0,
                    timestampGranularities: [.word])))
    },
    .value("audio.createTranscription, a file") {
        try await $0.audio.createTranscription(
            .multipart(
                .init(
                    file: .bytes(Array("RIFF\r\n--x\r\n".utf8), fileName: "audio.wav", contentType: "audio/wav"),
                    language: "en", model: "openai/whisper-large-v3", temperature: 0.5)))
    },
    .value("audio.createTranscription, a list") {
        try await $0.audio.createTranscription(
            .multipart(
                .init(
                    file: .bytes(Array("RIFF".utf8), fileName: "audio.wav", contentType: "audio/wav"),
                    model: "openai/whisper-large-v3", timestampGranularities: [.word, .segment])))
    },
]

private let embedder = "openai/text-embedding-3-small"

private let embeddingCalls: [Call] = [
    .value("embeddings.create") {
        try await $0.embeddings.create(
            .init(dimensions: 1536, input: .string("The quick brown fox jumps over the lazy dog"), model: embedder))
    },
    .value("embeddings.create, several texts") {
        try await $0.embeddings.create(
            .init(
                encodingFormat: .float, input: .arrayOfString(["one", "two"]), inputType: "search_query",
                model: embedder, provider: .null, user: "user-7"))
    },
    .value("embeddings.create, tokens") {
        try await $0.embeddings.create(.init(input: .arrayOfDouble([1, 2.5, 30]), model: embedder))
    },
    .pages("embeddings.listModels") { $0.embeddings.listModelsPages(offset: 0, limit: 1) },
    .value("rerank.rerank") {
        try await $0.rerank.rerank(
            .init(
                documents: [
                    .string("Paris is the capital of France."),
                    .object(.init(text: "Berlin is the capital of Germany.")),
                ],
                model: "cohere/rerank-v3.5", query: "What is the capital of France?", topN: 3))
    },
]

private let panda = ImageGenerationRequest(
    model: "bytedance-seed/seedream-4.5", prompt: "a red panda astronaut")

private let pictureCalls: [Call] = [
    .value("images.generate") {
        try await $0.images.generate(
            .init(
                aspectRatio: ._169, background: .opaque,
                inputReferences: [.init(imageURL: .init(url: "https://example.com/panda.png"))],
                model: "bytedance-seed/seedream-4.5", n: 2, outputCompression: 80, outputFormat: .webp,
                prompt: "a red panda astronaut",
                provider: .init(allowFallbacks: .null, only: .value([.seed])), quality: .high,
                resolution: ._2K, seed: 1, size: "2048x2048"))
    },
    .events("images.stream") { try await $0.images.stream(panda) },
    .value("images.listModels") { try await $0.images.listModels() },
    .value("images.listModelEndpoints") {
        try await $0.images.listModelEndpoints(author: "bytedance-seed", slug: "seedream-4.5")
    },
]

private let videoCalls: [Call] = [
    .value("videos.create") {
        try await $0.videos.create(
            .init(
                aspectRatio: ._169, callbackURL: URL(string: "https://my.app/done?job=1&x=%C3%A4")!, duration: 8,
                frameImages: [.init(imageURL: .init(url: "https://example.com/a.png"), frameType: .firstFrame)],
                generateAudio: false, model: "google/veo-3.1", prompt: "A serene mountain landscape at sunset",
                resolution: ._720p, upscaleFactor: 1.5))
    },
    .value("videos.get") { try await $0.videos.get(jobID: "job-abc123") },
    .bytes("videos.download") { try await $0.videos.download(jobID: "job-abc123", index: 0) },
    .bytes("videos.download, no index") { try await $0.videos.download(jobID: "job-abc123") },
    .bytes("videos.download, not there") { try await $0.videos.download(jobID: "job-abc123", index: 3) },
    .value("videos.listModels") { try await $0.videos.listModels() },
]
