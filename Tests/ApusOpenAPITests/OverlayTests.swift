import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Foundation
import Testing

/// Overlays: what they change, where their marks lead, and what is said of bad ones.
@Suite struct OverlayTests {
    private func tree(_ text: String, _ path: String = "openapi.yaml") throws -> YAMLNode {
        try #require(YAMLReader.read(SourceFile(path: path, contents: text)).value)
    }

    private func apply(
        _ actions: String, to document: String, extra: String = ""
    ) throws -> Checked<YAMLNode?> {
        let text = "overlay: 1.1.0\ninfo: {title: Test, version: 1.0.0}\n\(extra)actions:\n\(actions)"
        let read = Overlay.read(try tree(text, "overlay.yaml"))
        guard let overlay = read.value else { return Checked(nil, read.diagnostics) }
        let applied = overlay.apply(to: try tree(document), document: "specs/openapi.yaml")
        return Checked(applied.value, read.diagnostics + applied.diagnostics)
    }

    @Test(arguments: [
        ("{target: $.a, update: {y: 2}}", "{a: {x: 1, y: 2}, list: [1, 2]}"),
        ("{target: $.a, update: {x: [1]}}", "{a: {x: [1]}, list: [1, 2]}"),
        ("{target: $.a.x, update: 5}", "{a: {x: 5}, list: [1, 2]}"),
        ("{target: $.list, update: 3}", "{a: {x: 1}, list: [1, 2, 3]}"),
        ("{target: $.list, update: [3, 4]}", "{a: {x: 1}, list: [1, 2, 3, 4]}"),
        ("{target: $, update: {list: [3], b: {}}}", "{a: {x: 1}, list: [1, 2, 3], b: {}}"),
        ("{target: '$.list[*]', remove: true, update: 7}", "{a: {x: 1}, list: []}"),
        ("{target: '$..[?@ == 1]', remove: true}", "{a: {}, list: [2]}"),
        ("{target: $.a, copy: $}", "{a: {x: 1, a: {x: 1}, list: [1, 2]}, list: [1, 2]}"),
        ("{target: $.a.x, update: 9, copy: $.list}", "{a: {x: 9}, list: [1, 2]}"),
    ])
    func changes(action: String, want: String) throws {
        let applied = try apply("- \(action)\n", to: "{a: {x: 1}, list: [1, 2]}")
        #expect(applied.diagnostics.isEmpty)
        #expect(Plain(try #require(applied.value)) == Plain(try tree(want)))
    }

    @Test(arguments: [
        ("{target: $.b, remove: true}", "overlay-no-match", "`$.b` selects nothing of the document"),
        ("{target: $.a}", "overlay-no-change", "the action changes nothing"),
        ("{target: $.x-a.b, remove: true}", "bad-query", "`$.x-a.b` has a name with a hyphen behind a dot"),
        ("{target: $.a, update: text}", "overlay-kind", "a string cannot be laid over a mapping, which `$['a']` is"),
        ("{target: $, remove: true}", "overlay-root", "the whole document would be removed"),
        ("{target: $.a, copy: '$.list[*]'}", "overlay-copy", "`$.list[*]` selects 2 nodes of the document"),
        (
            "{target: '$.[', remove: true}", "bad-query",
            "`$.[` is no JSONPath query: a name, `*` or `[` is missing at character 3"
        ),
        ("{traget: $.a}", "unknown-key", "`traget` is not a key of an Action Object"),
    ])
    func findings(action: String, code: String, message: String) throws {
        let found = try apply("- \(action)\n", to: "{a: {x: 1}, list: [1, 2]}").diagnostics
        let first = try #require(found.first)
        #expect(first.code == code)
        #expect(first.message == message)
        #expect(first.location?.file.path == "overlay.yaml")
        #expect(first.hint != nil)
    }

    @Test func extendsIsCompared() throws {
        let action = "- {target: $.a, update: {}}\n"
        #expect(try apply(action, to: "a: {}", extra: "extends: ./openapi.yaml#x\n").diagnostics.isEmpty)
        let found = try apply(action, to: "a: {}", extra: "extends: other.yaml\n").diagnostics
        #expect(found.map(\.code) == ["overlay-extends"])
    }

    @Test func marksLeadIntoTheOverlay() throws {
        let document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
        let applied = try apply("- target: $\n  update: {info: {title: [1]}}\n", to: document)
        let found = OpenAPIReader.read(try #require(applied.value)).diagnostics
        #expect(found.first?.location?.description == "overlay.yaml:5:26")
        #expect(found.first?.pointer?.description == "/info/title")
    }

    @Test func copiesHaveABudget() throws {
        let actions = (0..<14).map {
            "- {target: $, copy: $, description: '\($0)'}\n- {target: $.a, copy: $, x-n: \($0)}\n"
        }
        let found = try apply(actions.joined(), to: "{a: {}, list: [1]}").diagnostics
        #expect(Set(found.map(\.code)) == ["overlay-budget"])
    }

    @Test(.enabled(if: Suites.available, "needs ../shared/suites"))
    func compliantSets() throws {
        let folder = Suites.folder.appendingPathComponent("oai-overlay/compliant-sets")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".") }
        #expect(names.count == 8)
        for name in names {
            func read(_ file: String) throws -> YAMLNode {
                let url = folder.appendingPathComponent(name).appendingPathComponent(file)
                return try tree(try String(contentsOf: url, encoding: .utf8), file)
            }
            let overlay = try #require(Overlay.read(try read("overlay.yaml")).value, "\(name)")
            let applied = overlay.apply(to: try read("openapi.yaml"), document: "openapi.yaml")
            #expect(!applied.hasErrors)
            #expect(Plain(try #require(applied.value)) == Plain(try read("output.yaml")), "\(name)")
        }
    }

    @Test(.enabled(if: Suites.available, "needs ../shared/suites"), arguments: ["v1.0", "v1.1", "v1.2-dev"])
    func acceptsAndRefuses(version: String) throws {
        let folder = Suites.folder.appendingPathComponent("oai-overlay/tests/\(version)")
        for kind in ["pass", "fail"] {
            let url = folder.appendingPathComponent(kind)
            let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
            #expect(names.count > 10)
            for name in names {
                let text = try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
                let read = Overlay.read(try tree(text, name))
                #expect((read.value == nil) == (kind == "fail"), "\(version)/\(kind)/\(name): \(read.diagnostics)")
                #expect(read.hasErrors == (kind == "fail"))
                #expect(read.diagnostics.allSatisfy { $0.location != nil && $0.hint != nil }, "\(name)")
            }
        }
    }
}

/// A tree without its marks.
private indirect enum Plain: Equatable {
    case scalar(String)
    case sequence([Plain])
    case mapping([String: Plain])

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .scalar("\(scalar.kind) \(scalar.text)")
        case .sequence(let items): self = .sequence(items.map(Plain.init))
        case .mapping(let mapping):
            self = .mapping(
                Dictionary(mapping.pairs.map { ($0.key, Plain($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
