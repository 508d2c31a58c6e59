import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Responses: the successes, the entries of the error table, and the examples.
extension Builder {
    struct Responses {
        var success = Success(statuses: [])
        /// What the operation streams instead, where it offers both.
        var streamed: Success?
        var errors: [OperationError] = []
        var examples: [ResponseExample] = []
    }

    /// A response with its status.
    struct Entry {
        let status: StatusPattern
        let key: String
        let response: ResponseObject
        let description: String?
        /// Whether the protocol lets it have a body.
        let hasBody: Bool
    }

    func lowerResponses(_ site: Site) -> Responses {
        let entries = entries(of: site)
        var lowered = Responses()
        let successes = successes(entries)
        lowered.success = success(successes, site)
        lowered.streamed = streamed(successes, site)
        if lowered.success.payloads.isEmpty, let streamed = lowered.streamed {
            lowered.success = streamed
            lowered.streamed = nil
        }
        // Nothing is said of a success: any is one.
        if lowered.success.statuses.isEmpty { lowered.success.statuses = [.range(2)] }
        let exact = Set(entries.compactMap { if case .exact(let status) = $0.status { status } else { nil } })
        for entry in entries {
            lowered.examples += examples(entry.response, entry.status, besides: exact)
            if !successes.contains(where: { $0.status == entry.status }), !isInterim(entry) {
                lowered.errors.append(error(entry, site))
            }
        }
        return lowered
    }

    /// What the client is to answer to a request of the API's.
    func lowerAnswer(_ site: Site) -> Success {
        var answer = success(successes(entries(of: site)), site)
        answer.payload = answer.payloads.first { $0.coding == .json } ?? answer.payloads.first
        answer.alternatives = []
        return answer
    }

    private func entries(of site: Site) -> [Entry] {
        site.operation.responses.compactMap { entry -> Entry? in
            guard let status = StatusPattern(text: entry.key) else { return nil }
            guard let response = document.references.resolve(entry.value) else { return nil }
            let description = entry.value.reference?.description ?? response.description
            return Entry(
                status: status, key: entry.key, response: response, description: description,
                hasBody: hasBody(response, status, site))
        }
    }

    /// RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5: what never has a body, whatever the document says.
    private func hasBody(_ response: ResponseObject, _ status: StatusPattern, _ site: Site) -> Bool {
        let isBare = [.exact(204), .exact(205), .exact(304)].contains(status)
        guard isBare || site.method == "HEAD" else { return true }
        guard !response.content.isEmpty else { return false }
        warn(
            "no-body", "a response \(isBare ? "of status \(status)" : "to HEAD") has no body; its `content` is ignored",
            at: response.place.appending("content"), category: isBare ? .document : .limitation)
        return false
    }

    /// Responses that go before another one are the transport's (RFC 9110, section 15.2).
    private func isInterim(_ entry: Entry) -> Bool {
        guard entry.status.hundred == 1 else { return false }
        warn(
            "interim-response", "`\(entry.key)` goes before another response; it is left out", at: entry.response.place)
        return true
    }

    /// The responses that are read as a success: 2xx, else `default`, else those that are no errors.
    private func successes(_ entries: [Entry]) -> [Entry] {
        let good = entries.filter { $0.status.hundred == 2 }
        if !good.isEmpty { return good }
        let fallback = entries.filter { $0.status == .default }
        return fallback.isEmpty ? entries.filter { !$0.status.isError && $0.status.hundred != 1 } : fallback
    }

    /// One payload for all successes, or an alternative for each body where they differ.
    private func success(_ entries: [Entry], _ site: Site) -> Success {
        var success = Success(
            statuses: entries.map(\.status), documentation: .init(description: entries.first?.description))
        success.headers = headers(of: entries, site)
        // Inline types of the first body are named for the response, others for their status or media type.
        var isFirst = true
        for entry in entries {
            let words = isFirst ? "" : entry.status.successWords + " "
            let bodies =
                !entry.hasBody
                ? []
                : payloads(of: entry.response) { media in
                    defer { isFirst = false }
                    return site.position(isFirst ? .response : .variant(words + media + "response"))
                }
            // A response of streams alone is somebody else's.
            let isEmpty = bodies.isEmpty && (!entry.hasBody || entry.response.content.isEmpty)
            success.alternatives += ((isEmpty ? [nil] : []) + bodies).map { payload in
                SuccessAlternative(
                    status: entry.status, payload: payload, documentation: .init(description: entry.description))
            }
        }
        success.alternatives =
            success.alternatives.filter(\.status.isExact) + success.alternatives.filter { !$0.status.isExact }
        success.unite()
        return success
    }

    /// The first success that offers a stream.
    private func streamed(_ entries: [Entry], _ site: Site) -> Success? {
        for entry in entries where entry.hasBody {
            guard let payload = stream(in: entry.response, at: Position(operation: site.id, .response)) else {
                continue
            }
            let others = entries.filter { $0.response.content.isEmpty || $0.status == entry.status }
            var success = Success(
                statuses: others.map(\.status), payload: payload,
                documentation: .init(description: entry.description))
            success.headers = headers(of: [entry], site)
            return success
        }
        return nil
    }

    private func error(_ entry: Entry, _ site: Site) -> OperationError {
        let status = entry.status.description
        let payload = entry.hasBody ? errorPayload(of: entry.response, at: site.position(.error(status))) : nil
        let id = ErrorID(rawValue: errorName(entry.status, payload))
        let words = Documentation(description: entry.description)
        let headers = headers(of: [entry], site)
        if let index = errorIndex[id] {
            // One error of the table stands for all responses like it: what only some of them have may be missing.
            errors[index].headers = united(errors[index].headers, headers, at: entry.response.place)
            if let payload { errors[index].payload?.addTypes(of: payload) }
        } else {
            errorIndex[id] = errors.count
            errors.append(
                ErrorDefinition(id: id, status: entry.status, payload: payload, headers: headers, documentation: words))
        }
        return OperationError(id: id, documentation: words)
    }

    /// The status and the type, and the media type where it is not JSON's.
    private func errorName(_ status: StatusPattern, _ payload: Payload?) -> String {
        guard let payload else { return status.description }
        let name = "\(status) \(payload.type)"
        return payload.contentType == "application/json" ? name : "\(name) \(payload.contentType)"
    }
}

extension StatusPattern {
    /// `404`, `4XX` or `default`.
    init?(text: String) {
        if text == "default" { self = .default; return }
        if let status = Int(text), (100..<600).contains(status) { self = .exact(status); return }
        let bytes = Array(text.utf8)
        guard bytes.count == 3, bytes[1] | 0x20 == UInt8(ascii: "x"), bytes[2] | 0x20 == UInt8(ascii: "x"),
            (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0])
        else { return nil }
        self = .range(Int(bytes[0] - UInt8(ascii: "0")))
    }

    /// Whether it is one status.
    var isExact: Bool { if case .exact = self { true } else { false } }

    /// The first digit; `nil` for `default`.
    var hundred: Int? {
        switch self {
        case .exact(let status): status / 100
        case .range(let hundred): hundred
        case .default: nil
        }
    }

    /// Whether a call that ends so has failed. Next to a success, `default` means everything else.
    var isError: Bool { hundred.map { $0 >= 4 } ?? true }
}
