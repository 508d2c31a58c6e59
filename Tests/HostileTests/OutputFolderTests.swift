import CommandLineSupport
import Foundation
import Testing

/// Rows 19 and 20: what a document calls things, and what lies where files are to go.
@Suite struct OutputFolderTests {
    private static let arguments = ["generate", "--spec", "openapi.json", "--output", "Out", "--module", "Thing"]

    private func sandbox(_ document: String) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(document, to: "openapi.json")
        return sandbox
    }

    private func generate(_ sandbox: Sandbox) throws -> Sandbox.Result {
        try sandbox.apus(arguments: Self.arguments, limits: Sandbox.Limits())
    }

    static let names = [
        "../../x", "/etc/x", "a\\..\\b", "%2e%2e", "CON", "x.", ".", "..", "", " ", "\u{0}", "~", "$HOME", "A", "a",
        "-rf", "users", "uSers",
        String(repeating: "x", count: 300), String(repeating: "../", count: 40) + "tmp/x", "a/b", "é", "e\u{301}",
        ".git",
    ]

    /// Tags name files, groups and properties; schemas and operations stand in those files.
    @Test func namesAreNoPaths() throws {
        let paths = Self.names.enumerated().map { index, name in
            #""/\#(index)": {"get": {"tags": [\#(JSON.quoted(name))], "operationId": \#(JSON.quoted(name + "op")), "responses": {"200": {"description": "d"}}}}"#
        }
        let schemas = Self.names.map {
            #"\#(JSON.quoted($0)): {"type": "object", "properties": {"a": {"type": "string"}}}"#
        }
        let sandbox = try sandbox(
            #"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {\#(paths.joined(separator: ","))}, "components": {"schemas": {\#(schemas.joined(separator: ","))}}}"#
        )
        let result = try generate(sandbox)
        #expect(result.code == 0, "\(result.errors)")
        let written = try sandbox.files().keys.filter { $0 != "openapi.json" }
        let file = try Regex("Out/Thing/((Operations|Models)/)?[A-Za-z_][A-Za-z0-9_]{0,199}\\.swift")
        #expect(try written.filter { try file.wholeMatch(in: $0) == nil } == ["Out/Thing/.apus-manifest"])
        let lowercased = written.map { $0.lowercased() }
        #expect(Set(lowercased).count == written.count, "names that differ in case alone are one file on some systems")
        #expect(written.count > Self.names.count - 4)
    }

    private static let document = """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "d"}}}}}}
        """

    /// Files are written under other names first. One of another's making that has such a name is not ours to remove.
    @Test func aFileOfTheTemporaryNameStays() throws {
        let sandbox = try sandbox(Self.document)
        let name = "Out/Thing/Operations/GeneralOperations.swift.apus-"
        let first = "mkdir -p Out/Thing/Operations && printf mine > \(name)$$ && "
        let result = try sandbox.apus(arguments: Self.arguments, first: first)
        #expect(result.code == 1)
        let left = try sandbox.files(below: "Out")
        #expect(left.count == 1 && left.values.first == "mine", "\(left.keys)")
    }

    enum Obstacle: String, CaseIterable {
        case link, danglingLink, linkToDevice, linkToItself, folder, pipe
    }

    /// Whatever lies in a file's place is neither read nor written to: a pipe would never end, a link leads elsewhere.
    @Test(arguments: Obstacle.allCases, ["ThingClient.swift", "Operations/GeneralOperations.swift", ".apus-manifest"])
    func whatIsInTheWayStays(obstacle: Obstacle, file: String) throws {
        let sandbox = try sandbox(Self.document)
        try sandbox.write("mine", to: "precious")
        try sandbox.write("", to: "Out/Thing/Operations/.keep")
        let path = "Out/Thing/" + file
        let absolute = sandbox.folder.appendingPathComponent(path).path
        switch obstacle {
        case .link: try sandbox.link(path, to: sandbox.folder.appendingPathComponent("precious").path)
        case .danglingLink: try sandbox.link(path, to: sandbox.folder.appendingPathComponent("new").path)
        case .linkToDevice: try sandbox.link(path, to: "/dev/zero")
        case .linkToItself: try sandbox.link(path, to: absolute)
        case .folder: try sandbox.write("mine", to: path + "/file")
        case .pipe: #expect(mkfifo(absolute, 0o600) == 0)
        }
        let result = try generate(sandbox)
        #expect(!result.isKilled && result.code == 1, "\(result.code) \(result.errors)")
        #expect(
            result.errors.contains("`Out/Thing/\(file)` is not a regular file, and is not written through"),
            "\(result.errors)")
        #expect(try sandbox.text("precious") == "mine")
        #expect(!sandbox.exists("new"))
        #expect(!sandbox.exists("Out/Thing/ThingError.swift"), "nothing is written at all")
    }

    /// A file that was planted under the name of a temporary one is not written through either.
    @Test func noFileIsOpenedThatIsThereAlready() throws {
        let sandbox = try sandbox(Self.document)
        #expect(try generate(sandbox).code == 0)
        // The list names a file that is a link by now: it is left alone.
        try sandbox.write("mine", to: "precious")
        let file = sandbox.folder.appendingPathComponent("Out/Thing/ThingError.swift").path
        try FileManager.default.removeItem(atPath: file)
        try sandbox.link("Out/Thing/ThingError.swift", to: sandbox.folder.appendingPathComponent("precious").path)
        let result = try sandbox.apus(arguments: Self.arguments + ["--overwrite"], limits: Sandbox.Limits())
        #expect(result.code == 1)
        #expect(try sandbox.text("precious") == "mine")
    }
}
