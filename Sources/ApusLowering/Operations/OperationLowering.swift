import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Path items to operations.
extension Builder {
    /// The operations that a client can call.
    func operationSites() -> [Site] {
        var sites: [Site] = []
        for entry in document.paths {
            guard let item = document.references.resolve(entry.value) else { continue }
            var methods: Set<String> = []
            for (method, operation) in item.operations where !isLeftOut(item, operation) {
                guard isMethod(method, operation, &methods) else { continue }
                sites.append(Site(path: entry.key, method: method, item: item, operation: operation))
            }
        }
        Site.makeDistinct(&sites)
        return sites
    }

    /// Whether a request can be made with a method: the keys of `additionalOperations` (3.2) may be anything.
    private func isMethod(_ method: String, _ operation: OperationObject, _ known: inout Set<String>) -> Bool {
        var problem: String?
        if !HTTPSyntax.isToken(method) { problem = "is no HTTP method (RFC 9110, token)" }
        if !known.insert(method).inserted { problem = "has an operation of this path already" }
        guard let problem else { return true }
        warn(
            "bad-method", "`\(method)` \(problem); it is left out", at: operation.place,
            hint: "Methods that have a key of their own, such as `get`, stand there.", category: .document)
        return false
    }

    /// Whether extensions say that it is not for the users of a client: of the operation, else of its path.
    private func isLeftOut(_ item: PathItemObject, _ operation: OperationObject) -> Bool {
        if options.keepsIgnored { return false }
        return operation.extensions.isHidden ?? item.extensions.isHidden ?? false
    }

    func lowerOperations(_ sites: [Site], globals: [Parameter]) -> [Operation] {
        sites.flatMap { lower($0, globals) }
    }

    /// An operation with what is around it.
    struct Site {
        let path: String
        let method: String
        let item: PathItemObject
        let operation: OperationObject
        /// Set where the API calls and the client answers.
        var incoming: Incoming?
        /// The operation's identity.
        var id: String { incoming?.id ?? ownID }
        private var ownID: String
        var place: Place { operation.place }

        init(
            path: String, method: String, item: PathItemObject, operation: OperationObject, incoming: Incoming? = nil
        ) {
            self.path = path
            self.method = method
            self.item = item
            self.operation = operation
            self.incoming = incoming
            ownID = operation.operationID ?? "\(method) \(path)"
        }

        /// An ID that is taken gives way to method and path, which no other operation has. One that differs only in how
        /// Unicode composes it is taken too: later stages find operations by their IDs as Swift compares texts.
        static func makeDistinct(_ sites: inout [Site]) {
            var taken: Set<String> = []
            for index in sites.indices where !taken.insert(sites[index].id).inserted {
                sites[index].ownID = "\(sites[index].method) \(sites[index].path)"
                taken.insert(sites[index].id)
            }
        }

        /// The place of a type in it.
        func position(_ role: TypeRole) -> Position {
            incoming == nil ? Position(operation: id, role) : Position(webhook: id, role)
        }
    }

    private func lower(_ site: Site, _ globals: [Parameter]) -> [Operation] {
        let key = PathKey(site.path)
        guard let template = PathTemplate(key.path) else { return [] }
        let operation = site.operation
        reportLeftOut(site)
        let responses = lowerResponses(site)
        let parameters = lowerParameters(site, key, template, globals)
        let body = lowerRequestBody(site)
        reportExtensions(site.item.extensions, at: site.item.place)
        reportExtensions(operation.extensions, at: site.place)
        var whole = Operation(
            id: site.id, nameOverride: operation.nameOverride,
            group: groupName(of: operation), method: site.method, path: key.path,
            parameters: parameters, fixedQuery: fixedQuery(key),
            requestBody: body,
            success: responses.success, errors: responses.errors, security: lowerSecurity(operation),
            scopes: lowerScopes(operation), servers: lowerServers(site),
            documentation: Documentation(
                summary: operation.summary ?? site.item.summary,
                description: operation.description ?? site.item.description),
            deprecation: operation.isDeprecated ? Deprecation(message: operation.extensions.deprecationMessage) : nil,
            examples: responses.examples,
            pagination: lowerPagination(site, parameters, body, responses.success), origin: site.place.origin)
        whole.retryPolicy = retryPolicy(operation.extensions, at: site.place)
        return variants(whole, responses.streamed, site)
    }

    private func reportLeftOut(_ site: Site) {
        for response in site.operation.responses.compactMap({ document.references.resolve($0.value) })
        where !response.links.isEmpty {
            warn(
                "links-left-out", "the links of a response of `\(site.id)` are left out: nothing is generated for them",
                at: response.place.appending("links"),
                hint: "Call the operations that they name with values of the response.")
        }
    }
}
