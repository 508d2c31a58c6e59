import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Path items to operations.
extension Builder {
    func lowerOperations(globals: [Parameter]) -> [Operation] {
        var operations: [Operation] = []
        for entry in document.paths {
            guard let item = document.references.resolve(entry.value) else { continue }
            for (method, operation) in item.operations where options.keepsIgnored || !operation.extensions.isIgnored {
                let site = Site(path: entry.key, method: method, item: item, operation: operation)
                if let lowered = lower(site, globals) { operations.append(lowered) }
            }
        }
        return operations
    }

    /// An operation with what is around it.
    struct Site {
        let path: String
        let method: String
        let item: PathItemObject
        let operation: OperationObject
        /// The operation's identity.
        var id: String { operation.operationID ?? "\(method) \(path)" }
        var place: Place { operation.place }
    }

    private func lower(_ site: Site, _ globals: [Parameter]) -> Operation? {
        guard let template = PathTemplate(site.path) else { return nil }
        let operation = site.operation
        reportLeftOut(site)
        let responses = lowerResponses(site)
        return Operation(
            id: site.id, nameOverride: operation.extensions.text("x-apus-name", "x-speakeasy-name-override"),
            group: groupName(of: operation), method: site.method, path: site.path,
            parameters: lowerParameters(site, template, globals), requestBody: lowerRequestBody(site),
            success: responses.success, errors: responses.errors, security: lowerSecurity(operation),
            documentation: Documentation(
                summary: operation.summary ?? site.item.summary,
                description: operation.description ?? site.item.description),
            deprecation: operation.isDeprecated
                ? Deprecation(
                    message: operation.extensions.text(
                        "x-apus-deprecation-message", "x-speakeasy-deprecation-message")) : nil,
            examples: responses.examples, origin: site.place.origin)
    }

    private func reportLeftOut(_ site: Site) {
        if !site.operation.callbacks.isEmpty {
            warn(
                "callbacks-left-out", "the callbacks of `\(site.id)` are left out",
                at: site.place.appending("callbacks"))
        }
        if !site.operation.servers.isEmpty || !site.item.servers.isEmpty {
            warn(
                "servers-left-out", "the servers of `\(site.id)` are left out: the client's server is used",
                at: site.place.appending("servers"))
        }
    }
}
