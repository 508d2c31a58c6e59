/// What to do about a redirect.
enum RedirectDecision: Sendable, Equatable {
    /// Send the request there.
    case follow(URLTarget)
    /// Fail the call; the words say why.
    case refuse(String)
}

/// Everything that the decision depends on.
struct RedirectInput: Sendable {
    var status: Int
    /// The values of `Location`.
    var locations: [String]
    /// Where the request went that was answered so.
    var from: URLTarget
    var method: String
    var hasBody = false
    /// Whether the body can be sent again.
    var canReplayBody = true
    /// Whether the transport shows a certificate of the client.
    var hasClientCertificate = false
    /// Where the call went before.
    var trail = RedirectTrail()
}

/// Where a call was redirected to so far.
struct RedirectTrail: Sendable {
    var visited: Set<URLTarget> = []
    var count = 0
}

extension RedirectPolicy {
    /// The statuses that name another place for the same request, or for a GET (RFC 9110, section 15.4).
    static let statuses: Set<Int> = [301, 302, 303, 307, 308]

    /// Whether to follow a redirect, and where to: a pure function.
    func decide(_ input: RedirectInput) -> RedirectDecision {
        guard input.locations.count == 1, let location = input.locations.first, !location.isEmpty else {
            return .refuse("it names no single place")
        }
        guard let target = try? URLTarget(location, from: input.from) else {
            return .refuse("it points to no plain URL of the web")
        }
        if let problem = problem(of: target, input) { return .refuse(problem) }
        return .follow(target)
    }

    private func problem(of target: URLTarget, _ input: RedirectInput) -> String? {
        if input.from.scheme == "https" && target.scheme == "http" { return "it would leave https" }
        if changesMethod(input) { return "it would turn the \(input.method) into a GET" }
        if input.hasBody && !input.canReplayBody { return "the request's body cannot be sent again" }
        if target.origin != input.from.origin, let problem = problemElsewhere(input) { return problem }
        if target == input.from || input.trail.visited.contains(target) { return "the redirects lead in a circle" }
        if input.trail.count >= maximum { return "the call was redirected \(input.trail.count) times already" }
        return nil
    }

    private func problemElsewhere(_ input: RedirectInput) -> String? {
        if !allowsOtherOrigins { return "it points to another origin" }
        if input.hasBody { return "the request's body is not sent to another origin" }
        return input.hasClientCertificate ? "the client's certificate is not shown to another origin" : nil
    }

    /// Whether clients are told, or used, to send a GET instead.
    private func changesMethod(_ input: RedirectInput) -> Bool {
        switch input.status {
        case 303: !["GET", "HEAD"].contains(input.method)
        case 301, 302: input.method == "POST"
        default: false
        }
    }
}

extension PreparedRequest {
    /// The request that follows a redirect. On another origin it is stripped for good of everything that could prove who
    /// calls: of any header field, that is, which is not known to be harmless.
    mutating func redirect(to target: URLTarget) {
        if target.origin != location.origin {
            hasLeftOrigin = true
            cookies = []
            headers.keep([.accept, .acceptEncoding, .userAgent, .range, .ifRange])
        }
        move(to: target)
    }
}
