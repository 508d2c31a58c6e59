/// The dump of webhooks.
extension IRDump {
    mutating func add(_ webhook: Webhook) {
        line(
            "webhook", quoted(webhook.id), webhook.method, webhook.name == webhook.id ? nil : quoted(webhook.name),
            webhook.wish == webhook.id ? nil : note(name: webhook.wish), note(webhook.deprecation))
        indented { dump in
            dump.add(webhook.documentation)
            dump.add(webhook.source)
            for parameter in webhook.parameters { dump.add(parameter) }
            if let payload = webhook.payload { dump.line("body", dump.text(payload)) }
            dump.line(
                "answer", webhook.answer.statuses.map(\.description).joined(separator: " "),
                webhook.answer.payload.map(dump.text))
        }
    }

    private mutating func add(_ source: Webhook.Source) {
        guard case .callback(let operations, let expression) = source else { return }
        line("asked for by", operations.map(quoted).joined(separator: " "), "at", quoted(expression))
    }

    private mutating func add(_ parameter: WebhookParameter) {
        line(
            "parameter", quoted(parameter.name), parameter.location.rawValue, parameter.isRequired ? "required" : nil,
            note(name: parameter.nameOverride))
        indented { $0.add(parameter.documentation) }
    }
}
