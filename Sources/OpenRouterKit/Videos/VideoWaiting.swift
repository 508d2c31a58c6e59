import OpenRouter

/// A job whose end is awaited.
struct VideoWaiting: Sendable {
    let videos: OpenRouterClient.Videos
    /// By the clock.
    let deadline: Duration
    let interval: Duration
    let clock: any CallClock
    let options: CallOptions

    /// Looks at the job again and again, until it has ended.
    func run(
        _ job: VideoGenerationResponse, isolation: isolated (any Actor)? = #isolation,
        onUpdate: (VideoGenerationResponse) -> Void
    ) async throws -> VideoGenerationResponse {
        var job = job
        while true {
            onUpdate(job)
            if try Self.isDone(job) { return job }
            // No wait is begun that leaves no time for another look.
            guard clock.now + interval < deadline else { throw VideoJobError.deadlineExceeded(job) }
            try await clock.sleep(for: interval)
            job = try await look(at: job.id)
        }
    }

    /// One look at a job, which ends within the time that is left.
    func look(at jobID: String) async throws(OpenRouterError) -> VideoGenerationResponse {
        let left = deadline - clock.now
        var options = options
        options.deadline = min(options.deadline ?? left, left)
        return try await videos.get(jobID: jobID, options: options)
    }

    /// A status that nobody documented yet may still come to an end.
    private static func isDone(_ job: VideoGenerationResponse) throws(VideoJobError) -> Bool {
        switch job.status {
        case .completed: return true
        case .failed, .cancelled, .expired: throw .failed(job)
        default: return false
        }
    }
}
