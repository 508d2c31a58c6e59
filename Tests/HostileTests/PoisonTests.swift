import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import ApusTemplates
import Dispatch
import Foundation
import Testing

/// Every text of an OpenAPI document, filled with every payload: what is generated is Swift whose only strange texts stand
/// in literals and comments, or nothing is generated and the diagnostics say where and why.
@Suite struct PoisonTests {
    @Test func theListsAreThere() {
        #expect(Field.all.count >= 200)
        #expect(Payload.all.count >= 30)
        #expect(Payload.all.allSatisfy { $0.text.contains(Payload.token) })
        #expect(Set(Field.all.map(\.name)).count == Field.all.count)
    }

    /// Only a version that is none, and references to other files, stand in the way of the rest; and most texts arrive.
    @Test func everyPlaceIsRead() {
        let checked = Checker()
        checked.prepare()
        let ends = Field.all.map { ($0.name, checked.run($0.document(Payload.token))) }
        let refused = ends.filter { $0.1.files == nil }
        #expect(
            Set(refused.flatMap { $0.1.diagnostics.filter { $0.severity == .error }.map(\.code) })
                == ["unreadable-reference", "unsupported-version"])
        #expect(refused.count < 10)
        #expect(Field.all.count(where: checked.isArriving) > 100)
    }

    @Test func noTextLeavesItsLiteralOrComment() {
        let (fields, findings, checked) = (Field.all, Findings(), Checker())
        checked.prepare()
        DispatchQueue.concurrentPerform(iterations: fields.count) { index in
            // Places whose texts are read and shown nowhere get a fourth of the payloads, each another one, and all at once.
            let some = Payload.all.indices.filter { $0 % 4 == index % 4 }.map { Payload.all[$0] } + [.joined]
            for payload in checked.isArriving(fields[index]) ? Payload.all : some {
                findings.add(
                    checked.complaints(about: fields[index].document(payload.text)).map {
                        "\(fields[index].name) with \(payload.name): \($0)"
                    })
            }
        }
        #expect(findings.all.isEmpty, "\(findings.all.prefix(20).joined(separator: "\n"))")
        #expect(checked.count > 500, "so many sources were seen")
    }

    /// Dumps and the three forms of diagnostics hold nothing that a terminal would obey.
    @Test func whatIsPrintedIsVisible() {
        let (fields, findings) = (Field.all, Findings())
        DispatchQueue.concurrentPerform(iterations: fields.count) { index in
            let generator = Generated.generator(fields[index].document(Payload.joined.text))
            for stage in Stage.allCases {
                guard let hidden = generator.dump(stage).value.flatMap(Source.hidden) else { continue }
                findings.add(["\(fields[index].name), dump of \(stage): \(hidden)"])
            }
            let said = generator.files().diagnostics
            let texts = [TerminalPrinter().print(said), JSONPrinter().print(said), SARIFPrinter().print(said)]
            for text in texts {
                guard let hidden = Source.hidden(in: text) else { continue }
                findings.add(["\(fields[index].name), diagnostics: \(hidden)"])
            }
        }
        #expect(findings.all.isEmpty, "\(findings.all.prefix(20).joined(separator: "\n"))")
    }

    /// The names of files are texts from outside too.
    @Test func namesOfFilesAreShownVisibly() {
        let said = Generated.generator("{\"openapi\": 5}", path: Payload.joined.text).files().diagnostics
        #expect(!said.isEmpty)
        for text in [TerminalPrinter().print(said), JSONPrinter().print(said), SARIFPrinter().print(said)] {
            #expect(Source.hidden(in: text) == nil)
        }
    }
}

/// The generator on a text.
enum Generated {
    static func generator(_ text: String, path: String = "openapi.json") -> Generator {
        Generator(
            spec: SourceFile(path: path, contents: text),
            options: SwiftOptions(module: "Thing", environmentPrefix: "THING", examples: true))
    }
}

/// Generates and looks at what comes out, each text of a file once: most files of a document do not change with a text.
final class Checker: @unchecked Sendable {
    private let lock = NSLock()
    private var verdicts: [String: [String]] = [:]
    private var library: TemplateLibrary?

    /// How many distinct sources were looked at.
    var count: Int { lock.withLock { verdicts.count } }

    /// Parses the templates, which a thousand runs share.
    func prepare() { library = TemplateLibrary.parse(DefaultTemplates.sources).value }

    func complaints(about document: String) -> [String] {
        let made = run(document)
        guard let files = made.files else { return refusal(made.diagnostics) }
        return made.diagnostics.flatMap(placeless) + files.flatMap(complaints)
    }

    /// A whole run, with templates that are parsed already.
    func run(_ document: String) -> (files: [GeneratedFile]?, diagnostics: [Diagnostic]) {
        let planned = Generated.generator(document).plan()
        guard let plan = planned.value, let library else { return (nil, planned.diagnostics) }
        let rendered = Rendering.render(plan, with: library)
        return (rendered.hasErrors ? nil : rendered.value, planned.diagnostics + rendered.diagnostics)
    }

    /// Whether what stands in the place comes to stand in the files: as it is, or as the words of an identifier.
    func isArriving(_ field: Field) -> Bool {
        run(field.document(Payload.token)).files?.contains { file in
            let text = Self.text(file)
            return [Payload.token, "zqEvil", "ZqEvil", "ZQ_EVIL"].contains { text.contains($0) }
        } ?? false
    }

    static func text(_ file: GeneratedFile) -> String { String(decoding: file.contents, as: UTF8.self) }

    private func complaints(about file: GeneratedFile) -> [String] {
        let text = Self.text(file)
        let path = file.path.utf8.allSatisfy {
            $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || "0123456789_./".utf8.contains($0)
        }
        let isInside = path && !file.path.contains("..") && file.path.hasPrefix("Thing")
        return (isInside ? [] : ["the path \(file.path)"]) + verdict(text).map { "\(file.path): \($0)" }
    }

    private func verdict(_ text: String) -> [String] {
        if let known = lock.withLock({ verdicts[text] }) { return known }
        let found = Source.complaints(about: text)
        lock.withLock { verdicts[text] = found }
        return found
    }

    /// A document that is refused: an error with a place.
    private func refusal(_ diagnostics: [Diagnostic]) -> [String] {
        let errors = diagnostics.filter { $0.severity == .error }
        return (errors.isEmpty ? ["nothing was made and no error said why"] : []) + diagnostics.flatMap(placeless)
    }

    private func placeless(_ diagnostic: Diagnostic) -> [String] {
        diagnostic.location == nil || diagnostic.code.isEmpty ? ["no place: \(diagnostic.message)"] : []
    }
}

/// What several threads found.
final class Findings: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []

    var all: [String] { lock.withLock { texts.sorted() } }

    func add(_ found: [String]) {
        guard !found.isEmpty else { return }
        lock.withLock { texts += found }
    }
}
