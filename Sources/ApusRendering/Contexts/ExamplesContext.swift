import ApusSwift
import ApusTemplates

/// What `Examples.swift` is rendered from.
struct ExamplesContext {
    let template: TemplateObject

    init(_ examples: ExamplesDeclaration, _ frame: Frame) {
        template = [
            "isPublic": .bool(frame.isPublic),
            "access": .text(frame.examplesAccess),
            "import": .text(frame.examplesAccess + " import"),
            "examples": .text(examples.name),
            "operations": .init(examples.operations.map { Self.operation($0, of: examples.operations.count) }),
        ]
    }

    private static func operation(
        _ operation: ExamplesDeclaration.Operation, of count: Int
    ) -> TemplateObject {
        [
            "name": .text(operation.name),
            "id": .text(operation.idLiteral),
            "method": .text(operation.methodLiteral),
            "path": .text(operation.pathLiteral),
            "requiresCredential": .text(String(operation.requiresCredential)),
            "responses": .init(operation.responses.map { response($0, of: operation.responses.count) }),
            "comma": .trailingComma(of: count),
        ]
    }

    private static func response(_ response: ExamplesDeclaration.Response, of count: Int) -> TemplateObject {
        [
            "name": .text(response.nameLiteral),
            "status": .text(String(response.status)),
            "contentType": .text(response.contentTypeLiteral),
            "body": .init(response.bodyLines),
            "comma": .trailingComma(of: count),
        ]
    }
}
