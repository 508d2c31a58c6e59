import ApusIR

/// Successes whose bodies differ: the cases of the request's `Output`.
extension OperationBuilder {
    func alternatives(_ success: Success) -> [OutputCaseDeclaration] {
        var scope = NameScope(reserved: [])
        let words = success.alternatives.map(\.status.successWords)
        let identifiers = scope.assign(
            words.map { .init(source: $0, identifier: names.casing.lowerCamel($0)) })
        let count = success.alternatives.count
        return success.alternatives.indices.map { index in
            let one = success.alternatives[index]
            let output = one.payload.map(output)
            return OutputCaseDeclaration(
                name: ReservedWords.spelled(identifiers[index]), type: output?.type, coding: output?.coding ?? .none,
                // The client hands over documented statuses only, so that the last one covers the rest.
                pattern: index + 1 == count ? nil : pattern(one.status),
                documentation: DocumentationText.firstLine(one.documentation.description)
                    ?? "The response to status \(one.status).")
        }
    }

    /// What matches a status code in a `switch`.
    private func pattern(_ status: StatusPattern) -> String? {
        switch status {
        case .exact(let code): "\(code)"
        case .range(let hundred): "\(hundred)00..<\(hundred + 1)00"
        case .default: nil
        }
    }
}
