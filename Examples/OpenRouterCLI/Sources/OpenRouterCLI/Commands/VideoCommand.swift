import ArgumentParser
import Foundation
import OpenRouter
import OpenRouterKit

/// `openrouter video PROMPT`.
struct VideoCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "video", abstract: "Make a video, wait for it and download it.",
        discussion:
            "With --json the finished job is printed. A video that took too long is waited for again with --job.")

    @OptionGroup var shared: SharedOptions
    @OptionGroup var target: TargetFile

    @Option(name: [.long, .short], help: "The model, such as google/veo-3.1.")
    var model: String?

    @Option(help: ArgumentHelp("Wait for this job, in place of making a video.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("How long to wait at most.", valueName: "seconds"))
    var wait = 600

    @Option(help: ArgumentHelp("How long the video shall be.", valueName: "seconds"))
    var duration: Int?

    @Option(help: ArgumentHelp("Such as 16:9.", valueName: "ratio"))
    var aspectRatio: String?

    @Argument(help: "What it shall show.")
    var prompt: [String] = []

    func validate() throws {
        if job == nil, prompt.isEmpty || model == nil {
            throw ValidationError("Say what it shall show and give a --model, or give a --job.")
        }
        if job != nil, !prompt.isEmpty { throw ValidationError("A job has its prompt already.") }
        if wait < 1 { throw ValidationError("--wait takes a number of seconds from 1 on.") }
    }

    func run(_ session: Session) async throws {
        let path = target.output ?? "\(job ?? "video").mp4"
        // Before the video is made: it costs money.
        try target.check(path)
        let progress = ProgressLine(session.console)
        defer { progress.finish() }
        let job = try await finished(session, progress)
        let download = try await session.openRouter.videos.download(jobID: job.id)
        let bytes = try await target.write(download, to: path, progress)
        progress.finish()
        let cost = job.usage?.cost.map { ", \(Numbers.dollars($0)) USD" } ?? ""
        try session.show(job) { TerminalText.line("\(path): \(Numbers.bytes(bytes))\(cost)") }
    }

    /// Makes the video, or takes the job that was named, and waits until it is there.
    private func finished(_ session: Session, _ progress: ProgressLine) async throws -> VideoGenerationResponse {
        let videos = session.openRouter.videos
        let clock = session.console.clock
        let start = clock.now
        let interval = session.isDemo ? Duration.milliseconds(200) : .seconds(5)
        let update = { (job: VideoGenerationResponse) in
            progress.draw { width in
                ProgressBar.text(
                    waitingFor: "video \(job.id)", job.status.rawValue,
                    seconds: Int((clock.now - start).components.seconds), most: wait, width: width)
            }
        }
        if let job {
            return try await videos.wait(
                for: job, within: .seconds(wait), interval: interval, clock: clock, onUpdate: update)
        }
        let request = VideoGenerationRequest(
            aspectRatio: aspectRatio.map(VideoGenerationRequest.AspectRatio.init(rawValue:)), duration: duration,
            model: model ?? "", prompt: prompt.joined(separator: " "))
        return try await videos.make(
            request, within: .seconds(wait), interval: interval, clock: clock, onUpdate: update)
    }
}

/// The file that a download becomes.
struct TargetFile: ParsableArguments {
    @Option(name: [.long, .short], help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    /// Throws where a file is there that may not be replaced.
    func check(_ path: String) throws {
        guard !force, FileManager.default.fileExists(atPath: path) else { return }
        throw CommandFailure("`\(path)` is there already: give another name with --output, or --force", status: .usage)
    }

    /// Writes the download, and says how many bytes there are.
    func write(_ download: Download, to path: String, _ progress: ProgressLine) async throws -> Int {
        var bytes = 0
        for try await step in download.writing(to: path) {
            bytes = step.receivedBytes
            progress.draw { ProgressBar.text(path, done: bytes, total: step.expectedBytes, width: $0) }
        }
        return bytes
    }
}
