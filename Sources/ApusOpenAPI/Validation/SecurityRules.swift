import ApusDiagnostics

/// The schemes that requirements name are declared.
enum SecurityRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        let requirements = (document.security ?? []) + document.allOperations.flatMap { $0.operation.security ?? [] }
        return requirements.flatMap { requirement in
            requirement.schemes.compactMap { entry in
                document.components.securitySchemes[entry.key] == nil
                    ? unknown(entry.key, entry.keyRange, requirement, document) : nil
            }
        } + document.components.securitySchemes.flatMap { keyName($0.value) }
    }

    private static func unknown(
        _ name: String, _ range: SourceRange, _ requirement: SecurityRequirementObject, _ document: OpenAPIDocument
    ) -> Diagnostic {
        let known = document.components.securitySchemes.map(\.key)
        // A hint walks over all names: where there are very many, the finding has to do.
        let near = known.count > 200 ? nil : Spelling.nearest(to: name, among: known)
        return .warning(
            "unknown-security-scheme",
            "`\(name)` is not one of `components/securitySchemes`; it is left out", at: range,
            pointer: requirement.place.path.appending(name).pointer, hint: near.map { "Did you mean `\($0)`?" })
    }

    /// A key in a header becomes a header's name.
    private static func keyName(_ scheme: Referenced<SecuritySchemeObject>) -> [Diagnostic] {
        guard case .inline(let scheme) = scheme, scheme.type == "apiKey", let name = scheme.name else { return [] }
        guard scheme.location == .header || scheme.location == .cookie else { return [] }
        guard !HTTPSyntax.isToken(name) || HTTPSyntax.isFraming(name) else { return [] }
        return [
            .error(
                "bad-header-name", "`\(name)` cannot carry an API key", at: scheme.place.range,
                pointer: scheme.place.path.appending("name").pointer, hint: "Name a header such as `X-API-Key`.")
        ]
    }
}
