import ApusSwift
import ApusTemplates

/// What `Operations.swift` is rendered from.
struct OperationsContext {
    let template: TemplateObject

    init(_ file: OperationsFile, _ frame: Frame) {
        template = [
            "import": .text(frame.importKeyword),
            "imports": .init(file.imports),
            "needsFoundation": .bool(file.needsFoundation),
            "access": .text(frame.access),
            "isPublic": .bool(frame.isPublic),
            "client": .text(frame.client),
            "error": .text(frame.error),
            "string": .text(frame.string),
            "byte": .text(frame.byte),
            "group": .init(Self.group(file.group)),
            "operations": .init(file.operations.map(Self.operation)),
            "types": .init(file.types.map { TypeContext($0).template }),
        ]
    }

    private static func group(_ group: GroupDeclaration) -> TemplateObject? {
        guard let property = group.property, let type = group.type else { return nil }
        return [
            "property": .text(property),
            "type": .text(type),
            "documentation": .documentation(group.documentation),
        ]
    }

    private static func operation(_ operation: OperationDeclaration) -> TemplateObject {
        let count = operation.parameters.count
        let decoder: String? =
            switch operation.outputCoding {
            case .json, .none, .download, .stream, .byStatus: nil
            case .text: "ApusRuntime.BodyDecoding.text(body)"
            case .xml: "ApusRuntime.BodyDecoding.xml(body)"
            }
        return [
            "requestType": .text(operation.requestType),
            "method": .text(operation.method),
            "documentation": .documentation(operation.documentation),
            "requestDocumentation": .documentation(operation.requestDocumentation),
            "deprecation": .init(operation.deprecationLiteral),
            "hasParameters": .bool(count > 0),
            "parameters": .init(operation.parameters.enumerated().map { parameter($1, $0, of: count) }),
            "bodyCases": .init(operation.bodyCases.map(bodyCase)),
            "hasBodyCases": .bool(!operation.bodyCases.isEmpty),
            "returnsValue": .bool(operation.outputCoding != .none),
            "output": .text(operation.output),
            "outputCases": .init(operation.outputCases.map(outputCase)),
            "hasOutputCases": .bool(!operation.outputCases.isEmpty),
            "outputSummary": .text(operation.outputDocumentation),
            "decoder": .init(decoder),
            "id": .text(operation.idLiteral),
            "httpMethod": .text(operation.httpMethodLiteral),
            "path": .text(operation.pathLiteral),
            "delivery": .init(operation.delivery),
            "hasVariants": .bool(!operation.variants.isEmpty),
            "variants": .items(operation.variants),
            "outputSubject": .text(operation.variants.isEmpty ? "head.status.code" : "operation.variant(of: head)"),
            "downloads": .init(downloads(operation)),
            "headers": .init(operation.headers),
            "conformance": .text(conformance(operation)),
            "pages": .init(operation.pages.map(pages)),
            "accept": .text(operation.acceptLiterals.joined(separator: ", ")),
            "successes": .text(operation.successes.joined(separator: ", ")),
            "hasErrors": .bool(!operation.errors.isEmpty),
            "errors": .items(operation.errors),
            "server": .init(operation.serverLiteral),
            "security": .text(operation.security.joined(separator: ", ")),
            "retry": .init(
                operation.retryArguments.isEmpty ? nil : operation.retryArguments.joined(separator: ", ")),
            "globals": .text(operation.globalLiterals.joined(separator: ", ")),
            "encoding": .init(operation.encoding),
        ]
    }

    private static func bodyCase(_ one: BodyCaseDeclaration) -> TemplateObject {
        ["name": .text(one.name), "type": .text(one.type), "documentation": .text(one.documentation)]
    }

    /// The cases that are handed over unread.
    private static func downloads(_ operation: OperationDeclaration) -> TemplateObject? {
        let cases = operation.outputCases.enumerated().filter { $0.element.coding == .download }
        guard !cases.isEmpty else { return nil }
        return [
            "cases": .init(
                cases.map { ["index": .text(String($0.offset)), "case": .text($0.element.name)] as TemplateObject })
        ]
    }

    private static func conformance(_ operation: OperationDeclaration) -> String {
        guard let pages = operation.pages else { return "OperationRequest" }
        return pages.item == nil ? "PaginatedRequest" : "ItemizedRequest"
    }

    private static func pages(_ pages: PagesDeclaration) -> TemplateObject {
        let item = pages.item.map { type -> TemplateObject in
            ["type": .text(type), "expression": .text(pages.items)]
        }
        return [
            "pagesMethod": .text(pages.method),
            "arguments": .init(
                pages.arguments.enumerated().map { index, argument -> TemplateObject in
                    ["argument": .text(argument), "comma": .comma(after: index, of: pages.arguments.count)]
                }),
            "item": .init(item),
        ]
    }

    private static func outputCase(_ one: OutputCaseDeclaration) -> TemplateObject {
        let type = one.type ?? ""
        let value: String? =
            switch one.coding {
            case .json: "(try \(type)(jsonBytes: body, limits: limits))"
            case .text: "(ApusRuntime.BodyDecoding.text(body))"
            case .xml: "(ApusRuntime.BodyDecoding.xml(body))"
            case .download: "(ApusRuntime.BodyDecoding.download(body, head: head, of: operation, limits: limits))"
            case .none, .stream, .byStatus: nil
            }
        return [
            "name": .text(one.name),
            "type": .init(one.type),
            "value": .init(value),
            "pattern": .init(one.pattern),
            "documentation": .text(one.documentation),
        ]
    }

    private static func parameter(_ parameter: ParameterDeclaration, _ index: Int, of count: Int) -> TemplateObject {
        [
            "name": .text(parameter.name),
            "label": .text(parameter.label),
            "signature": .text(parameter.isUnlabelled ? "_ \(parameter.name)" : parameter.label),
            "type": .text(parameter.type),
            "default": .init(parameter.defaultValue),
            "documentation": .documentation(parameter.documentation),
            "summary": .text(parameter.summary),
            "comma": .comma(after: index, of: count),
        ]
    }
}
