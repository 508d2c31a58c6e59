// What generated code calls. It stands here and not there: a module would have a copy of it for each operation.
extension APIClient {
    /// Makes a call.
    ///
    /// - Throws: the API's name for a ``CallFailure``.
    public func send<R: OperationRequest, Failure: APIError>(
        _ request: R, options: CallOptions, throwing failure: Failure.Type
    ) async throws(Failure) -> APIResponse<R> {
        do {
            return try await send(request, options: options)
        } catch {
            throw Failure(error)
        }
    }

    /// Makes a call of which nothing but the value is wanted.
    ///
    /// - Throws: the API's name for a ``CallFailure``.
    public func value<R: OperationRequest, Failure: APIError>(
        of request: R, options: CallOptions, throwing failure: Failure.Type
    ) async throws(Failure) -> R.Output {
        try await send(request, options: options, throwing: failure).value
    }
}
