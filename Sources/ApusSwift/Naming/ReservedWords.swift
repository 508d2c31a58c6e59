/// Words that cannot stand as identifiers as they are.
enum ReservedWords {
    /// Keywords that are legal identifiers between backticks.
    static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
        "if", "import", "in", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "static", "struct", "subscript", "super", "switch",
        "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
    /// Names with a meaning of their own as members of any type, and the three keywords that cannot be an argument's
    /// label as they are.
    static let members: Set<String> = ["self", "init", "Type", "Protocol", "hashValue", "inout", "let", "var"]
    /// Members that generated records have besides their properties.
    static let recordMembers = members.union(["unknownFields", "additionalProperties"])
    /// Members that generated tuples have besides their items.
    static let tupleMembers = members.union(["additionalItems"])
    /// Members that generated multipart bodies have besides their parts.
    static let formMembers = members.union(["additionalProperties", "additionalParts", "encode", "description"])
    /// Members that generated enumerations have besides their values. `none` and `some` would be taken for `Optional`'s.
    static let enumerationMembers = members.union(["rawValue", "none", "some", "knownValues", "description"])
    /// Members that generated unions have besides their cases.
    static let unionMembers = members.union(["unknown", "none", "some", "description"])
    /// Members that generated requests have besides their parameters.
    static let requestMembers = members.union(["body", "operation", "request"])
    /// Parameters that generated methods have besides the operation's.
    static let methodParameters = requestMembers.union(["options", "client"])
    /// Types that generated requests have inside.
    static let requestTypes: Set<String> = ["Output", "Headers", "Item"]
    /// Types that generated webhooks have inside.
    static let webhookMembers: Set<String> = ["Payload", "Answer", "Headers", "Query"]
    /// Members that generated types of header fields have besides these.
    static let headerMembers = members.union(["fields", "value", "required"])
    /// Names of types that would hide what generated code itself refers to.
    static let typeNames: Set<String> = [
        "Any", "Self", "Type", "Protocol", "Swift", "Foundation", "FoundationEssentials", "ApusJSON", "ApusRuntime",
        "ApusTesting", "ApusDefaultTransport", "HTTPTypes", "Sendable",
    ]

    /// The identifier as it is spelled where it is declared or used.
    static func spelled(_ identifier: String) -> String {
        keywords.contains(identifier) ? "`\(identifier)`" : identifier
    }
}
