public import OpenRouter

extension OpenRouterClient.Videos {
    /// Starts a video and waits until it is there.
    ///
    /// ```swift
    /// let job = try await openRouter.videos.make(.init(model: "google/veo-3.1", prompt: "A boat"), within: .seconds(600))
    /// try await openRouter.videos.download(jobID: job.id).write(to: "boat.mp4")
    /// ```
    /// - Returns: the job with status `completed`.
    /// - Throws: as ``wait(for:within:interval:clock:options:isolation:onUpdate:)``, and what starting the job throws.
    public func make(
        _ request: VideoGenerationRequest, within deadline: Duration, interval: Duration = .seconds(5),
        clock: any CallClock = SystemClock(), options: CallOptions = .init(),
        isolation: isolated (any Actor)? = #isolation, onUpdate: (VideoGenerationResponse) -> Void = { _ in }
    ) async throws -> VideoGenerationResponse {
        let waiting = VideoWaiting(
            videos: self, deadline: clock.now + deadline, interval: interval, clock: clock, options: options)
        let job = try await create(request, options: options)
        return try await waiting.run(job, onUpdate: onUpdate)
    }

    /// Waits until the video of a job is there.
    /// - Parameters:
    ///   - jobID: the job's ID.
    ///   - deadline: how long to wait at most; no look at the job takes longer than what is left.
    ///   - interval: how long to wait before each next look.
    ///   - clock: the time; tests give their own.
    ///   - options: settings for each look.
    ///   - isolation: the caller's actor, where `onUpdate` runs.
    ///   - onUpdate: called with the job after each look.
    /// - Returns: the job with status `completed`.
    /// - Throws: ``VideoJobError`` when the job fails or is not done in time, `OpenRouterError` when a look at it fails,
    ///   `CancellationError` when the task is cancelled in between.
    public func wait(
        for jobID: String, within deadline: Duration, interval: Duration = .seconds(5),
        clock: any CallClock = SystemClock(), options: CallOptions = .init(),
        isolation: isolated (any Actor)? = #isolation, onUpdate: (VideoGenerationResponse) -> Void = { _ in }
    ) async throws -> VideoGenerationResponse {
        let waiting = VideoWaiting(
            videos: self, deadline: clock.now + deadline, interval: interval, clock: clock, options: options)
        return try await waiting.run(waiting.look(at: jobID), onUpdate: onUpdate)
    }
}
