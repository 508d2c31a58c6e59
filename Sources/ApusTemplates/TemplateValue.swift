/// What a name in a template can stand for.
public enum TemplateValue: Sendable, Hashable {
    /// Text to be written out; as a section it counts as true when it is not empty. Numbers travel as text.
    case text(String)
    /// A condition for sections; it cannot be written out.
    case bool(Bool)
    /// A section over it is rendered once for each item.
    case list([TemplateValue])
    /// A section over it is rendered once, with its names in reach.
    case object(TemplateObject)
    /// Deliberately absent: false as a section; it cannot be written out.
    case none

    /// A text, or `none` for `nil`.
    public init(_ text: String?) { self = text.map(TemplateValue.text) ?? .none }

    /// An object, or `none` for `nil`.
    public init(_ object: TemplateObject?) { self = object.map(TemplateValue.object) ?? .none }

    /// A list of texts.
    public init(_ texts: [String]) { self = .list(texts.map(TemplateValue.text)) }

    /// A list of objects.
    public init(_ objects: [TemplateObject]) { self = .list(objects.map(TemplateValue.object)) }
}

/// The names that a context offers, with their values, in a fixed order.
///
/// Looking a name up compares one integer per field and allocates nothing: contexts are small.
public struct TemplateObject: Sendable, Hashable {
    struct Field: Sendable, Hashable {
        let name: TemplateName
        let value: TemplateValue
    }

    let fields: [Field]

    /// An object from its fields. Each name is given once.
    public init(_ fields: [(name: String, value: TemplateValue)]) {
        self.init(of: fields.map { Field(name: TemplateName($0.name), value: $0.value) })
    }

    private init(of fields: [Field]) {
        self.fields = fields
        assert(Set(fields.map(\.name)).count == fields.count, "a context offers a name twice")
    }

    /// The names in the order given.
    public var names: [String] { fields.map(\.name.text) }

    /// The value of a name, `nil` when the object does not offer it.
    public subscript(name: String) -> TemplateValue? { self[TemplateName(name)] }

    subscript(name: TemplateName) -> TemplateValue? {
        // By index, so that no field is copied but the one found.
        for index in fields.indices where fields[index].name == name { return fields[index].value }
        return nil
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    /// An object from a literal such as `["name": .text("Model"), "isLast": .bool(true)]`.
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(of: elements.map { Field(name: TemplateName($0.0), value: $0.1) })
    }
}
