/// What a run tells its caller.
public enum ToolStatus: Int32, CaseIterable, Sendable {
    /// All went well.
    case success = 0
    /// The service, the network or a file did not do what was asked.
    case failure = 1
    /// No key, one that is not accepted, or one without the right.
    case unauthorized = 2
    /// There is nothing of this ID or name.
    case notFound = 3
    /// Too many requests.
    case rateLimited = 4
    /// It took too long.
    case timeout = 5
    /// The credits do not cover it.
    case noCredits = 6
    /// The command line says nothing that can be done.
    case usage = 64
    /// Ctrl-C.
    case interrupted = 130
    /// Nobody reads the output any more.
    case brokenPipe = 141

    /// What the help says of it.
    var meaning: String {
        switch self {
        case .success: "all went well"
        case .failure: "the service, the network or a file did not do what was asked"
        case .unauthorized: "no key, one that is not accepted, or one without the right"
        case .notFound: "there is nothing of this ID or name"
        case .rateLimited: "too many requests: try again later"
        case .timeout: "it took too long"
        case .noCredits: "the credits left do not cover the request"
        case .usage: "the command line is wrong"
        case .interrupted: "Ctrl-C"
        case .brokenPipe: "nobody reads the output any more, as behind `| head`"
        }
    }

    /// What a response's status means to the caller.
    init(httpStatus: Int) {
        switch httpStatus {
        case 401, 403: self = .unauthorized
        case 402: self = .noCredits
        case 404, 410: self = .notFound
        case 408, 504, 524: self = .timeout
        case 429: self = .rateLimited
        default: self = .failure
        }
    }
}
