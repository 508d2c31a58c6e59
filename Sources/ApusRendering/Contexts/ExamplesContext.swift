import ApusSwift
import ApusTemplates

/// What `Examples.swift` is rendered from.
struct ExamplesContext {
    let template: TemplateObject

    init(_ examples: ExamplesDeclaration, _ frame: Frame) {
        template = [
            "access": .text(frame.access),
            "import": .text(frame.importKeyword),
            "examples": .text(examples.name),
            "operations": .init(examples.operations.map(Self.operation)),
        ]
    }

    private static func operation(_ operation: ExamplesDeclaration.Operation) -> TemplateObject {
        [
            "name": .text(operation.name),
            "id": .text(operation.idLiteral),
            "method": .text(operation.methodLiteral),
            "path": .text(operation.pathLiteral),
            "requiresCredential": .text(String(operation.requiresCredential)),
            "responses": .init(operation.responses.map(response)),
        ]
    }

    private static func response(_ response: ExamplesDeclaration.Response) -> TemplateObject {
        [
            "name": .text(response.nameLiteral),
            "status": .text(String(response.status)),
            "contentType": .text(response.contentTypeLiteral),
            "body": .init(response.bodyLines),
        ]
    }
}
