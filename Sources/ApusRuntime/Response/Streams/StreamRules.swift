/// How a success's body reaches the caller.
public enum ResponseDelivery: Sendable, Hashable {
    /// Read whole, within the limit, and decoded.
    case whole
    /// Handed over unread, as a sequence of values.
    case stream(StreamRules)
    /// Handed over unread, as bytes.
    case download
}

/// How the events of a stream become values.
public struct StreamRules: Sendable, Hashable {
    /// Which part of an event the document's schema describes.
    public enum Shape: String, Sendable, Hashable {
        /// What `data` holds.
        case data
        /// The whole event: an object with the members `data`, `event`, `id` and `retry`.
        case event
    }

    /// What `data` holds.
    public enum Content: String, Sendable, Hashable {
        /// JSON.
        case json
        /// Text, taken as it is.
        case text
        /// JSON where that fits the schema, else text.
        case either
    }

    /// Which part of an event the schema describes.
    public var shape: Shape
    /// What `data` holds.
    public var content: Content
    /// The data that the document names as the last of every stream; it is no value. A stream that ends without it was
    /// cut off. Where the document names none, `[DONE]` ends a stream whose data is JSON.
    public var sentinel: String?

    /// Rules from their parts.
    public init(shape: Shape = .data, content: Content = .json, sentinel: String? = nil) {
        self.shape = shape
        self.content = content
        self.sentinel = sentinel
    }

    /// Whether this data says that nothing follows.
    func ends(_ data: [UInt8]) -> Bool {
        if let sentinel { return data.elementsEqual(sentinel.utf8) }
        return content != .text && data.elementsEqual("[DONE]".utf8)
    }
}
