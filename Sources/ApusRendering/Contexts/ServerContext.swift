import ApusSwift
import ApusTemplates

/// What the type of the servers is rendered from.
struct ServerContext {
    let template: TemplateObject

    init(_ choice: ServerChoiceDeclaration, _ frame: Frame) {
        template = [
            "servers": .init(choice.servers.map(Self.server)),
            "variableTypes": .init(choice.variableTypes.map(Self.variableType)),
        ]
    }

    private static func server(_ server: ServerDeclaration) -> TemplateObject {
        let count = server.variables.count
        return [
            "name": .text(server.name),
            "documentation": .documentation(server.documentation),
            "url": .text(server.urlLiteral),
            "isFixed": .bool(server.variables.isEmpty),
            "variables": .init(server.variables.enumerated().map { variable($1, $0, of: count) }),
        ]
    }

    private static func variable(_ variable: ServerVariableDeclaration, _ index: Int, of count: Int) -> TemplateObject {
        [
            "label": .text(variable.label),
            "summary": .text(variable.documentation),
            "type": .text(variable.type),
            "default": .init(variable.defaultValue),
            "wireName": .text(variable.wireNameLiteral),
            "value": .text(variable.text),
            "comma": .comma(after: index, of: count),
            "trailingComma": .trailingComma(of: count),
        ]
    }

    private static func variableType(_ type: ServerVariableTypeDeclaration) -> TemplateObject {
        [
            "name": .text(type.name),
            "documentation": .documentation(type.documentation),
            "cases": .init(
                type.cases.map { ["name": .text($0.name), "value": .text($0.valueLiteral)] as TemplateObject }),
        ]
    }
}
