public import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The door of the room: the document that a service publishes in, our own document of its API out.
///
/// Steps: the publisher's words are left out (`Facts`) → what is wrong or awkward is corrected, and our descriptions are brought
/// in, both by overlays (`Patching`) → inline schemas get names (`Hoisting`) → keys are put in order (`Tidy`) → text (`YAMLWriter`). It touches no disk; the same input
/// gives the same bytes.
public struct SpecUpdate: Sendable {
    /// What the service publishes.
    public var published: SourceFile
    /// Overlay documents in the order in which they are laid over it: corrections, then descriptions.
    public var overlays: [SourceFile]

    /// An update from its inputs.
    public init(published: SourceFile, overlays: [SourceFile]) {
        self.published = published
        self.overlays = overlays
    }

    /// Our document.
    public struct Result: Sendable {
        /// Its text.
        public let text: String
        /// What has no description of ours, as JSON Pointers.
        public let undescribed: [String]
    }

    /// The document, with warnings about parts of our overlays that reach nothing any more.
    /// - Returns: `nil` when a file cannot be read or an overlay is wrong.
    public func run() -> Checked<Result?> {
        let read = YAMLReader.read(published)
        var diagnostics = read.diagnostics
        guard let root = read.value, !read.hasErrors else { return Checked(nil, diagnostics) }
        var patching = Patching(root: Facts.of(root), document: published.path)
        for file in overlays {
            let overlay = YAMLReader.read(file)
            diagnostics += overlay.diagnostics
            if let overlay = overlay.value { patching.apply(overlay) }
        }
        var hoisting = Hoisting()
        let document = Tidy.order(hoisting.run(patching.root))
        diagnostics += patching.diagnostics + hoisting.diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return Checked(nil, diagnostics) }
        let text = Self.heading + YAMLWriter.write(document)
        return Checked(Result(text: text, undescribed: Undescribed.places(in: document)), diagnostics)
    }

    /// The first lines of the text.
    static let heading = """
        # The OpenRouter API as the `OpenRouter` Swift module sees it. `make update-spec FROM=…` writes this file from the published
        # document, openrouter.overlay.yaml (our corrections) and descriptions/ (our words): change those, not this file.

        """
}
