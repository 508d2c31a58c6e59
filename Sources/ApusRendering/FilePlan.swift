public import ApusTemplates

/// What is to be rendered into which file: nothing is left to compute.
public struct PlannedFile: Sendable, Hashable {
    /// The file's path below the output folder, with `/` between its parts.
    public var path: String
    /// The template's name.
    public var template: String
    /// What the template's names stand for.
    public var context: TemplateObject
}

/// A file to write.
public struct GeneratedFile: Sendable, Hashable {
    /// The path below the output folder, with `/` between its parts.
    public var path: String
    /// The bytes, UTF-8.
    public var contents: [UInt8]

    /// A file from its parts.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }
}
