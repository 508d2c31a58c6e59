import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// The state of turning one document into an API: the types made so far, and what is known of schemas.
final class Builder {
    let document: OpenAPIDocument
    let options: LoweringOptions
    var diagnostics: [Diagnostic] = []
    /// In order of appearance; a type's place is taken before its inline types are made, so that they follow it.
    var types: [TypeDefinition] = []
    var errors: [ErrorDefinition] = []
    /// Where the types of schemas are in the list.
    var slots: [TypeID: Int] = [:]
    /// Where each ID's definition or error is in its list.
    var usedTypeIDs: [String: Int] = [:]
    var errorIndex: [ErrorID: Int] = [:]
    /// The types of schemas that references lead to.
    var typeIDs = SchemaTable<TypeID>()
    /// Those among them whose types are still to be made.
    var awaited: Set<TypeID> = []
    /// Targets of references that are no components; made after everything else.
    var pending: [(schema: Schema, id: TypeID)] = []
    var nullability = SchemaTable<Bool>()
    /// What schemas that are made of others say of the direction.
    var accesses = SchemaTable<Access>()
    /// What the `$ref`s of schemas lead to.
    var targets = SchemaTable<Schema?>()
    /// The schemas at the ends of bare uses.
    var ends = SchemaTable<Schema>()
    /// What inline schemas became.
    var inlineTypes = SchemaTable<TypeReference>()
    /// Each scheme by the name of the first one that puts a credential in the same place.
    lazy var sameSchemes = findSameSchemes()
    /// Parts of `allOf` that may still be laid over each other.
    var partsLeft = Limits.parts
    /// Combinations of alternatives that may still be made.
    var combinationsLeft = 5_000
    /// The schemas that have each parent of a hierarchy as a part, found when first asked for.
    lazy var childrenByParent = findChildren()
    /// The conditional parts that are being laid down.
    var openConditionals: Set<ObjectIdentifier> = []
    /// What the user wants types to be.
    var mappings: TypeMappings
    /// Media types that are not asked for, since JSON gives the same values.
    var otherWritings: [OtherWritings] = []
    /// What the operations of a tag are grouped under, by the tag's name.
    lazy var groupsOfTags = findGroupsOfTags()
    private var said: Set<Diagnostic> = []

    init(_ document: OpenAPIDocument, _ options: LoweringOptions) {
        self.document = document
        self.options = options
        mappings = TypeMappings(options.types)
    }

    func build() -> API {
        findMappedSchemas()
        defineComponents()
        let globals = lowerGlobals()
        let sites = selected(operationSites() + webhookSites())
        let calls = sites.filter { $0.incoming == nil }
        let operations = lowerOperations(calls, globals: globals)
        let webhooks = lowerWebhooks(sites.filter { $0.incoming != nil } + callbackSites(of: calls))
        definePending()
        reportUnusedMappings()
        reportOtherWritings()
        reportUnusedPagination(calls)
        return API(
            title: document.info.title, version: document.info.version,
            documentation: Documentation(summary: document.info.summary, description: document.info.description),
            servers: lowerServers(), securitySchemes: lowerSecuritySchemes(usedBy: operations),
            globals: usedGlobals(globals, operations), types: types, errors: errors, groups: groups(of: operations),
            operations: operations, webhooks: webhooks, retryPolicy: lowerRetryPolicy())
    }

    /// - Parameter category: `document` where the document is at fault, not we.
    func warn(
        _ code: String, _ message: String, at place: Place, hint: String? = nil,
        category: Diagnostic.Category = .limitation
    ) {
        say(.warning(code, message, at: place.range, pointer: place.pointer, hint: hint, category: category))
    }

    func fail(_ code: String, _ message: String, at place: Place, hint: String? = nil) {
        say(.error(code, message, at: place.range, pointer: place.pointer, hint: hint))
    }

    /// Schemas and responses are looked at more than once; what is said of them is said once.
    private func say(_ diagnostic: Diagnostic) {
        if said.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}

extension Place {
    /// The place as later stages keep it.
    var origin: Origin { Origin(range: range, pointer: pointer) }

    func appending(_ token: String) -> Place { Place(range: range, path: path.appending(token)) }
}
