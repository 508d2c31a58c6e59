import ApusIR
import ApusOpenAPI

/// Responses: the one success, the entries of the error table, and the examples.
extension Builder {
    struct Responses {
        var success = Success(statuses: [])
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
        let entries = site.operation.responses.compactMap { entry -> Entry? in
            guard let status = StatusPattern(text: entry.key) else { return nil }
            guard let response = document.references.resolve(entry.value) else { return nil }
            let description = entry.value.reference?.description ?? response.description
            return Entry(status: status, key: entry.key, response: response, description: description)
        }
        var lowered = Responses()
        let successes = successes(entries)
        lowered.success = success(successes, site)
        let exact = Set(entries.compactMap { if case .exact(let status) = $0.status { status } else { nil } })
        for entry in entries {
            lowered.examples += examples(entry.response, entry.status, besides: exact)
            if !successes.contains(where: { $0.status == entry.status }), entry.status.isError {
                lowered.errors.append(error(entry, site))
            }
        }
        return lowered
    }

    /// The responses that are read as a success: 2xx, else `default`, else those that are no errors.
    private func successes(_ entries: [Entry]) -> [Entry] {
        let good = entries.filter { $0.status.hundred == 2 }
        if !good.isEmpty { return good }
        let fallback = entries.filter { $0.status == .default }
        return fallback.isEmpty ? entries.filter { !$0.status.isError } : fallback
    }

    /// One payload for all successes: the first that there is. Another one is told of.
    private func success(_ entries: [Entry], _ site: Site) -> Success {
        var success = Success(statuses: [], payload: nil, documentation: .init(description: entries.first?.description))
        for entry in entries {
            let payload = payload(of: entry.response, at: Position(operation: site.id, .response))
            if success.payload == nil, let payload {
                success.payload = payload
            } else if let payload, let first = success.payload,
                payload.type != first.type || payload.coding != first.coding
            {
                warn(
                    "success-left-out",
                    "the body of `\(entry.key)` differs from that of an earlier success of `\(site.id)`; it is left out",
                    at: entry.response.place)
                continue
            }
            success.statuses.append(entry.status)
        }
        return success
    }

    private func payload(of response: ResponseObject, at position: Position) -> Payload? {
        guard let choice = choose(from: response.content, at: response.place) else { return nil }
        var payload = payload(choice, at: position)
        payload.documentation = Documentation(description: response.description)
        return payload
    }

    private func error(_ entry: Entry, _ site: Site) -> OperationError {
        let isAnything = entry.response.content.map(\.key).allSatisfy { Self.essence($0) == "*/*" }
        let position = Position(operation: site.id, .error(entry.status.description))
        let payload = isAnything ? nil : payload(of: entry.response, at: position)
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
