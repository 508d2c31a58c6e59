public import OpenRouter

/// A video was not made.
public enum VideoJobError: Error, CustomStringConvertible, CustomReflectable {
    /// The job failed, was cancelled or expired, as its `status` and `error` say. (The latter may repeat what was sent: a key, say.)
    case failed(VideoGenerationResponse)
    /// The time was up; the job goes on and can be awaited again.
    case deadlineExceeded(VideoGenerationResponse)

    /// One line, without what the service says of a failure.
    public var description: String {
        switch self {
        case .failed(let job):
            "the video job \(job.id) ended with status `\(job.status.rawValue)`"
        case .deadlineExceeded(let job):
            "the video job \(job.id) was still `\(job.status.rawValue)` when the time was up"
        }
    }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
