import ApusDiagnostics
public import ApusTemplates

/// The templates that travel inside the executable, so that it works from any folder. They are those of `Templates/`.
public enum DefaultTemplates {
    /// Every template, under the path it has in `Templates/`.
    public static let sources: [TemplateSource] = EmbeddedTemplates.texts.compactMap { path, text in
        TemplateSource.name(ofFileAt: path).map { name in
            TemplateSource(name: name, file: SourceFile(path: "Templates/" + path, contents: text))
        }
    }
}
