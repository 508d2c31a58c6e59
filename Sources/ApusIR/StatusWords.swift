extension StatusPattern {
    /// What a success of this status is called (RFC 9110 section 15.3), in words from which names are made.
    public var successWords: String {
        switch self {
        case .exact(200): "ok"
        case .exact(201): "created"
        case .exact(202): "accepted"
        case .exact(203): "non authoritative information"
        case .exact(204): "no content"
        case .exact(205): "reset content"
        case .exact(206): "partial content"
        case .exact(304): "not modified"
        case .exact(let code): "status\(code)"
        case .range(2): "success"
        case .range(let hundred): "status\(hundred)XX"
        case .default: "other"
        }
    }
}

extension String {
    /// What a media type is called, in words from which names are made.
    public var mediaWords: String {
        switch self {
        case "application/json", "text/json": return "json"
        case "text/plain": return "text"
        case "application/octet-stream", "*/*", "application/*": return "bytes"
        case "application/xml", "text/xml": return "xml"
        default: break
        }
        let parts = split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return "bytes" }
        return String(parts[1] == "*" ? parts[0] : parts[1])
    }
}
