/// What a request carries.
public struct RequestBody: Sendable, Hashable {
    /// What it can be, one of them at a time, in the document's order; never empty.
    public var contents: [Payload]
    /// Whether it must be there.
    public var isRequired: Bool
    /// Words for people.
    public var documentation: Documentation

    /// A body from its parts.
    public init(contents: [Payload], isRequired: Bool = true, documentation: Documentation = .init()) {
        self.contents = contents
        self.isRequired = isRequired
        self.documentation = documentation
    }
}

/// A body with its media type.
public struct Payload: Sendable, Hashable {
    /// The media type as written, such as `application/json`; for ``Coding/media`` a list with commas.
    public var contentType: String
    /// Further media types of a response that become the same value in the same way.
    public var otherContentTypes: [String] = []
    /// How bytes become a value.
    public var coding: Coding
    /// The value's type; of a stream, each item's.
    public var type: TypeReference
    /// How items become values, for a stream.
    public var stream: StreamForm?
    /// How an URL-encoded form's properties are written where the document says so; empty for other bodies.
    public var encoding: [FormProperty] = []
    /// Whether the body must be there.
    public var isRequired: Bool
    /// Words for people.
    public var documentation: Documentation

    /// How bytes become a value.
    public enum Coding: String, Sendable, Hashable {
        /// JSON text.
        case json
        /// `application/x-www-form-urlencoded`; of requests only.
        case form
        /// Parts by the members of a form, whose declaration is the type; of requests only.
        case multipart
        /// Parts as the caller makes them; of requests only.
        case parts
        /// Plain text, UTF-8.
        case text
        /// An XML document, as text.
        case xml
        /// Bytes as they are.
        case binary
        /// Bytes of one of several media types, or of a range of them, which the caller names; of requests only.
        case media
        /// Events, lines or a sequence of values.
        case stream
    }

    /// How the events of a stream become values.
    public struct StreamForm: Sendable, Hashable {
        /// What the schema describes.
        public enum Shape: String, Sendable, Hashable {
            /// What the data of an event holds, or a line.
            case data
            /// An object with the members `data`, `event`, `id` and `retry`.
            case event
        }

        /// What the data of an event is.
        public enum Content: String, Sendable, Hashable {
            /// JSON.
            case json
            /// Text.
            case text
            /// One or the other.
            case either
        }

        /// What the schema describes.
        public var shape: Shape
        /// What the data is.
        public var content: Content
        /// The data that ends every stream.
        public var sentinel: String?
        /// Whether the document gives no schema: values are the events as they come.
        public var isPlain: Bool

        /// A form from its parts.
        public init(shape: Shape, content: Content, sentinel: String? = nil, isPlain: Bool = false) {
            self.shape = shape
            self.content = content
            self.sentinel = sentinel
            self.isPlain = isPlain
        }
    }

    /// A body from its parts.
    public init(
        contentType: String, coding: Coding, type: TypeReference, stream: StreamForm? = nil, isRequired: Bool = true,
        documentation: Documentation = .init()
    ) {
        self.contentType = contentType
        self.coding = coding
        self.type = type
        self.stream = stream
        self.isRequired = isRequired
        self.documentation = documentation
    }
}

/// How a property of a form is written, as the document says.
public struct FormProperty: Sendable, Hashable {
    /// The property's wire name.
    public var name: String
    /// The content type of its value.
    public var contentType: String?
    /// The style, as in a query.
    public var style: String?
    /// Whether lists and objects become several pairs; `nil` leaves it to the style.
    public var explode: Bool?
    /// Whether reserved bytes stay as they are.
    public var allowReserved: Bool

    /// A rule from its parts.
    public init(
        name: String, contentType: String? = nil, style: String? = nil, explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }
}

extension Payload {
    /// What tells a media type from others that are written alike: its subtype, without what says that a vendor made it or
    /// that it is in JSON's syntax (RFC 6838, sections 3.2 and 4.2.8).
    /// - Parameter type: a media type without parameters, such as `application/vnd.pets+json`.
    public static func subtypeWord(_ type: String) -> String {
        var word = type.split(separator: "/").last.map(String.init) ?? type
        if word.hasSuffix("+json") { word.removeLast("+json".count) }
        if word.hasPrefix("vnd.") { word.removeFirst("vnd.".count) }
        return word
    }
}
