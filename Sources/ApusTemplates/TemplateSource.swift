public import ApusDiagnostics

/// A template's text with the name that other templates and the caller know it by.
public struct TemplateSource: Sendable, Hashable {
    /// Such as `Model.swift` or `partials/doc`.
    public let name: String
    /// The text.
    public let file: SourceFile

    /// A source from its parts.
    public init(name: String, file: SourceFile) {
        self.name = name
        self.file = file
    }

    /// The name of the template in a file: the path without its ending `.mustache`; `nil` for any other file.
    /// - Parameter path: relative to the folder of the templates, with `/` between its parts.
    public static func name(ofFileAt path: String) -> String? {
        let ending = ".mustache"
        guard path.utf8.count > ending.utf8.count, path.hasSuffix(ending) else { return nil }
        return String(path.utf8.dropLast(ending.utf8.count))
    }
}
