import CommandLineSupport
import Foundation
import Testing

/// Documents of several files from outside: what is read, and what a document cannot make a run read.
@Suite struct FolderTests {
    /// A document whose one schema is what the reference names.
    private func sandbox(_ reference: String) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(
            Documents.good.replacing("#/components/schemas/A", with: reference), to: "api/openapi.yaml")
        try sandbox.write("type: object\nproperties: {inside: {type: string}}\n", to: "api/parts/in.yaml")
        try sandbox.write("type: object\nproperties: {secret: {type: string}}\n", to: "other/out.yaml")
        return sandbox
    }

    private func generate(_ sandbox: Sandbox, _ more: String...) throws -> Sandbox.Result {
        let arguments = ["generate", "--spec", "api/openapi.yaml", "--output", "Out", "--module", "Thing"]
        return try sandbox.apus(arguments: arguments + more)
    }

    private func models(_ sandbox: Sandbox) throws -> String {
        try sandbox.files(below: "Out").values.joined(separator: "\n")
    }

    @Test(arguments: ["parts/in.yaml", "./parts/../parts/in.yaml", "../api/parts/in.yaml", "link.yaml"])
    func filesBelowTheFolderAreRead(reference: String) throws {
        let sandbox = try sandbox(reference)
        try sandbox.link("api/link.yaml", to: "parts/in.yaml")
        let result = try generate(sandbox)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try models(sandbox).contains("\"inside\""))
    }

    /// References that are refused, and the words that say so.
    static let refused: [(String, String)] = [
        ("../other/out.yaml", "lies outside the document's folder"),
        ("out.yaml", "lies outside the document's folder"),
        ("there/out.yaml", "lies outside the document's folder"),
        // Whether a file exists out there is not told either.
        ("../other/missing.yaml", "lies outside the document's folder"),
        ("there/missing.yaml", "lies outside the document's folder"),
        ("/etc/hostname", "lies outside the document's folder"),
        ("../api-2/x.yaml", "lies outside the document's folder"),
        ("parts/missing.yaml", "does not exist"),
        ("parts/in.yaml/x", "does not exist"),
        ("parts", "is not a file"),
        ("pipe.yaml", "is not a file"),
    ]

    @Test(arguments: refused) func whatIsRefused(reference: String, words: String) throws {
        let sandbox = try sandbox(reference)
        try sandbox.link("api/out.yaml", to: "../other/out.yaml")
        try sandbox.link("api/there", to: "../other")
        try sandbox.write("type: object\n", to: "api-2/x.yaml")
        #expect(mkfifo(sandbox.folder.appendingPathComponent("api/pipe.yaml").path, 0o600) == 0)
        let result = try generate(sandbox)
        #expect(result.code == 1)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.errors.contains("[unreadable-reference]"))
        #expect(!sandbox.exists("Out"))
    }

    @Test(arguments: ["../other/out.yaml", "out.yaml", "there/out.yaml"])
    func allowedFoldersAreRead(reference: String) throws {
        let sandbox = try sandbox(reference)
        try sandbox.link("api/out.yaml", to: "../other/out.yaml")
        try sandbox.link("api/there", to: "../other")
        let result = try generate(sandbox, "--allow-ref-dir", "other")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try models(sandbox).contains("\"secret\""))
        #expect(try generate(sandbox, "--allow-ref-dir", "nowhere").errors.contains("[unreadable-folder]"))
    }

    @Test func checkSeesAChangeInAnyFile() throws {
        let sandbox = try sandbox("parts/in.yaml")
        #expect(try generate(sandbox).code == 0)
        #expect(try generate(sandbox, "--check").code == 0)
        try sandbox.write("type: object\nproperties: {changed: {type: string}}\n", to: "api/parts/in.yaml")
        let result = try generate(sandbox, "--check")
        #expect(result.code == 1)
        #expect(result.output.contains("\"inside\"") && result.output.contains("\"changed\""))
        #expect(!(try models(sandbox).contains("\"changed\"")))
    }

    @Test func findingsNameTheFileAsTheUserWouldWriteIt() throws {
        let sandbox = try sandbox("parts/in.yaml")
        try sandbox.write("type: object\nproperties:\n  x: {type: strin}\n", to: "api/parts/in.yaml")
        #expect(try generate(sandbox).errors.contains("api/parts/in.yaml:3:13: "))
    }
}
