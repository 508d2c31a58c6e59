public import ApusYAML

/// OpenAPI 3.1, Request Body Object.
public struct RequestBodyObject: Sendable, ReferencableObject {
    /// Request Body Objects are `components/requestBodies`.
    public static var referenceKind: ReferenceKind { .requestBodies }
    /// `description`.
    public internal(set) var description: String?
    /// `content` by media type.
    public internal(set) var content: OrderedMap<Referenced<MediaTypeObject>> = .init()
    /// `required`.
    public internal(set) var isRequired = false
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Response Object.
public struct ResponseObject: Sendable, ReferencableObject {
    /// Response Objects are `components/responses`.
    public static var referenceKind: ReferenceKind { .responses }
    /// `summary` (3.2).
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// `headers`.
    public internal(set) var headers: OrderedMap<Referenced<HeaderObject>> = .init()
    /// `content` by media type.
    public internal(set) var content: OrderedMap<Referenced<MediaTypeObject>> = .init()
    /// `links`.
    public internal(set) var links: OrderedMap<Referenced<LinkObject>> = .init()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Media Type Object, with 3.2's keys.
public struct MediaTypeObject: Sendable, ReferencableObject {
    /// Media Type Objects are `components/mediaTypes`.
    public static var referenceKind: ReferenceKind { .mediaTypes }
    /// `schema`.
    public internal(set) var schema: Schema?
    /// `itemSchema` (3.2): of each item of a sequence.
    public internal(set) var itemSchema: Schema?
    /// `example`.
    public internal(set) var example: YAMLNode?
    /// `examples`.
    public internal(set) var examples: OrderedMap<Referenced<ExampleObject>> = .init()
    /// `encoding` by property.
    public internal(set) var encoding: OrderedMap<EncodingObject> = .init()
    /// `prefixEncoding` (3.2): of the parts by position.
    public internal(set) var prefixEncoding: [EncodingObject] = []
    /// `itemEncoding` (3.2): of the parts behind these.
    public internal(set) var itemEncoding: EncodingObject?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Encoding Object, with 3.2's nesting.
public struct EncodingObject: Sendable {
    /// `contentType`.
    public internal(set) var contentType: String?
    /// `headers`.
    public internal(set) var headers: OrderedMap<Referenced<HeaderObject>> = .init()
    /// `style`.
    public internal(set) var style: ParameterObject.Style?
    /// `explode`.
    public internal(set) var explode: Bool?
    /// `allowReserved`.
    public internal(set) var allowsReserved = false
    /// `encoding` by property (3.2).
    public internal(set) var encoding: OrderedMap<EncodingObject> = .init()
    /// `prefixEncoding` (3.2): of the parts by position.
    public internal(set) var prefixEncoding: [EncodingObject] = []
    /// `itemEncoding` (3.2): of the parts behind these; one, or none.
    public internal(set) var itemEncodings: [EncodingObject] = []
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Example Object, with 3.2's keys.
public struct ExampleObject: Sendable, ReferencableObject {
    /// Example Objects are `components/examples`.
    public static var referenceKind: ReferenceKind { .examples }
    /// `summary`.
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// `value`, or 3.2's `dataValue`.
    public internal(set) var value: YAMLNode?
    /// `serializedValue` (3.2).
    public internal(set) var serializedValue: String?
    /// `externalValue`: never fetched.
    public internal(set) var externalValue: String?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Link Object.
public struct LinkObject: Sendable, ReferencableObject {
    /// Link Objects are `components/links`.
    public static var referenceKind: ReferenceKind { .links }
    /// `operationRef`.
    public internal(set) var operationReference: String?
    /// `operationId`.
    public internal(set) var operationID: String?
    /// `parameters`, as written.
    public internal(set) var parameters: YAMLNode?
    /// `requestBody`, as written.
    public internal(set) var requestBody: YAMLNode?
    /// `description`.
    public internal(set) var description: String?
    /// `server`.
    public internal(set) var server: ServerObject?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
