public import ApusYAML

/// OpenAPI 3.1, Parameter Object.
public struct ParameterObject: Sendable, ReferencableObject {
    /// Parameter Objects are `components/parameters`.
    public static var referenceKind: ReferenceKind { .parameters }

    /// `in`.
    public enum Location: String, Sendable, Hashable, CaseIterable {
        /// A segment of the path.
        case path
        /// The query.
        case query
        /// A header field.
        case header
        /// A cookie.
        case cookie
        /// The whole query (3.2).
        case querystring
    }

    /// `style`.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// RFC 6570 path-style.
        case matrix
        /// RFC 6570 label.
        case label
        /// RFC 6570 simple.
        case simple
        /// RFC 6570 form.
        case form
        /// Space-separated.
        case spaceDelimited
        /// Pipe-separated.
        case pipeDelimited
        /// Nested keys in brackets.
        case deepObject
        /// A cookie's own form (3.2).
        case cookie
    }

    /// `name`.
    public internal(set) var name = ""
    /// `in`.
    public internal(set) var location: Location = .query
    /// Whether `in` says one of the places.
    var hasLocation = false
    /// What a value is like and how it is written.
    public internal(set) var value = ValueDescription()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Header Object: a parameter whose name and location are given by where it stands.
public struct HeaderObject: Sendable, ReferencableObject {
    /// Header Objects are `components/headers`.
    public static var referenceKind: ReferenceKind { .headers }
    /// What a value is like and how it is written.
    public internal(set) var value = ValueDescription()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// The keys that Parameter Objects and Header Objects share.
public struct ValueDescription: Sendable {
    /// `description`.
    public internal(set) var description: String?
    /// `required`.
    public internal(set) var isRequired = false
    /// `deprecated`.
    public internal(set) var isDeprecated = false
    /// `allowEmptyValue`.
    public internal(set) var allowsEmptyValue = false
    /// `style`; `nil` for the location's default.
    public internal(set) var style: ParameterObject.Style?
    /// `explode`; `nil` for the style's default.
    public internal(set) var explode: Bool?
    /// `allowReserved`.
    public internal(set) var allowsReserved = false
    /// `schema`.
    public internal(set) var schema: Schema?
    /// `content`.
    public internal(set) var content: OrderedMap<Referenced<MediaTypeObject>> = .init()
    /// `example`.
    public internal(set) var example: YAMLNode?
    /// `examples`.
    public internal(set) var examples: OrderedMap<Referenced<ExampleObject>> = .init()
}
