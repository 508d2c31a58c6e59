import ApusIR
import ApusOpenAPI

/// What the API sends, as payloads that a client can read.
extension Builder {
    func lowerWebhooks(_ sites: [Site]) -> [Webhook] {
        var ids: Set<String> = []
        return sites.compactMap { site in
            guard var incoming = site.incoming else { return nil }
            var number = 1
            let id = incoming.id
            while !ids.insert(incoming.id).inserted {
                number += 1
                incoming.id = "\(id)'\(number)"
            }
            var site = site
            site.incoming = incoming
            return lower(site, incoming)
        }
    }

    private func lower(_ site: Site, _ incoming: Incoming) -> Webhook {
        let operation = site.operation
        reportLeftOut(site)
        return Webhook(
            id: incoming.id, name: incoming.name, wish: incoming.wish, source: incoming.source, method: site.method,
            parameters: webhookParameters(site), payload: webhookPayload(site), answer: lowerAnswer(site),
            documentation: Documentation(
                summary: operation.summary ?? site.item.summary,
                description: operation.description ?? site.item.description),
            deprecation: operation.isDeprecated
                ? Deprecation(
                    message: operation.extensions.text(
                        "x-apus-deprecation-message", "x-speakeasy-deprecation-message")) : nil,
            origin: site.place.origin)
    }

    /// Only JSON is typed: what else the body is, it is given as bytes.
    private func webhookPayload(_ site: Site) -> Payload? {
        guard let body = site.operation.requestBody.flatMap(document.references.resolve) else { return nil }
        guard let choice = choose(from: body.content, at: body.place) else { return nil }
        var payload: Payload
        if choice.coding == .json {
            payload = self.payload(choice, at: site.position(.requestBody))
        } else {
            warn(
                "raw-webhook", "the body of `\(site.id)` is `\(choice.contentType)`: it is given as bytes",
                at: choice.media.place, hint: "Only JSON is typed in what the API sends.")
            payload = Payload(contentType: choice.contentType, coding: .binary, type: .primitive(.binary))
        }
        payload.isRequired = body.isRequired
        payload.documentation = Documentation(description: body.description)
        return payload
    }

    private func webhookParameters(_ site: Site) -> [WebhookParameter] {
        mergedParameters(site).compactMap { parameter in
            guard options.keepsIgnored || !parameter.extensions.isIgnored else { return nil }
            guard let location = location(of: parameter) else { return nil }
            guard location == .header || location == .query else {
                warn(
                    "webhook-parameter-left-out",
                    "the \(location.rawValue) parameter `\(parameter.name)` of `\(site.id)` is left out",
                    at: parameter.place, hint: "Headers and the query are what a webhook is known to bring.")
                return nil
            }
            return WebhookParameter(
                name: parameter.name,
                nameOverride: parameter.extensions.text("x-apus-name", "x-speakeasy-name-override"),
                location: location, isRequired: parameter.value.isRequired,
                documentation: Documentation(description: parameter.value.description))
        }
    }

    private func reportLeftOut(_ site: Site) {
        if !site.operation.callbacks.isEmpty {
            warn(
                "callbacks-left-out", "the callbacks of `\(site.id)`, which the API itself sends, are left out",
                at: site.place.appending("callbacks"))
        }
        if site.operation.security?.contains(where: { !$0.schemes.entries.isEmpty }) == true {
            warn(
                "webhook-security-left-out", "how `\(site.id)` proves that the API sent it is not checked",
                at: site.place.appending("security"), hint: "Check the request before its body is read.")
        }
    }
}
