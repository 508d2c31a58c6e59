import ApusIR

/// Names the cases of the error type after the error table.
///
/// A payload that is a schema of its own for one status gives its name (`NotFoundResponse` → `notFound`); otherwise the
/// status' standard name does. An error of a range without a payload is `unexpectedStatus`, which every API has.
struct ErrorNaming {
    private(set) var names: [ErrorID: String] = [:]

    /// Cases that every error type has.
    static let common: Set<String> = [
        "unexpectedStatus", "decoding", "transport", "deadlineExceeded", "cancelled", "invalidRequest",
    ]

    init(_ api: API, casing: Casing) {
        let schemas = Dictionary(api.types.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var uses: [TypeID: Int] = [:]
        for error in api.errors { if let id = Self.schema(error) { uses[id, default: 0] += 1 } }
        let listed = api.errors.filter(Self.hasCase)
        /// The names of schemas that stand for one error alone: what many share must not take them away.
        var own: [ErrorID: String] = [:]
        for error in listed {
            guard let id = Self.schema(error), uses[id] == 1, case .named(let schema)? = schemas[id] else { continue }
            own[error.id] = Self.trimmed(schema).map(casing.lowerCamel)
        }
        let byStatus = Dictionary(
            listed.compactMap { error in own[error.id].map { (error.status, $0) } },
            uniquingKeysWith: { first, _ in first })
        let wishes = listed.map { error -> NameScope.Wish in
            var name = own[error.id] ?? Self.statusName(error.status)
            if own[error.id] == nil, let other = byStatus[error.status], let id = Self.schema(error),
                case .named(let schema)? = schemas[id], let words = Self.trimmed(schema)
            {
                name = casing.lowerCamel(words + " " + other)
            }
            return .init(source: error.id.rawValue, identifier: name)
        }
        var scope = NameScope(reserved: Self.common.union(ReservedWords.members).union(["details"]))
        for (error, name) in zip(listed, scope.assign(wishes)) { names[error.id] = name }
    }

    /// Whether the error gets a case of its own.
    static func hasCase(_ error: ErrorDefinition) -> Bool {
        if error.payload != nil { return true }
        if case .exact = error.status { return true }
        return false
    }

    private static func schema(_ error: ErrorDefinition) -> TypeID? {
        guard case .named(let id)? = error.payload?.type.nonNull else { return nil }
        return id
    }

    /// The schema's name without the words that say only that it is an error; `nil` when nothing is left.
    private static func trimmed(_ name: String) -> String? {
        var words = Words.split(name)
        while let last = words.last, ["response", "error", "exception", "body", "schema"].contains(last.lowercased()) {
            words.removeLast()
        }
        return words.isEmpty ? nil : words.joined(separator: "_")
    }

    static func statusName(_ status: StatusPattern) -> String {
        switch status {
        case .exact(let code): standardNames[code] ?? "status\(code)"
        case .range(4): "clientError"
        case .range(5): "serverError"
        case .range(let hundred): "status\(hundred)XX"
        case .default: "defaultError"
        }
    }

    /// The IANA registry of HTTP status codes.
    private static let standardNames: [Int: String] = [
        300: "multipleChoices", 301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified",
        305: "useProxy", 307: "temporaryRedirect", 308: "permanentRedirect",
        400: "badRequest", 401: "unauthorized", 402: "paymentRequired", 403: "forbidden", 404: "notFound",
        405: "methodNotAllowed", 406: "notAcceptable", 407: "proxyAuthenticationRequired", 408: "requestTimeout",
        409: "conflict", 410: "gone", 411: "lengthRequired", 412: "preconditionFailed", 413: "contentTooLarge",
        414: "uriTooLong", 415: "unsupportedMediaType", 416: "rangeNotSatisfiable", 417: "expectationFailed",
        421: "misdirectedRequest", 422: "unprocessableContent", 423: "locked", 424: "failedDependency",
        425: "tooEarly", 426: "upgradeRequired", 428: "preconditionRequired", 429: "tooManyRequests",
        431: "requestHeaderFieldsTooLarge", 451: "unavailableForLegalReasons", 500: "internalServerError",
        501: "notImplemented", 502: "badGateway", 503: "serviceUnavailable", 504: "gatewayTimeout",
        505: "httpVersionNotSupported", 507: "insufficientStorage", 508: "loopDetected",
        511: "networkAuthenticationRequired",
    ]
}
