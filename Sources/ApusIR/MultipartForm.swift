/// A multipart body with known parts.
public struct MultipartForm: Sendable, Hashable {
    /// In document order.
    public var parts: [FormPart]
    /// What other parts may hold.
    public var additional: AdditionalMembers

    /// A form from its parts.
    public init(parts: [FormPart], additional: AdditionalMembers = .untyped) {
        self.parts = parts
        self.additional = additional
    }
}

/// A part of a form. Of the type ``Primitive/binary`` it is a file, and a list of these is several files; a list of other
/// values is a part for each.
public struct FormPart: Sendable, Hashable {
    /// The member of the form; its key is the part's name.
    public var field: Field
    /// Whether its name is sent: parts that go by their position have none.
    public var isNamed: Bool
    /// The media types that the document names for it, separated by commas.
    public var contentType: String?
    /// The style, as in a query.
    public var style: String?
    /// Whether lists and objects become several parts; `nil` leaves it to the style.
    public var explode: Bool?
    /// Further header fields of the part.
    public var headers: [PartHeader]

    /// A part from what is said of it.
    public init(
        field: Field, isNamed: Bool = true, contentType: String? = nil, style: String? = nil, explode: Bool? = nil,
        headers: [PartHeader] = []
    ) {
        self.field = field
        self.isNamed = isNamed
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.headers = headers
    }
}

/// A header field of a part.
public struct PartHeader: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Words for people.
    public var documentation: Documentation

    /// A header field from its parts.
    public init(name: String, documentation: Documentation = .init()) {
        self.name = name
        self.documentation = documentation
    }
}
