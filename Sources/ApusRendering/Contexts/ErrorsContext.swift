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
                "payload": .text(
                    item.headers.map { "ApusRuntime.HeaderedErrorResponse<\(item.body), \($0)>" }
                        ?? "ApusRuntime.ErrorResponse<\(item.body)>"),
                "documentation": .documentation(item.documentation),
            ]
        }
        let imports = error.cases.contains { $0.body.contains("ApusJSON.") } ? ["ApusJSON"] : []
        template = [
            "access": .text(frame.access),
            "import": .text(frame.importKeyword),
            "imports": .init(imports + ["ApusRuntime"]),
            "needsFoundation": .bool(error.needsFoundation),
            "error": .text(error.name),
            "cases": .init(cases),
        ]
    }
}
