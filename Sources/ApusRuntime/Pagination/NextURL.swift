/// Where the next page is, when the API says it by URL.
extension PreparedRequest {
    /// Points the request to a URL that the API gave. It must be on the request's own server: the credentials, and all
    /// else that the request holds, go with it.
    mutating func point(to url: String) throws(RequestProblem) {
        let target: URLTarget
        do {
            target = try URLTarget(url, from: location)
        } catch .path(let what) {
            throw Self.problem(what)
        } catch {
            throw Self.otherServer
        }
        guard target.origin == location.origin else { throw Self.otherServer }
        move(to: target)
    }

    private static var otherServer: RequestProblem {
        problem("is on another server than the API; it is not asked, since it would be sent the credentials")
    }

    private static func problem(_ what: String) -> RequestProblem {
        RequestProblem(.baseURL, "the next page's URL \(what)")
    }
}
