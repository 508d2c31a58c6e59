import ApusIR

/// Successes whose bodies differ: the cases of the request's `Output`.
extension OperationBuilder {
    func alternatives(_ success: Success) -> [OutputCaseDeclaration] {
        var scope = NameScope(reserved: [])
        let words = success.alternatives.map { caseWords($0, in: success) }
        let identifiers = scope.assign(
            words.map { .init(source: $0, identifier: names.casing.lowerCamel($0)) })
        let count = success.alternatives.count
        return success.alternatives.indices.map { index in
            let one = success.alternatives[index]
            let output = one.payload.map(output)
            // The client hands over documented statuses only, so that the last one covers the rest.
            let isLast = index + 1 == count
            return OutputCaseDeclaration(
                name: ReservedWords.spelled(identifiers[index]), type: output?.type, coding: output?.coding ?? .none,
                pattern: isLast ? nil : success.hasVariants ? String(index) : pattern(one.status),
                documentation: documentation(one, in: success))
        }
    }

    /// The status, the media type, or both where both are needed.
    private func caseWords(_ one: SuccessAlternative, in success: Success) -> String {
        let statuses = Set(success.alternatives.map(\.status))
        let isAlone = success.alternatives.filter { $0.status == one.status }.count == 1
        if isAlone && statuses.count > 1 { return one.status.successWords }
        let media = one.payload.map(mediaWords) ?? "no content"
        return statuses.count > 1 ? one.status.successWords + " " + media : media
    }

    private func mediaWords(_ payload: Payload) -> String {
        // Several media types that are read alike have no name in common but what they become.
        switch payload.coding {
        case .binary where !payload.otherContentTypes.isEmpty: "bytes"
        case .text where !payload.otherContentTypes.isEmpty: "text"
        default: payload.contentType.split(separator: ";").first.map { String($0).lowercased().mediaWords } ?? "bytes"
        }
    }

    private func documentation(_ one: SuccessAlternative, in success: Success) -> String {
        let words =
            DocumentationText.firstLine(one.documentation.description) ?? "The response to status \(one.status)."
        guard success.hasVariants, let payload = one.payload else { return words }
        let types = Self.contentTypes(payload).map { "`\(DocumentationText.code($0))`" }.joined(separator: ", ")
        return DocumentationText.firstLine("\(types): \(words)") ?? words
    }

    /// Which responses have which body. Where all have one or none, only those without one are named, save what never has
    /// one (RFC 9110, section 15.3.5).
    func variants(_ success: Success) -> [String] {
        if success.hasVariants { return success.alternatives.map(variant) }
        return success.bare.filter { ![.exact(204), .exact(205)].contains($0) }
            .map { variant(SuccessAlternative(status: $0, documentation: .init())) }
    }

    /// The responses that have an alternative's body.
    func variant(_ one: SuccessAlternative) -> String {
        var arguments = [Self.pattern(one.status)]
        if let payload = one.payload {
            arguments.append("[\(Self.contentTypes(payload).map(SwiftLiteral.string).joined(separator: ", "))]")
            if payload.coding == .binary { arguments.append("isDownload: true") }
        }
        return ".init(\(arguments.joined(separator: ", ")))"
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

extension Success {
    /// Whether the status alone does not say which of the alternatives a response has, or whether to read it.
    var hasVariants: Bool {
        Set(alternatives.map(\.status)).count < alternatives.count
            || alternatives.contains { $0.payload?.coding == .binary }
    }
}
