import ApusSwift
import ApusTemplates

/// What `Webhooks.swift` is rendered from.
struct WebhooksContext {
    let template: TemplateObject

    init(_ webhooks: WebhooksDeclaration, _ frame: Frame) {
        template = [
            "access": .text(frame.access),
            "isPublic": .bool(frame.isPublic),
            "import": .text(frame.importKeyword),
            "imports": .init(webhooks.imports),
            "needsFoundation": .bool(webhooks.needsFoundation),
            "string": .text(frame.string),
            "namespace": .text(webhooks.name),
            "webhooks": .init(webhooks.webhooks.enumerated().map { Self.webhook($1, isFirst: $0 == 0) }),
            "types": .init(webhooks.types.map { TypeContext($0).template }),
        ]
    }

    private static func webhook(_ webhook: WebhookDeclaration, isFirst: Bool) -> TemplateObject {
        let answer = webhook.answer.map { type -> TemplateObject in
            ["type": .text(type), "documentation": .documentation(webhook.answerDocumentation)]
        }
        return [
            "isFirst": .bool(isFirst),
            "name": .text(webhook.name),
            "documentation": .documentation(webhook.documentation),
            "wireName": .text(webhook.nameLiteral),
            "method": .text(webhook.methodLiteral),
            "payload": .object([
                "type": .text(webhook.payload), "documentation": .documentation(webhook.payloadDocumentation),
            ]),
            "statuses": .init(webhook.answers.isEmpty ? nil : webhook.answers.joined(separator: ", ")),
            "answer": .init(answer),
            "headers": names(webhook.headers),
            "query": names(webhook.query),
        ]
    }

    /// Absent without any: an enum of nothing would be no use.
    private static func names(_ names: [WebhookDeclaration.WireName]) -> TemplateValue {
        guard !names.isEmpty else { return .init(nil as TemplateObject?) }
        let items = names.map { item -> TemplateObject in
            [
                "constant": .text(item.name),
                "literal": .text(item.literal),
                "documentation": .documentation(item.documentation),
            ]
        }
        return .init(["names": .init(items)] as TemplateObject?)
    }
}
