import ApusIR
import ApusOpenAPI

/// Responses: the one success, the entries of the error table, and the examples.
extension Builder {
    struct Responses {
        var success = Success(statuses: [])
        /// What the operation streams instead, where it offers both.
        var streamed: Success?
        var errors: [OperationError] = []
        var examples: [ResponseExample] = []
    }

    /// A response with its status.
    private struct Entry {
        let status: StatusPattern
        let key: String
        let response: ResponseObject
        let description: String?
    }

    func lowerResponses(_ site: Site) -> Responses {
        let entries = entries(of: site)
        var lowered = Responses()
        let successes = successes(entries)
        lowered.success = success(successes, site)
        lowered.streamed = streamed(successes, site)
        if lowered.success.payload == nil, let streamed = lowered.streamed {
            lowered.success = streamed
            lowered.streamed = nil
        }
        // Nothing is said of a success: any is one.
        if lowered.success.statuses.isEmpty { lowered.success.statuses = [.range(2)] }
        let exact = Set(entries.compactMap { if case .exact(let status) = $0.status { status } else { nil } })
        for entry in entries {
            lowered.examples += examples(entry.response, entry.status, besides: exact)
            if !successes.contains(where: { $0.status == entry.status }), entry.status.isError {
                lowered.errors.append(error(entry, site))
            }
        }
        return lowered
    }

    /// What the client is to answer to a request of the API's.
    func lowerAnswer(_ site: Site) -> Success { success(successes(entries(of: site)), site) }

    private func entries(of site: Site) -> [Entry] {
        site.operation.responses.compactMap { entry -> Entry? in
            guard let status = StatusPattern(text: entry.key) else { return nil }
            guard let response = document.references.resolve(entry.value) else { return nil }
            let description = entry.value.reference?.description ?? response.description
            return Entry(status: status, key: entry.key, response: response, description: description)
        }
    }

    /// The responses that are read as a success: 2xx, else `default`, else those that are no errors.
    private func successes(_ entries: [Entry]) -> [Entry] {
        let good = entries.filter { $0.status.hundred == 2 }
        if !good.isEmpty { return good }
        let fallback = entries.filter { $0.status == .default }
        return fallback.isEmpty ? entries.filter { !$0.status.isError } : fallback
    }

    /// One payload for all successes, or an alternative for each where the bodies differ.
    private func success(_ entries: [Entry], _ site: Site) -> Success {
        let bodies = bodies(entries, site)
        let all = Success(
            statuses: bodies.map(\.entry.status), documentation: .init(description: entries.first?.description))
        // Bytes are handed over before they are read, so that they cannot be one of several.
        if bodies.contains(where: { $0.payload?.coding == .binary }) { return first(of: bodies, all, site) }
        var success = all
        success.alternatives = bodies.filter { $0.payload != nil || $0.entry.response.content.isEmpty }
            .map { body in
                SuccessAlternative(
                    status: body.entry.status, payload: body.payload,
                    documentation: Documentation(description: body.entry.description))
            }
        success.alternatives =
            success.alternatives.filter(\.status.isExact) + success.alternatives.filter { !$0.status.isExact }
        success.unite()
        return success
    }

    /// The body of each success. Inline types of the first one are named for the response, others for their status.
    private func bodies(_ entries: [Entry], _ site: Site) -> [(entry: Entry, payload: Payload?)] {
        var role = TypeRole.response
        return entries.map { entry in
            if role != .response { role = .variant(entry.status.successWords + " response") }
            let payload = payload(of: entry.response, at: site.position(role))
            if payload != nil, role == .response { role = .variant("") }
            return (entry, payload)
        }
    }

    /// The first body that there is. Another one is told of.
    private func first(of bodies: [(entry: Entry, payload: Payload?)], _ all: Success, _ site: Site) -> Success {
        var success = all
        success.payload = bodies.lazy.compactMap(\.payload).first
        for (entry, payload) in bodies {
            guard let payload, let first = success.payload, !payload.isSame(as: first) else { continue }
            success.statuses.removeAll { $0 == entry.status }
            warn(
                "success-left-out",
                "the body of `\(entry.key)` differs from that of an earlier success of `\(site.id)`; it is left out",
                at: entry.response.place)
        }
        // A success without a body beside one with JSON: the value may be missing.
        let isSometimesEmpty = bodies.contains { $0.entry.response.content.isEmpty }
        if isSometimesEmpty, success.payload?.coding == .json { success.payload?.isRequired = false }
        return success
    }

    /// The first success that offers a stream.
    private func streamed(_ entries: [Entry], _ site: Site) -> Success? {
        for entry in entries {
            guard let payload = stream(in: entry.response, at: Position(operation: site.id, .response)) else {
                continue
            }
            let others = entries.filter { $0.response.content.isEmpty || $0.status == entry.status }
            return Success(
                statuses: others.map(\.status), payload: payload,
                documentation: .init(description: entry.description))
        }
        return nil
    }

    private func payload(
        of response: ResponseObject, besidesStreams: Bool = true, at position: Position
    ) -> Payload? {
        guard let choice = choose(from: response.content, besidesStreams: besidesStreams, at: response.place) else {
            return nil
        }
        var payload = payload(choice, at: position)
        payload.documentation = Documentation(description: response.description)
        return payload
    }

    private func error(_ entry: Entry, _ site: Site) -> OperationError {
        let isAnything = entry.response.content.map(\.key).allSatisfy { Self.essence($0) == "*/*" }
        let position = site.position(.error(entry.status.description))
        let payload = isAnything ? nil : payload(of: entry.response, besidesStreams: false, at: position)
        let id = ErrorID(rawValue: errorName(entry.status, payload))
        let words = Documentation(description: entry.description)
        if errorIndex[id] == nil {
            errorIndex[id] = errors.count
            errors.append(ErrorDefinition(id: id, status: entry.status, payload: payload, documentation: words))
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
