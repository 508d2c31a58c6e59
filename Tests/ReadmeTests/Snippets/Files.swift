import OpenRouter
import OpenRouterKit

// The Swift of Files.md, compiled: see `SnippetTests`.

struct Checksum {
    private(set) var sum: UInt32 = 0
    mutating func update(_ bytes: [UInt8]) { for byte in bytes { sum = sum &* 31 &+ UInt32(byte) } }
}

enum Files {
    static func uploads(
        _ openRouter: OpenRouterClient, _ notes: String, _ size: Int,
        _ makeChunks: @escaping @Sendable () -> AsyncStream<[UInt8]>
    ) async throws {
        let stored = try await openRouter.files.upload(.init(file: .file(path: "/reports/march.pdf")))
        if case .openRouterFile(let file) = stored { print(file.id, file.mimeType, file.sizeBytes) }

        _ = try await openRouter.files.upload(.init(file: .bytes(Array(notes.utf8), fileName: "notes.md")))
        let part = FilePart(.stream(length: size) { makeChunks() }, fileName: "backup.bin")
        _ = try await openRouter.files.upload(.init(file: part))
    }

    static func downloads(_ openRouter: OpenRouterClient, _ id: String, _ checksum: inout Checksum) async throws {
        let download = try await openRouter.files.download(fileID: id)
        for try await progress in download.writing(to: "/tmp/answer.csv") {
            print(progress.receivedBytes, "of", progress.expectedBytes ?? 0, "resumed:", progress.resumes)
        }

        let speech = try await openRouter.audio.createSpeech(.init(input: "Hello", model: "openai/gpt-4o-mini-tts"))
        let audio = try await speech.collect(upTo: 10 << 20)
        print(audio.count)

        for try await piece in download { checksum.update(piece) }
    }

    static func videos(_ openRouter: OpenRouterClient) async throws {
        let job = try await openRouter.videos.make(
            .init(model: "google/veo-3.1", prompt: "A boat at dawn"), within: .seconds(600)
        ) { job in print(job.status.rawValue) }
        for try await progress in try await openRouter.videos.download(jobID: job.id).writing(to: "boat.mp4") {
            print(progress)
        }

        let late = try await openRouter.videos.wait(for: job.id, within: .seconds(600), interval: .seconds(15))
        print(late)
    }
}
