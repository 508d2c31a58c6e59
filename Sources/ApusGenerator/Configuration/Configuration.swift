public import ApusLowering
public import ApusSwift

/// What to generate from what: the contents of `apus.yaml`, and what the command line says instead.
///
/// Every member is optional, so that two configurations can be laid over each other.
public struct Configuration: Sendable, Hashable {
    /// The API document's path.
    public var spec: String?
    /// The paths of Overlay documents, in order.
    public var overlays: [String]?
    /// Folders, besides the document's own, whose files its references may name.
    public var referenceFolders: [String]?
    /// Which operations are wanted.
    public var filter: OperationFilter?
    /// How the pages of operations follow each other, by operation ID.
    public var pagination: [String: PaginationRule]?
    /// The folder below which the module's folder is written.
    public var output: String?
    /// The module's name.
    public var module: String?
    /// Who may use the generated declarations.
    public var access: AccessLevel?
    /// A folder of templates instead of the built-in ones.
    public var templates: String?
    /// The client's type.
    public var client: String?
    /// The error's type.
    public var error: String?
    /// The prefix of environment variables.
    public var environmentPrefix: String?
    /// Further acronyms.
    public var acronyms: [String]?
    /// Whether the responses' examples become a module of their own.
    public var examples: Bool?
    /// What values are read as instead of what their formats stand for.
    public var types: TypeMapping?
    /// Whether a document that departs from its specification is refused.
    public var strict: Bool?

    /// A configuration that says nothing.
    public init() {}

    /// This configuration with `other`'s words where it has any.
    public func overridden(by other: Configuration) -> Configuration {
        var result = self
        result.spec = other.spec ?? spec
        result.overlays = other.overlays ?? overlays
        result.referenceFolders = other.referenceFolders ?? referenceFolders
        result.filter = other.filter ?? filter
        result.pagination = other.pagination ?? pagination
        result.output = other.output ?? output
        result.module = other.module ?? module
        result.access = other.access ?? access
        result.templates = other.templates ?? templates
        result.client = other.client ?? client
        result.error = other.error ?? error
        result.environmentPrefix = other.environmentPrefix ?? environmentPrefix
        result.acronyms = other.acronyms ?? acronyms
        result.examples = other.examples ?? examples
        result.types = types.map { $0.overridden(by: other.types ?? .init()) } ?? other.types
        result.strict = other.strict ?? strict
        return result
    }

    /// What the Swift stage needs; `nil` while no module is named.
    public var swiftOptions: SwiftOptions? {
        module.map { module in
            SwiftOptions(
                module: module, access: access ?? .public, clientName: client, errorName: error,
                environmentPrefix: environmentPrefix, acronyms: acronyms ?? [], examples: examples ?? false)
        }
    }
}
