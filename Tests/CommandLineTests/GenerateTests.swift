import CommandLineSupport
import Foundation
import Testing

/// `apus generate` from outside: exit codes, what is written and what is not.
@Suite struct GenerateTests {
    static let arguments = ["generate", "--spec", "api.yaml", "--output", "Out", "--module", "Thing"]

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(Documents.good, to: "api.yaml")
        return sandbox
    }

    private func generate(_ sandbox: Sandbox, _ more: String...) throws -> Sandbox.Result {
        try sandbox.apus(arguments: Self.arguments + more)
    }

    @Test func writesTheModuleOnce() throws {
        let sandbox = try sandbox()
        let first = try generate(sandbox)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output == "Out: 4 files written, 0 removed, 0 unchanged\n")
        let again = try generate(sandbox)
        #expect(again.output == "Out: 0 files written, 0 removed, 4 unchanged\n")
        #expect(try sandbox.files(below: "Out").keys.contains("Thing/ThingClient.swift"))
    }

    @Test func leavesTheTimeOfUnchangedFiles() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        let path = sandbox.folder.appendingPathComponent("Out/Thing/ThingClient.swift").path
        let old = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        _ = try generate(sandbox)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == old)
    }

    @Test func removesItsOwnStaleFilesOnly() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        try sandbox.write("// mine", to: "Out/Thing/Models/Mine.swift")
        try sandbox.write(Documents.withoutTag, to: "api.yaml")
        let result = try generate(sandbox)
        #expect(result.code == 0, "\(result.errors)")
        #expect(!sandbox.exists("Out/Thing/Operations/ThingsOperations.swift"))
        #expect(sandbox.exists("Out/Thing/Operations/GeneralOperations.swift"))
        #expect(try sandbox.text("Out/Thing/Models/Mine.swift") == "// mine")
    }

    @Test func touchesNoFileOfOthers() throws {
        let sandbox = try sandbox()
        try sandbox.write("// mine", to: "Out/Thing/ThingClient.swift")
        let result = try generate(sandbox)
        #expect(result.code == 1)
        #expect(result.errors.contains("`Out/Thing/ThingClient.swift` is in the way"))
        #expect(try sandbox.files(below: "Out") == ["Thing/ThingClient.swift": "// mine"])
    }

    @Test func keepsEditsUnlessTold() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        try sandbox.write("// edited", to: "Out/Thing/ThingClient.swift")
        let refused = try generate(sandbox)
        #expect(refused.code == 1)
        #expect(refused.errors.contains("was edited since apus wrote it"))
        #expect(try sandbox.text("Out/Thing/ThingClient.swift") == "// edited")
        #expect(try generate(sandbox, "--overwrite").code == 0)
        #expect(try sandbox.text("Out/Thing/ThingClient.swift") != "// edited")
    }

    @Test func doesNotWriteThroughLinks() throws {
        let sandbox = try sandbox()
        try sandbox.write("secret", to: "elsewhere/file")
        try FileManager.default.createDirectory(
            at: sandbox.folder.appendingPathComponent("Out"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.folder.appendingPathComponent("Out/Thing").path,
            withDestinationPath: sandbox.folder.appendingPathComponent("elsewhere").path)
        let result = try generate(sandbox)
        #expect(result.code == 1)
        #expect(result.errors.contains("is not a folder"))
        #expect(try sandbox.files(below: "elsewhere") == ["file": "secret"])
    }

    @Test func refusesAManifestThatLeadsOut() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        try sandbox.write("mine", to: "precious")
        try sandbox.write("0123456789abcdef  Thing/../../precious\n", to: "Out/Thing/.apus-manifest")
        let result = try generate(sandbox)
        #expect(result.code == 1)
        #expect(result.errors.contains("is not a list that apus wrote"))
        #expect(sandbox.exists("precious"))
    }

    @Test func anOutputFolderThatCannotBeWritten() throws {
        let sandbox = try sandbox()
        // These fail for every user, root included: files where folders should be, and a name that is too long.
        try sandbox.write("a file", to: "File")
        try sandbox.write("a file", to: "Out/Thing")
        let rows = [
            ("File", "error: `File` is a file, not a folder"), ("File/Below", "error: `File` is a file, not a folder"),
            ("Out", "error: `Out/Thing` is a file, not a folder"),
            (String(repeating: "a", count: 300), "cannot be written to: File name too long"),
        ]
        for (output, want) in rows {
            let result = try generate(sandbox, "--output", output)
            #expect(result.code == 1, "\(output)")
            #expect(result.errors.components(separatedBy: want).count == 2, "\(output): \(result.errors)")
            #expect(result.errors.contains("hint: "), "\(output): \(result.errors)")
        }
        #expect(try sandbox.files().keys.sorted() == ["File", "Out/Thing", "api.yaml"])
    }

    /// On a case-insensitive file system one file answers to both names; elsewhere a hard link stands for that.
    @Test func aFileThatOnlyChangesItsLetterCaseStaysOurs() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        let folder = sandbox.folder.appendingPathComponent("Out/Thing")
        try? FileManager.default.linkItem(
            at: folder.appendingPathComponent("Models/ThingsModels.swift"),
            to: folder.appendingPathComponent("Models/thingsmodels.swift"))
        let manifest = try sandbox.text("Out/Thing/.apus-manifest")
        try sandbox.write(
            manifest.replacing("ThingsModels.swift", with: "thingsmodels.swift"), to: "Out/Thing/.apus-manifest")
        try sandbox.write(Documents.good.replacing("{a: {type", with: "{b: {type"), to: "api.yaml")
        let result = try generate(sandbox)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("1 files written, 0 removed"), "\(result.output)")
        #expect(try sandbox.text("Out/Thing/Models/ThingsModels.swift").contains("\"b\""))
        #expect(try sandbox.text("Out/Thing/.apus-manifest").contains("ThingsModels.swift"))
    }

    @Test func aCheckoutWithCRLF() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        for file in ["Out/Thing/.apus-manifest", "Out/Thing/ThingError.swift"] {
            try sandbox.write(try sandbox.text(file).replacing("\n", with: "\r\n"), to: file)
        }
        let result = try generate(sandbox, "--check")
        #expect(result.code == 1)
        #expect(result.errors == "")
        #expect(
            result.output == """
                --- a/Thing/ThingError.swift
                +++ b/Thing/ThingError.swift
                only the line ends differ (CRLF and LF)

                """)
    }

    @Test func checkSeesAMissingLastNewline() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        let text = try sandbox.text("Out/Thing/ThingError.swift")
        try sandbox.write(String(text.dropLast()), to: "Out/Thing/ThingError.swift")
        let result = try generate(sandbox, "--check")
        #expect(result.code == 1)
        #expect(result.output.hasSuffix("\n-}\n\\ No newline at end of file\n+}\n"), "\(result.output)")
    }

    @Test func checkPrintsADiffAndWritesNothing() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        #expect(try generate(sandbox, "--check").code == 0)
        let before = try sandbox.files(below: "Out")
        try sandbox.write(Documents.good.replacing("{a: {type", with: "{b: {type"), to: "api.yaml")
        let result = try generate(sandbox, "--check")
        #expect(result.code == 1)
        #expect(result.output.contains("--- a/Thing/Models/ThingsModels.swift"))
        #expect(result.output.contains("+++ b/Thing/Models/ThingsModels.swift"))
        #expect(
            result.output.contains(
                "\n-        members.optionalString(\"a\", &self.a)\n+        members.optionalString(\"b\", &self.b)\n"))
        #expect(try sandbox.files(below: "Out") == before)
    }

    @Test func checkSeesAHandEditedFile() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        try sandbox.write("// edited\n", to: "Out/Thing/ThingError.swift")
        let result = try generate(sandbox, "--check")
        #expect(result.code == 1)
        #expect(result.output.contains("-// edited"))
    }

    @Test func aBadDocumentWritesNothing() throws {
        let sandbox = try sandbox()
        try sandbox.write(Documents.bad, to: "api.yaml")
        #expect(try generate(sandbox, "--check").errors.contains("api.yaml:6:20: warning: "))
        let result = try generate(sandbox, "--strict")
        #expect(result.code == 1)
        #expect(result.errors.contains("api.yaml:6:20: error: "))
        #expect(!sandbox.exists("Out"))
    }

    @Test func sameInputSameBytes() throws {
        let sandbox = try sandbox()
        _ = try generate(sandbox)
        let first = try sandbox.files(below: "Out")
        for seed in 0..<5 {
            // Every process has another hash seed; the folder, the locale and the time zone change too.
            let other = try Sandbox()
            try other.write(Documents.good, to: "api.yaml")
            _ = try other.apus(
                arguments: Self.arguments,
                environment: ["LANG": seed % 2 == 0 ? "C" : "de_DE.UTF-8", "TZ": "Asia/Tokyo"])
            #expect(try other.files(below: "Out") == first)
        }
    }
}
