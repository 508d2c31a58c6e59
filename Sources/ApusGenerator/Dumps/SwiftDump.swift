import ApusSwift

/// Swift's declarations as text: a line for each name with what it is made of.
enum SwiftDump {
    static func text(_ module: SwiftModule) -> String {
        var lines = ["module \(module.name) \(module.access.rawValue)", "client \(module.client.name)"]
        lines += module.client.schemes.map { "  scheme \($0.name) \($0.description)" }
        lines += module.client.globals.map { "  global \($0.name) \($0.description)" }
        lines.append("error \(module.error.name)")
        lines += module.error.cases.map { "  case \($0.index) \($0.name)(\($0.body))" }
        for file in module.operations {
            lines.append("operations \(file.fileName)")
            lines += file.operations.flatMap(operation)
            lines += file.types.flatMap(type)
        }
        for file in module.models {
            lines.append("models \(file.fileName)")
            lines += file.types.flatMap(type)
        }
        lines += module.headers?.sets.flatMap(headers) ?? []
        lines += module.examples?.operations.map { "examples \($0.name) \($0.responses.count)" } ?? []
        return lines.joined(separator: "\n") + "\n"
    }

    private static func operation(_ operation: OperationDeclaration) -> [String] {
        ["  \(operation.requestType) \(operation.method) -> \(operation.output) \(operation.outputCoding.rawValue)"]
            + operation.parameters.map { "    \($0.name): \($0.type)\($0.defaultValue.map { " = \($0)" } ?? "")" }
            + operation.bodyCases.map { "    body \($0.name)(\($0.type))" }
            + operation.encoding.map { "    \($0)" } + operation.errors.map { "    error \($0)" }
            + operation.outputCases.map {
                "    case \($0.name)\($0.type.map { "(\($0))" } ?? "") \($0.coding.rawValue)"
            }
            + operation.variants.map { "    variant \($0)" } + (operation.headers.map { ["    headers \($0)"] } ?? [])
            + (operation.pages.map(pages) ?? [])
    }

    private static func pages(_ pages: PagesDeclaration) -> [String] {
        ["    pages \(pages.method) \(pages.arguments.joined(separator: ", "))"]
            + (pages.item.map { ["    items [\($0)] = page\(pages.items)"] } ?? [])
    }

    private static func headers(_ set: HeadersDeclaration) -> [String] {
        ["headers \(set.name)"]
            + set.headers.map { "  \($0.name): \($0.type)\($0.isRequired ? "" : "?") of \($0.arguments)" }
    }

    private static func type(_ type: TypeDeclaration) -> [String] {
        let name = (type.scope.map { $0 + "." } ?? "") + type.name
        switch type.kind {
        case .alias(let spelled): return ["  alias \(name) = \(spelled)"]
        case .enumeration(let enumeration):
            return ["  enumeration \(name): \(enumeration.rawType)"]
                + enumeration.cases.map { "    \($0.name) = \($0.valueLiteral)" }
        case .union(let union):
            return ["  union \(name)\(union.isIndirect ? " indirect" : "")"]
                + union.variants.map { "    \($0.name)(\($0.type)) if \($0.condition ?? "it decodes")" }
        case .tuple(let tuple):
            return ["  tuple \(name)"] + tuple.items.map { "    \($0.name): \($0.type) \($0.codec.rawValue)" }
                + ["    others: \(tuple.restType)"]
        case .form(let form):
            return ["  form \(name)"] + form.parts.map { "    \($0.name): \($0.type)" }
                + (form.additionalType.map { ["    others: \($0)"] } ?? []) + form.encoding.map { "    \($0)" }
        case .record(let record):
            return ["  record \(name)"]
                + record.constants.map { "    \($0.keyLiteral) is \($0.value)" }
                + record.properties.map { "    \($0.name): \($0.type) \($0.codec.rawValue) \($0.keyLiteral)" }
                + (record.additionalType.map { ["    others: \($0)"] } ?? [])
        }
    }
}
