/// The identity of a type: stable for a document, unequal for any two types.
///
/// Named schemas have `schemas/<Name>`; inline ones extend the ID of what holds them (`schemas/A/data`).
public struct TypeID: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The text of the identity.
    public var rawValue: String

    /// An identity from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text.
    public var description: String { rawValue }
}

/// A type that gets a declaration of its own.
public struct TypeDefinition: Sendable, Hashable {
    /// Its identity.
    public var id: TypeID
    /// What it is called or where it stands; the naming stage makes a name of it.
    public var name: TypeName
    /// What it is.
    public var kind: TypeKind
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Where it was written.
    public var origin: Origin

    /// A type from its parts.
    public init(
        id: TypeID, name: TypeName, kind: TypeKind, documentation: Documentation = .init(),
        deprecation: Deprecation? = nil, origin: Origin = .init()
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}

/// What a type is called.
public enum TypeName: Sendable, Hashable {
    /// A named schema of the document, or the name that an extension gives.
    case named(String)
    /// What the API takes of a named schema, where that differs from what it sends.
    case input(String)
    /// An inline type, called after where it stands inside another type.
    case nested(parent: TypeID, role: TypeRole)
    /// An inline type of an operation: of a parameter, a body or a response.
    case operation(id: String, role: TypeRole)
    /// An inline type of a webhook: of its body or its answer's.
    case webhook(id: String, role: TypeRole)
}

/// Where an inline type stands.
public enum TypeRole: Sendable, Hashable {
    /// The value of a property.
    case property(String)
    /// An element of an array.
    case element
    /// A value of a map.
    case value
    /// A branch of a union, with the name that tells it best (title, tag value, distinguishing key).
    case variant(String)
    /// A parameter of an operation.
    case parameter(String)
    /// A header field of a response.
    case header(String)
    /// The request's body.
    case requestBody
    /// The body of a success response.
    case response
    /// The body of an error response with this status.
    case error(String)
}

/// The kinds of declared types.
public enum TypeKind: Sendable, Hashable {
    /// An object with known fields.
    case record(Record)
    /// A set of values that may grow.
    case enumeration(Enumeration)
    /// One of several shapes.
    case union(Union)
    /// A list whose items differ by position.
    case tuple(Tuple)
    /// A multipart body.
    case form(MultipartForm)
    /// Another name for a type (a named schema that is a string, an array, a map, …).
    case alias(TypeReference)
}
