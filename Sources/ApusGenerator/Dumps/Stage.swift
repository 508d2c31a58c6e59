public import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusRendering

/// The stages whose values can be looked at.
public enum Stage: String, Sendable, CaseIterable {
    /// The tree with its marks.
    case yaml
    /// The document in the specification's words.
    case openapi
    /// The waist.
    case ir
    /// Swift's declarations.
    case swift
    /// The file plan: paths and templates.
    case files
    /// Which part of the document each type and argument of the module was made of, as JSON for programs.
    case links
}

extension Generator {
    /// The value of a stage as stable text: the debugger and the oracle of tests.
    public func dump(_ stage: Stage) -> Checked<String?> { text(stage).strict(isStrict) }

    private func text(_ stage: Stage) -> Checked<String?> {
        switch stage {
        case .yaml: tree().then { Checked(YAMLDump.text($0)) }
        case .openapi: document().then { Checked(OpenAPIDump.dump($0)) }
        case .ir: api().then { Checked($0.dump) }
        case .swift: module().then { Checked(SwiftDump.text($0)) }
        case .links: module().then { Checked(LinkDump.text($0)) }
        case .files:
            plan().then { plan in
                Checked(plan.map { "\($0.path) from \($0.template)\n" }.joined())
            }
        }
    }
}
