import ApusSwift
import ApusTemplates

/// What `Headers.swift` is rendered from.
struct HeadersContext {
    let template: TemplateObject

    init(_ file: HeadersFile, _ frame: Frame) {
        template = [
            "import": .text(frame.importKeyword),
            "imports": .init(file.imports),
            "needsFoundation": .bool(file.needsFoundation),
            "access": .text(frame.access),
            "sets": .init(file.sets.map(Self.set)),
        ]
    }

    private static func set(_ set: HeadersDeclaration) -> TemplateObject {
        [
            "name": .text(set.name),
            "documentation": .documentation(set.documentation),
            "headers": .init(set.headers.map(header)),
        ]
    }

    private static func header(_ header: HeadersDeclaration.Header) -> TemplateObject {
        [
            "name": .text(header.name),
            "type": .text(header.type),
            "isRequired": .bool(header.isRequired),
            "arguments": .text(header.arguments),
            "documentation": .documentation(header.documentation),
            "deprecation": .init(header.deprecationLiteral),
        ]
    }
}
