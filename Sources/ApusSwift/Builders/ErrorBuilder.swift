import ApusIR

/// Turns the error table into the error type.
struct ErrorBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let options: SwiftOptions

    func build(_ api: API) -> ErrorDeclaration {
        let listed = api.errors.filter { names.errors[$0.id] != nil }
        let cases = listed.enumerated().map { index, error in
            ErrorDeclaration.Case(
                name: ReservedWords.spelled(names.errors[error.id] ?? ""), index: index,
                body: body(error), headers: HeaderSet(error.headers).flatMap { names.headerSets[$0] },
                documentation: documentation(error))
        }
        let types = listed.compactMap(\.payload).filter { $0.coding == .json }.map(\.type)
        return ErrorDeclaration(
            name: options.errorName, cases: cases, needsFoundation: types.contains(where: speller.needsFoundation))
    }

    /// The type of a JSON body; any other body is read from the error's text and bytes.
    private func body(_ error: ErrorDefinition) -> String {
        guard let payload = error.payload, payload.coding == .json else { return "ApusJSON.JSONValue" }
        return speller.spell(payload.type.nonNull)
    }

    /// The place of each documented error in the table.
    static func indices(_ api: API, names: NameTable) -> [ErrorID: Int] {
        let listed = api.errors.filter { names.errors[$0.id] != nil }
        return Dictionary(listed.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func documentation(_ error: ErrorDefinition) -> [String] {
        let words = DocumentationText.firstLine(error.documentation.summary ?? error.documentation.description)
        return DocumentationText.paragraph("\(error.status): \(words ?? "an error of the API's table.")")
    }
}
