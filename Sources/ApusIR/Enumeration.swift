/// A set of values. It may grow, so that an unknown one is kept, unless the document says that it does not.
public struct Enumeration: Sendable, Hashable {
    /// What its values are.
    public enum RawType: Sendable, Hashable {
        /// Text.
        case string
        /// Integers.
        case integer
        /// Numbers, some of them with a fraction.
        case number
    }

    /// A value of the set.
    public struct Case: Sendable, Hashable {
        /// A name that an extension gives.
        public var nameOverride: String?
        /// The value: `.string` or `.number`, as the raw type says.
        public var value: Literal
        /// Words for people.
        public var documentation: Documentation

        /// A case from its parts.
        public init(value: Literal, nameOverride: String? = nil, documentation: Documentation = .init()) {
            self.value = value
            self.nameOverride = nameOverride
            self.documentation = documentation
        }
    }

    /// What the values are.
    public var rawType: RawType
    /// In document order, distinct.
    public var cases: [Case]
    /// Whether the document refuses all other values.
    public var isClosed: Bool

    /// An enumeration from its parts.
    public init(rawType: RawType, cases: [Case], isClosed: Bool = false) {
        self.rawType = rawType
        self.cases = cases
        self.isClosed = isClosed
    }
}
