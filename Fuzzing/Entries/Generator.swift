import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import ApusTemplates
import ApusYAML
import SwiftParser
import SwiftSyntax

/// YAML or JSON to a tree: no tree without an error that says why, and the same tree from both readers of YAML.
@Sendable func readYAML(_ bytes: [UInt8]) {
    let file = SourceFile(path: "fuzz.yaml", bytes: bytes)
    let read = YAMLReader.read(file)
    precondition(read.value != nil || read.hasErrors, "no tree and no error")
    precondition(YAMLReader.readersAgree(on: file) != false, "the readers of YAML differ")
    _ = TerminalPrinter().print(read.diagnostics)
}

/// A document to Swift: files or errors, and every file is Swift that parses.
@Sendable func generate(_ bytes: [UInt8]) {
    let generator = Generator(
        spec: SourceFile(path: "fuzz.yaml", bytes: bytes), options: SwiftOptions(module: "Fuzz", access: .public))
    let files = generator.files()
    precondition((files.value == nil) == files.hasErrors, "files and errors, or neither")
    _ = TerminalPrinter().print(files.diagnostics)
    for file in files.value ?? [] where file.path.hasSuffix(".swift") {
        let tree = Parser.parse(source: String(decoding: file.contents, as: UTF8.self))
        precondition(!tree.hasError, "\(file.path) is not Swift")
    }
}

/// A template over a small context: bytes or errors.
@Sendable func renderTemplate(_ bytes: [UInt8]) {
    let source = TemplateSource(name: "fuzz", file: SourceFile(path: "fuzz.mustache", bytes: bytes))
    let library = TemplateLibrary.parse([source])
    guard !library.hasErrors else { return }
    let inner: TemplateObject = ["text": .text("inner")]
    let context: TemplateObject = [
        "text": .text("a<b"), "yes": .bool(true), "no": .bool(false), "none": .none,
        "list": .list([.text("1"), .text("2")]), "object": .object(inner),
    ]
    let rendered = library.value.render("fuzz", context)
    precondition(rendered.hasErrors || rendered.value.count <= 1 << 28, "longer than its limit")
}
