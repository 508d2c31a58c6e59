import CommandLineSupport
import Testing

/// A document that means harm, and how a run of apus on it ends.
struct HostileRow: Sendable, CustomTestStringConvertible {
    /// How a run ends. Places are `line:column`.
    enum Ending: Sendable, Equatable {
        /// With an error: exit code 1, nothing written.
        case refused(String, String)
        /// With a warning, and files; a strict run refuses.
        case warned(String, String)
        /// With a warning about what apus does not do, and files, strict run or not.
        case limited(String, String)
        /// With files and without a word.
        case generated
    }

    /// The row of the table in `docs/reliability.md`.
    let number: Int
    let name: String
    let ending: Ending
    /// Made when it is needed: some are large.
    let document: @Sendable () -> [UInt8]

    var testDescription: String { "\(number): \(name)" }

    /// A row whose document is what stands behind a title and a version; line 3 is its first.
    init(_ number: Int, _ name: String, _ part: @autoclosure @escaping @Sendable () -> String, _ ending: Ending) {
        self.init(number, name, whole: Self.head + part(), ending)
    }

    /// A row with the whole of its document.
    init(_ number: Int, _ name: String, whole: @autoclosure @escaping @Sendable () -> String, _ ending: Ending) {
        self.init(number, name, bytes: Array(whole().utf8), ending)
    }

    /// A row whose document need not be text.
    init(_ number: Int, _ name: String, bytes: @autoclosure @escaping @Sendable () -> [UInt8], _ ending: Ending) {
        self.number = number
        self.name = name
        self.ending = ending
        document = bytes
    }

    static let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
    static let ok = "{responses: {'200': {description: d}}}"

    /// An operation that returns `S`, and `S`.
    static func schema(_ text: String, _ others: String = "") -> String {
        """
        paths: {/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}}
        components:
          schemas:
            S: \(text)
        \(others)
        """
    }

    /// Runs apus on the document in a child process, within a gigabyte of memory and half a megabyte of stack, and compares.
    func check() throws {
        let sandbox = try Sandbox()
        try sandbox.write(document(), to: "openapi.yaml")
        let result = try run(sandbox)
        #expect(!result.isKilled, "\(testDescription): a signal, \(result.code): \(result.errors.suffix(2000))")
        switch ending {
        case .refused(let code, let place):
            expectRefusal(result, sandbox)
            expect(result, "error", code, place)
        case .warned(let code, let place):
            expectFiles(result, sandbox)
            expect(result, "warning", code, place)
            let strict = try Sandbox()
            try strict.write(document(), to: "openapi.yaml")
            expectRefusal(try run(strict, "--strict"), strict)
        case .limited(let code, let place):
            expectFiles(result, sandbox)
            expect(result, "warning", code, place)
        case .generated:
            expectFiles(result, sandbox)
            #expect(result.errors == "", "\(testDescription): \(result.errors.prefix(2000))")
        }
    }

    private func run(_ sandbox: Sandbox, _ more: String...) throws -> Sandbox.Result {
        let arguments = ["generate", "--spec", "openapi.yaml", "--output", "Out", "--module", "Thing"]
        return try sandbox.apus(arguments: arguments + more, limits: Sandbox.Limits())
    }

    private func expectRefusal(_ result: Sandbox.Result, _ sandbox: Sandbox) {
        #expect(result.code == 1, "\(testDescription): \(result.errors.prefix(2000))")
        #expect(!sandbox.exists("Out"), "\(testDescription)")
    }

    private func expectFiles(_ result: Sandbox.Result, _ sandbox: Sandbox) {
        #expect(result.code == 0, "\(testDescription): \(result.errors.prefix(2000))")
        #expect(sandbox.exists("Out/Thing/ThingClient.swift"), "\(testDescription)")
    }

    private func expect(_ result: Sandbox.Result, _ severity: String, _ code: String, _ place: String) {
        let head = (place.isEmpty ? "" : "openapi.yaml:\(place): ") + severity + ": "
        let isSaid = result.errors.split(separator: "\n").contains { $0.hasPrefix(head) && $0.hasSuffix(" [\(code)]") }
        #expect(isSaid, "\(testDescription): \(head)… [\(code)] is not in \(result.errors.prefix(2000))")
    }
}
