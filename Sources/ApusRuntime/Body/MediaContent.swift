/// A body together with its media type, for operations that take any type, or any of a range such as `image/*`.
public struct MediaContent: Sendable {
    /// The body.
    public var body: RequestBody
    /// Its media type, such as `image/png`.
    public var contentType: String

    /// A body of a media type.
    public init(_ body: RequestBody, contentType: String) {
        self.body = body
        self.contentType = contentType
    }
}
