import ApusSwift
import ApusTemplates

/// What `Errors.swift` is rendered from.
struct ErrorsContext {
    let template: TemplateObject

    init(_ error: ErrorDeclaration, _ frame: Frame) {
        let cases = error.cases.map { item -> TemplateObject in
            [
                "name": .text(item.name),
                "index": .text(String(item.index)),
                "body": .text(item.body),
                "documentation": .documentation(item.documentation),
            ]
        }
        template = [
            "access": .text(frame.access),
            "import": .text(frame.importKeyword),
            "importsJSON": .bool(error.cases.contains { $0.body.contains("ApusJSON.") }),
            "error": .text(error.name),
            "cases": .init(cases),
        ]
    }
}
