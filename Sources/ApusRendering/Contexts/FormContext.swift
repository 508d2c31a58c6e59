import ApusSwift
import ApusTemplates

/// What `partials/form` is rendered from.
struct FormContext {
    let template: TemplateObject

    init(_ form: FormDeclaration) {
        let additional = form.additionalType.map { TemplateObject([("type", .text($0))]) }
        template = [
            "parts": .init(form.parts.map(Self.part)),
            "additional": .init(additional),
            "encoding": .init(form.encoding),
        ]
    }

    private static func part(_ part: PartDeclaration) -> TemplateObject {
        [
            "name": .text(part.name),
            "label": .text(part.label),
            "storage": .text(part.storage),
            "type": .text(part.type),
            "default": .init(part.defaultValue),
            "documentation": .documentation(part.documentation),
            "deprecation": .init(part.deprecationLiteral),
        ]
    }
}
