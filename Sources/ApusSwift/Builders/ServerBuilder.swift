import ApusIR

/// Turns the API's servers into a type to choose them by.
struct ServerBuilder {
    let names: NameTable
    let speller: TypeSpeller

    /// `nil` for one fixed server, or none: there is nothing to choose.
    func build(_ servers: [Server]) -> ServerChoiceDeclaration? {
        guard servers.count > 1 || servers.contains(where: { !$0.variables.isEmpty }) else { return nil }
        var members = NameScope(reserved: ReservedWords.members.union(["template"]))
        let serverNames = members.assign(
            servers.enumerated().map { .init(source: $1.url, identifier: wish($1, number: $0 + 1)) })
        let types = variableTypes(servers)
        return ServerChoiceDeclaration(
            servers: zip(servers, serverNames).map { declare($0, $1, types) },
            variableTypes: types.map(\.declaration))
    }

    /// The name that the document gives, a description of up to three words, or a number.
    private func wish(_ server: Server, number: Int) -> String {
        let description = server.documentation.description ?? ""
        let words = description.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        let short = (1...3).contains(words.count) ? words.joined(separator: " ") : nil
        let name = names.casing.lowerCamel(server.name ?? short ?? "server \(number)")
        return name.isEmpty ? "server\(number)" : name
    }

    private struct VariableType {
        let variable: Server.Variable
        let declaration: ServerVariableTypeDeclaration
        let cases: [String: String]
    }

    /// One type for each set of values; two variables of one name and the same values share it.
    private func variableTypes(_ servers: [Server]) -> [VariableType] {
        var distinct: [Server.Variable] = []
        for variable in servers.flatMap(\.variables) where !variable.values.isEmpty {
            if !distinct.contains(where: { Self.isSame($0, variable) }) { distinct.append(variable) }
        }
        var scope = NameScope(reserved: ReservedWords.typeNames.union(["Server", "String"]))
        let typeNames = scope.assign(
            distinct.map { .init(source: $0.name, identifier: names.casing.upperCamel($0.name)) })
        return zip(distinct, typeNames).map { variable, name in
            var scope = NameScope(reserved: ReservedWords.enumerationMembers.union(["allCases"]))
            let caseNames = scope.assign(
                variable.values.map { .init(source: $0, identifier: names.casing.lowerCamel($0)) })
            let cases = zip(variable.values, caseNames).map { value, name in
                ServerVariableTypeDeclaration.Case(
                    name: ReservedWords.spelled(name), valueLiteral: SwiftLiteral.string(value))
            }
            return VariableType(
                variable: variable,
                declaration: .init(
                    name: name, documentation: ["Values of `\(code(variable.name))`."], cases: cases),
                cases: Dictionary(zip(variable.values, cases.map(\.name))) { first, _ in first })
        }
    }

    private static func isSame(_ left: Server.Variable, _ right: Server.Variable) -> Bool {
        left.name == right.name && left.values == right.values
    }

    private func declare(_ server: Server, _ name: String, _ types: [VariableType]) -> ServerDeclaration {
        var scope = NameScope(reserved: ReservedWords.members)
        let labels = scope.assign(
            server.variables.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.name)) })
        let words = DocumentationText.lines(server.documentation)
        return ServerDeclaration(
            name: ReservedWords.spelled(name),
            documentation: (words.isEmpty ? [] : words + [""]) + ["`\(code(server.url))`"],
            urlLiteral: SwiftLiteral.string(server.url),
            variables: zip(server.variables, labels).map { variable, label in
                declare(variable, label, types.first { Self.isSame($0.variable, variable) })
            })
    }

    private func declare(_ variable: Server.Variable, _ label: String, _ type: VariableType?)
        -> ServerVariableDeclaration
    {
        let name = ReservedWords.spelled(label)
        let fallback = variable.defaultValue.map { value in
            type.map { ".\($0.cases[value] ?? "")" } ?? SwiftLiteral.string(value)
        }
        return ServerVariableDeclaration(
            name: name, label: label, type: type?.declaration.name ?? speller.standard("String"),
            defaultValue: fallback, wireNameLiteral: SwiftLiteral.string(variable.name),
            text: type == nil ? name : name + ".rawValue",
            documentation: DocumentationText.firstLine(variable.documentation.description)
                ?? "The part `\(code(variable.name))` of the address.")
    }

    private func code(_ text: String) -> String {
        DocumentationText.paragraph(text).joined(separator: " ").filter { $0 != "`" }
    }
}
