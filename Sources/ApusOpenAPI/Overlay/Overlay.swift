public import ApusDiagnostics
import ApusJSONPath
public import ApusYAML

/// An Overlay document (OpenAPI Overlay Specification 1.0 and 1.1): changes to an API document, in order.
public struct Overlay: Sendable {
    /// `extends`: the document that the overlay was written for, with its place.
    let extends: (text: String, range: SourceRange)?
    let actions: [OverlayAction]

    /// Reads an Overlay document.
    /// - Returns: the overlay; `nil` when the document is none.
    public static func read(_ root: YAMLNode) -> Checked<Overlay?> {
        var reader = OverlayReader()
        let overlay = reader.read(root)
        return Checked(overlay, reader.diagnostics)
    }

    /// Lays the overlay over an API document.
    ///
    /// What it brings keeps its marks, so that later findings there point into the overlay.
    /// - Parameter document: the document's path, to compare `extends` with.
    public func apply(to root: YAMLNode, document: String) -> Checked<YAMLNode?> {
        var application = OverlayApplication(root: root)
        if let extends { application.check(extends: extends.text, at: extends.range, document) }
        for action in actions { application.run(action) }
        return Checked(application.root, application.diagnostics)
    }
}

/// One change: to the nodes that a query selects.
struct OverlayAction {
    /// A query with its place.
    struct Target {
        let path: JSONPath
        let range: SourceRange
        let pointer: JSONPointer
    }

    /// What happens to the selected nodes.
    enum Change {
        case update(YAMLNode)
        case remove
        case copy(Target)
    }

    let target: Target
    /// `nil` where the action says nothing.
    let change: Change?
}
