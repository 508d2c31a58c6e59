/// A list whose items differ by position.
public struct Tuple: Sendable, Hashable {
    /// The item at a position.
    public struct Item: Sendable, Hashable {
        /// A name that the document has for the item; `nil` for one made of its position.
        public var name: String?
        /// The type; nullable when null is a legal value.
        public var type: TypeReference
        /// Whether every list has the item. What stands behind one that is not required is not required either.
        public var isRequired: Bool
        /// Words for people.
        public var documentation: Documentation

        /// An item from its parts.
        public init(
            name: String? = nil, type: TypeReference, isRequired: Bool = true, documentation: Documentation = .init()
        ) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.documentation = documentation
        }
    }

    /// By position.
    public var items: [Item]
    /// The type of the items behind these. Where the document forbids them it is any value: they are kept all the same.
    public var rest: TypeReference

    /// A tuple from its parts.
    public init(items: [Item], rest: TypeReference = .primitive(.any)) {
        self.items = items
        self.rest = rest
    }
}
