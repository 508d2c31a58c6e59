public import ApusIR

/// The Swift that a module is to consist of: final identifiers, spelled types, documentation lines and files.
///
/// Texts named `…Literal` are Swift literals with their quotes; everything else that came from the document has gone
/// through naming or the documentation encoder, so that a template may place it as it is.
public struct SwiftModule: Sendable, Hashable {
    /// The module's name.
    public var name: String
    /// Who may use it.
    public var access: AccessLevel
    /// The client.
    public var client: ClientDeclaration
    /// The error type.
    public var error: ErrorDeclaration
    /// Operations, a file for each group.
    public var operations: [OperationsFile]
    /// Models, a file for each group that first uses them.
    public var models: [ModelsFile]
    /// Types of response headers; `nil` when none are documented.
    public var headers: HeadersFile?
    /// What the API sends to its clients; `nil` when it sends nothing.
    public var webhooks: WebhooksDeclaration?
    /// `String` and `UInt8` as they are spelled where the module's types hide neither.
    public var standard: StandardTypes
    /// The examples' module, when it is wanted.
    public var examples: ExamplesDeclaration?
}

/// Types of the standard library as the module spells them.
public struct StandardTypes: Sendable, Hashable {
    /// Text.
    public var string: String
    /// A byte.
    public var byte: String
}

/// The operations of one group.
public struct OperationsFile: Sendable, Hashable {
    /// The file's name without extension.
    public var fileName: String
    /// The group.
    public var group: GroupDeclaration
    /// Request types and methods, in document order.
    public var operations: [OperationDeclaration]
    /// Types that stand inside the request types.
    public var types: [TypeDeclaration]
    /// Modules to import, sorted.
    public var imports: [String]
    /// Whether any spelling needs Foundation.
    public var needsFoundation: Bool
}

/// Some of the models.
public struct ModelsFile: Sendable, Hashable {
    /// The file's name without extension.
    public var fileName: String
    /// In document order, each followed by the types inside it.
    public var types: [TypeDeclaration]
    /// Modules to import, sorted.
    public var imports: [String]
    /// Whether any spelling needs Foundation.
    public var needsFoundation: Bool
}

/// A declared type. Types inside others are declared in extensions of these, so that no declaration is nested in text.
public struct TypeDeclaration: Sendable, Hashable {
    /// The type that holds it, spelled; `nil` at the root.
    public var scope: String?
    /// Its simple name.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// What it is.
    public var kind: Kind
    /// The one way that its values travel; `nil` for both.
    public var direction: Direction?
    /// The schema that it was made of.
    public var origin = Origin()

    /// A way that values travel.
    public enum Direction: String, Sendable, Hashable {
        /// To the API.
        case request
        /// From the API.
        case response
    }

    /// The kinds.
    public enum Kind: Sendable, Hashable {
        /// A struct.
        case record(RecordDeclaration)
        /// An open enumeration.
        case enumeration(EnumerationDeclaration)
        /// An enum with payloads.
        case union(UnionDeclaration)
        /// A struct of positions.
        case tuple(TupleDeclaration)
        /// A struct of parts.
        case form(FormDeclaration)
        /// A typealias of the spelled type.
        case alias(String)
    }
}
