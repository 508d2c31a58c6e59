import ApusIR
import ApusSwift

/// Writes `RecordedCalls.swift`: a function for each operation that makes its request from what the document shows.
///
/// Swift's calls are typed, so that a test of all of them is code. It is written from the declarations that the module is made
/// of; what it is given, and what is expected of it, the tests read in the document, without the generator.
struct CallRecorder {
    let module: SwiftModule

    var text: String {
        let operations = module.operations.flatMap(\.operations)
        let rows = operations.map { "        Call(\($0.idLiteral), streams: \(streams($0)), \(function($0)))," }
        return
            ([
                """
                // Recorded from spec/openrouter.yaml: RECORD=1 swift test --filter EveryOperationTests
                import OpenRouter

                extension Call {
                    /// Every operation, in the order of the module.
                    static let all: [Call] = [
                """
            ] + rows + ["    ]", "}", "", "// One function each: what stands in a list by itself is quickly checked."]
            + operations.map(declaration)).joined(separator: "\n") + "\n"
    }

    private func streams(_ operation: OperationDeclaration) -> Bool { operation.outputCoding == .stream }

    private func function(_ operation: OperationDeclaration) -> String {
        "make" + operation.requestType
    }

    private func declaration(_ operation: OperationDeclaration) -> String {
        let arguments = operation.parameters.map { "        \($0.label): \(value($0))" }
        let call = arguments.isEmpty ? "()" : "(\n" + arguments.joined(separator: ",\n") + "\n    )"
        let attempt = arguments.isEmpty ? "" : "try "
        return """

            private func \(function(operation))(_ given: Given) throws -> \(operation.requestType) {
                \(attempt)\(operation.requestType)\(call)
            }
            """
    }

    private func value(_ parameter: ParameterDeclaration) -> String {
        switch parameter.target {
        case .parameter(let name, _):
            let isOptional = parameter.defaultValue != nil
            return "given.\(isOptional ? "optional" : "needed")(\(SwiftLiteral.string(name)))"
        case .body(let contents):
            guard let json = contents.first(where: { $0.coding == .json }) else { return form(contents[0].type) }
            return json.caseName.map { ".\($0)(given.body())" } ?? "given.body()"
        }
    }

    /// A form's parts that must be there; no other kind of body is left.
    private func form(_ type: String) -> String {
        let forms = module.operations.flatMap(\.types).filter { ($0.scope.map { $0 + "." } ?? "") + $0.name == type }
        guard case .form(let form)? = forms.first?.kind else { return "given.body()" }
        let parts = form.parts.filter { $0.defaultValue == nil }.map { part in
            "\(part.label): \(part.type == "ApusRuntime.FilePart" ? "given.file()" : "given.part(\"\(part.key ?? "")\")")"
        }
        return ".init(\(parts.joined(separator: ", ")))"
    }
}
