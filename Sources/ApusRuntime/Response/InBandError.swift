/// An error that travels inside of a success's body: `{"error": {"code": 404, "message": "…"}}` with status 200.
enum InBandError {
    /// What the error is; `nil` when the body holds none.
    /// - Parameter body: a success's body that did not decode.
    static func find(in body: [UInt8], _ operation: OperationDescription) -> ResponseClass? {
        guard case .object(let object) = ServerMessage.json(body), let error = object["error"] else { return nil }
        guard ServerMessage(error: error).message != nil else { return nil }
        let explanation = "an error inside of a success's body"
        guard case .object(let members) = error, let code = ServerMessage.code(members["code"]).flatMap({ Int($0) }),
            let match = operation.errors.first(where: { $0.status == .exact(code) }), let index = match.index
        else { return .unexpected(explanation: explanation) }
        return .documented(index: index)
    }
}

extension ServerMessage {
    /// The message of an `error` member alone.
    fileprivate init(error: JSONValue) {
        switch error {
        case .string(let text): message = text.isEmpty ? nil : text
        case .object(let members):
            if case .string(let text) = members["message"], !text.isEmpty { message = text }
        default: break
        }
    }
}
