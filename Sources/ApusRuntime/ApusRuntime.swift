/// What a generated SDK needs at run time and what does not vary with the API.
///
/// In: an ``OperationRequest`` (what to ask) and ``CallOptions`` (how to ask it this time).
/// Out: an ``APIResponse`` with the decoded value, or a ``CallFailure`` that a generated error type wraps.
///
/// The steps of a call, in order, each in a folder of its own:
/// 1. `Request/`: the request's values become a path, a query, header fields and a body (``RequestBuilder``).
/// 2. `Credentials/`: before every attempt the credentials are asked for and put in.
/// 3. `Client/`: the attempt goes through the middleware to the ``Transport``, under one deadline.
/// 4. `Response/`: status and content type say what the body is; the body is read within its limits and decoded.
/// 5. `Retry/`: one pure function says whether to wait and try again.
/// 6. `Errors/`: what failed, with everything that the server said and the list of attempts.
///
/// `Formats/` holds the types for OpenAPI's string formats.

// Generated code and its users read and write JSON values (unknown fields, open enums) and look at header fields;
// re-exporting both modules spares them imports, and a dependency, of their own.
@_exported public import ApusJSON
@_exported public import HTTPTypes

/// The runtime's version, as sent in `User-Agent`.
public let apusRuntimeVersion = "0.1.0"
