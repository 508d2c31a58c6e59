public import OpenRouter

/// A video was not made.
public enum VideoJobError: Error, CustomStringConvertible {
    /// The job failed, was cancelled or expired, as its `status` and `error` say.
    case failed(VideoGenerationResponse)
    /// The time was up; the job goes on and can be awaited again.
    case deadlineExceeded(VideoGenerationResponse)

    /// One line.
    public var description: String {
        switch self {
        case .failed(let job):
            "the video job \(job.id) ended with status `\(job.status.rawValue)`\(job.error.map { ": \($0)" } ?? "")"
        case .deadlineExceeded(let job):
            "the video job \(job.id) was still `\(job.status.rawValue)` when the time was up"
        }
    }
}
