/// One of several shapes; a value that fits none is kept as it came.
public struct Union: Sendable, Hashable {
    /// A branch.
    public struct Variant: Sendable, Hashable {
        /// A hint for its name (title, schema name, tag value, distinguishing key, kind).
        public var name: String
        /// What it holds. Never nullable: null belongs to the union's use.
        public var type: TypeReference
        /// How a value of this branch is told from the others.
        public var test: Test
        /// Words for people.
        public var documentation: Documentation

        /// A branch from its parts.
        public init(name: String, type: TypeReference, test: Test, documentation: Documentation = .init()) {
            self.name = name
            self.type = type
            self.test = test
            self.documentation = documentation
        }
    }

    /// How a value is recognised as a branch's. Tests are tried in the order of the branches; the first that holds
    /// decides.
    public enum Test: Sendable, Hashable {
        /// The member named by `key` is one of these values.
        case tag(key: String, values: [Literal])
        /// The value is of this JSON kind.
        case kind(JSONKind)
        /// The value is an object (or, with other branches of that kind, the object) that has all of these keys.
        case keys([String])
        /// Nothing tells it apart: decoding decides, the branch that fits best.
        case decodes
    }

    /// The kinds of JSON values.
    public enum JSONKind: String, Sendable, Hashable, CaseIterable {
        /// Text.
        case string
        /// A number without a fraction.
        case integer
        /// Any number.
        case number
        /// `true` or `false`.
        case boolean
        /// A list.
        case array
        /// An object.
        case object
    }

    /// Which rule told the branches apart; for dumps and diagnostics.
    public enum Rule: String, Sendable, Hashable {
        /// The document's discriminator.
        case discriminator
        /// A key that is a different constant in each branch.
        case inferredTag
        /// The branches are of different JSON kinds.
        case jsonKind
        /// Each branch requires a key that the earlier ones do not.
        case requiredKeys
        /// More than one of these, branch by branch.
        case mixed
        /// None: of the branches that decode, the one that leaves the fewest members unknown is taken, the first among equals.
        case bestMatch
    }

    /// The branches in the order in which they are tested.
    public var variants: [Variant]
    /// Which rule told them apart.
    public var rule: Rule

    /// A union from its parts.
    public init(variants: [Variant], rule: Rule) {
        self.variants = variants
        self.rule = rule
    }
}
