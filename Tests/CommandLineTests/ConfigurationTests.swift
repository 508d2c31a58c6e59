import CommandLineSupport
import Foundation
import Testing

/// The configuration file, the flags that win over it, and the other commands.
@Suite struct ConfigurationTests {
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(Documents.good, to: "spec/api.yaml")
        try sandbox.write("spec: spec/api.yaml\noutput: Out\nmodule: Thing\naccess: package\n", to: "apus.yaml")
        return sandbox
    }

    @Test func theConfigurationSaysWhatToDo() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.apus("generate").code == 0)
        #expect(try sandbox.text("Out/Thing/ThingClient.swift").contains("package struct ThingClient"))
    }

    @Test func flagsWin() throws {
        let sandbox = try sandbox()
        let result = try sandbox.apus("generate", "--module", "Other", "--output", "There", "--access", "internal")
        #expect(result.code == 0, "\(result.errors)")
        #expect(!sandbox.exists("Out"))
        #expect(try sandbox.text("There/Other/OtherClient.swift").contains("internal struct OtherClient"))
    }

    @Test func pathsAreRelativeToTheConfiguration() throws {
        let sandbox = try sandbox()
        try sandbox.write("spec: api.yaml\noutput: ../There\nmodule: Thing\n", to: "spec/apus.yaml")
        #expect(try sandbox.apus("generate", "--config", "spec/apus.yaml").code == 0)
        #expect(sandbox.exists("There/Thing/ThingClient.swift"))
    }

    @Test(arguments: [["--strict"], []]) func strictRefusesFaultsOfTheDocument(flags: [String]) throws {
        let sandbox = try sandbox()
        // A tag declared twice is a fault.
        let faulty = Documents.good + "\ntags: [{name: a}, {name: a}]\n"
        try sandbox.write(faulty, to: "spec/api.yaml")
        if flags.isEmpty {
            try sandbox.write("spec: spec/api.yaml\noutput: Out\nmodule: T\nstrict: true\n", to: "apus.yaml")
        }
        let result = try sandbox.apus(arguments: ["generate"] + flags)
        #expect(result.code == 1)
        #expect(result.errors.contains("error: the tag `a` is declared twice"), "\(result.errors)")
        #expect(!sandbox.exists("Out"))
    }

    @Test func withoutStrictTheSameIsAWarning() throws {
        let sandbox = try sandbox()
        try sandbox.write(Documents.good + "\ntags: [{name: a}, {name: a}]\n", to: "spec/api.yaml")
        let result = try sandbox.apus("generate")
        #expect(result.code == 0)
        #expect(result.errors.contains("warning: the tag `a` is declared twice"), "\(result.errors)")
    }

    @Test(arguments: [
        ("modul: X", "apus.yaml:1:1: error: the configuration has no key `modul`"),
        ("modul: X", "Did you mean `module`?"),
        ("module: ../X", "`module` is not a name"),
        ("access: secret", "`access` is not `public`, `package` or `internal`"),
        ("examples: perhaps", "`examples` is not `true` or `false`"), ("- a", "the configuration is no mapping"),
        ("pagination: [a]", "`pagination` is not a mapping of operation IDs to rules"),
        ("pagination: {a: {type: magic}}", "`a`: pagination: its `type` is none of"),
        ("strict: perhaps", "`strict` is not `true` or `false`"), ("acronyms: A", "`acronyms` is not a list of texts"),
    ])
    func mistakes(configuration: String, want: String) throws {
        let sandbox = try sandbox()
        try sandbox.write(configuration, to: "apus.yaml")
        let result = try sandbox.apus("generate")
        #expect(result.code == 1)
        #expect(result.errors.contains(want), "\(result.errors)")
    }

    @Test(arguments: [
        ["generate", "--nonsense"], ["generate", "--module", "../x"], ["generate", "--access", "secret"], ["nonsense"],
        ["dump"], ["generate", "--config", "empty.yaml", "--module", "A"],
        ["generate", "--output", ""], ["generate", "--spec", ""], ["generate", "--templates", ""],
        ["generate", "--config", ""], ["dump", "--stage", "ir", "--spec="],
    ])
    func aWrongCommandLineExitsWith2(arguments: [String]) throws {
        let sandbox = try sandbox()
        try sandbox.write("output: Out", to: "empty.yaml")
        let result = try sandbox.apus(arguments: arguments)
        #expect(result.code == 2, "\(result.errors)")
        #expect(result.errors.contains("Usage: ") || result.errors.contains("Missing "), "\(result.errors)")
    }

    @Test func missingFilesAreSaid() throws {
        let sandbox = try sandbox()
        let result = try sandbox.apus("generate", "--spec", "nowhere.yaml")
        #expect(result.code == 1)
        #expect(result.errors.contains("`nowhere.yaml` does not exist"))
        #expect(try sandbox.apus("generate", "--templates", "nowhere").errors.contains("`nowhere` cannot be read"))
        #expect(try sandbox.apus("generate", "--spec", "/dev/zero").errors.contains("is not a file"))
    }

    @Test func templatesCanBeChanged() throws {
        let sandbox = try sandbox()
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Templates").standardizedFileURL
        try FileManager.default.copyItem(at: source, to: sandbox.folder.appendingPathComponent("Mine"))
        try sandbox.write("// Ours.\n", to: "Mine/partials/header.mustache")
        #expect(try sandbox.apus("generate", "--templates", "Mine").code == 0)
        #expect(try sandbox.text("Out/Thing/ThingClient.swift").hasPrefix("// Ours.\n"))

        try sandbox.write("// {{clientt}}\n", to: "Mine/partials/header.mustache")
        let result = try sandbox.apus("generate", "--templates", "Mine")
        #expect(result.code == 1)
        #expect(result.errors.contains("partials/header.mustache:1:4: error: "), "\(result.errors)")
        #expect(try sandbox.text("Out/Thing/ThingClient.swift").hasPrefix("// Ours.\n"))
    }

    @Test(arguments: ["yaml", "openapi", "ir", "swift", "files"])
    func everyStageCanBeDumped(stage: String) throws {
        let sandbox = try sandbox()
        let result = try sandbox.apus("dump", "--stage", stage)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains(stage == "files" ? "Thing/ThingClient.swift" : "getA"))
        #expect(try sandbox.apus("dump", "--stage", stage).output == result.output)
    }

    @Test func diagnosticsAsJSONAndSARIF() throws {
        let sandbox = try sandbox()
        try sandbox.write(Documents.bad, to: "spec/api.yaml")
        let json = try sandbox.apus("generate", "--diagnostics", "json")
        let list = try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [[String: Any]]
        #expect(list?.first?["file"] as? String == "spec/api.yaml")
        #expect(list?.first?["line"] as? Int == 6)
        let sarif = try sandbox.apus("generate", "--diagnostics", "sarif")
        let log = try JSONSerialization.jsonObject(with: Data(sarif.errors.utf8)) as? [String: Any]
        #expect(log?["version"] as? String == "2.1.0")
        #expect((log?["runs"] as? [Any])?.count == 1)
    }
}
