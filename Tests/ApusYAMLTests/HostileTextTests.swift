import ApusDiagnostics
import Foundation
import Testing

@testable import ApusYAML

/// Texts that mean harm, or come from a broken tool: each ends in an error at its place.
@Suite struct HostileTextTests {
    @Test func encodingsOtherThanUTF8AreRefused() {
        let text = "a: é\n"
        let rows: [(name: String, bytes: [UInt8])] = [
            ("UTF-16 LE, marked", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("UTF-16 BE, marked", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ("UTF-16 LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("UTF-16 BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ("UTF-32 LE, marked", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]),
            ("UTF-32 BE, marked", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]),
            ("UTF-32 LE", [0x61, 0, 0, 0]), ("UTF-32 BE", [0, 0, 0, 0x61]),
        ]
        for row in rows {
            let result = read(row.bytes)
            #expect(result.diagnostics.map(\.code) == ["yaml-encoding"], "\(row.name)")
            #expect(result.diagnostics.first?.message.contains(row.name.prefix(6)) == true, "\(row.name)")
        }
    }

    @Test func invalidUTF8IsRefusedAtItsPlace() {
        let rows: [[UInt8]] = [
            [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xE2, 0x28, 0xA1],
            [0xE2, 0x82],
            [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88],
            [0xFF],
        ]
        for row in rows {
            for prefix in ["é: \"", "{\"é\": \""] {
                let result = read(Array("\n\(prefix)".utf8) + row + Array("\"\n".utf8))
                let place = result.diagnostics.first?.location?.start
                #expect(result.diagnostics.map(\.code) == ["yaml-encoding"], "\(row)")
                #expect(place == SourcePosition(line: 2, column: prefix.unicodeScalars.count + 1), "\(row)")
            }
        }
    }

    @Test func controlCharactersAreRefusedAtTheirPlace() {
        let refused =
            [0...8, 0xB...0xC, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFFE...0xFFFF] as [ClosedRange<UInt32>]
        for scalar in refused.joined().compactMap(Unicode.Scalar.init) {
            expectError("key: |\n  é\(scalar)\n", "yaml-control-character", "2:4")
        }
        #expect(read("a: \"\u{FEFF}b\"").value?.mapping?["a"]?.scalar?.text == "\u{FEFF}b")
    }

    @Test func byteOrderMarkIsNoText() {
        #expect(read("\u{FEFF}a: 1\nb: 2\n").value?.mapping?.pairs.map(\.key) == ["a", "b"])
        #expect(read("\u{FEFF}{\"a\": 1}").value?.mapping?.pairs.map(\.key) == ["a"])
        expectError("\u{FEFF}", "yaml-empty", "1:1")
    }

    @Test func surrogateEscapesAreRefused() {
        expectError("a: \"\\ud800\"", "yaml-syntax", "1:5")
        expectError("{\"a\": \"\\ud800\"}", "json-syntax", "1:8")
        expectError("{\"a\": \"\\ud800\\n\"}", "json-syntax", "1:8")
        expectError("{\"a\": \"\\ud800\\ud800\"}", "json-syntax", "1:8")
        expectError("{\"a\": \"\\ude00\\ud83d\"}", "json-syntax", "1:8")
    }

    @Test func directivesAreRefused() {
        let rows: [(text: String, place: String)] = [
            ("%TAG ! tag:example.com,2000:\n--- a\n", "1:1"), ("# c\n\n%FOO bar\n---\na\n", "3:1"),
            ("%YAML 1.2\n%YAML 1.2\n---\na\n", "2:1"), ("%YAMLX 1.2\n---\na\n", "1:1"), ("%\n", "1:1"),
            ("a: 1\n...\n# c\n%TAG ! x\n", "4:1"), ("--- 'a'\n%TAG ! x\n", "2:1"),
            (String(repeating: "%TAG !x! y\n", count: 20_000), "1:1"),
            ("a: 1\n" + String(repeating: "%TAG !x! y\n", count: 20_000), "2:1"),
            ("%YAML 1.2\n" + String(repeating: "%TAG !x! y\n", count: 20_000), "2:1"),
        ]
        for row in rows { expectError(row.text, "yaml-directive", row.place) }
        #expect(read("%YAML 1.2\n---\na: 1\n").diagnostics == [])
        #expect(read("%YAML 1.1 # c\n--- 1\n").diagnostics == [])
        #expect(read("a: 'one\n\n  %two'\n").value?.mapping?["a"]?.scalar?.text == "one\n%two")
    }

    @Test func nestingEndsAtTheLimit() {
        let rows = ["[", "{\"a\":", "{a: ", "{? ", "[{a: ", "- ", "? ", "[[? ", "- ? "]
        for row in rows {
            for count in [70, 40_000, 1_000_000 / row.utf8.count] {
                expectError(String(repeating: row, count: count), "yaml-depth")
            }
        }
        let block = (0..<5000).map { String(repeating: " ", count: $0 % 200) + "a:\n" }.prefix(200).joined()
        expectError(block, "yaml-depth", "65:65")
        for open in ["[", "- "] {
            let close = open == "[" ? "]" : ""
            let deep = { String(repeating: open, count: $0) + "1" + String(repeating: close, count: $0) }
            #expect(read(deep(64)).diagnostics == [], "\(open)")
            expectError(deep(65), "yaml-depth")
        }
    }

    @Test func depthLimitIsBoundedItself() {
        var limits = YAMLLimits()
        limits.maximumDepth = .max
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(read(deep(512), limits: limits).diagnostics == [])
        #expect(read(deep(100_000), limits: limits).diagnostics.map(\.code) == ["yaml-depth"])
        limits.maximumDepth = -1
        #expect(read("[]", limits: limits).hasErrors)
        #expect(read("1", limits: limits).diagnostics == [])
    }

    @Test func sizeIsLimited() {
        var limits = YAMLLimits()
        limits.maximumBytes = 10
        #expect(read("a: 3456789", limits: limits).diagnostics == [])
        #expect(read("a: 34567890", limits: limits).diagnostics.map(\.code) == ["yaml-size"])
    }

    @Test func nodesAreCounted() {
        var limits = YAMLLimits()
        limits.maximumNodes = 5
        for text in ["a: 1\nb: 2\n", "[1, 2, 3, 4]", "{\"a\": 1, \"b\": 2}"] {
            #expect(read(text, limits: limits).diagnostics == [], "\(text)")
        }
        for text in ["a: 1\nb: [2]\n", "[1, 2, 3, 4, 5]", "{\"a\": 1, \"b\": [0]}"] {
            #expect(read(text, limits: limits).diagnostics.map(\.code) == ["yaml-size"], "\(text)")
        }
        expectError("[" + String(repeating: "1,", count: 2_000_000), "yaml-size", "1:4000000")
    }

    /// Threads of a pool have small stacks; neither reading nor freeing the tree may climb down them.
    @Test func smallStacksSuffice() {
        let done = DispatchSemaphore(value: 0)
        let codes = Codes()
        let thread = Thread {
            var limits = YAMLLimits()
            limits.maximumDepth = .max
            for (open, close) in [("[", "]"), ("{a: ", "}"), ("{\"a\": [", "]}"), ("- ", "")] {
                for count in [200, 512, 100_000] {
                    let text = String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
                    let result = read(text, limits: limits)
                    codes.append(result.diagnostics.first?.code ?? "read")
                }
            }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.wait()
        let ends = codes.all
        #expect(ends.count == 12)
        #expect(Set(ends) == ["read", "yaml-depth"])
    }

    @Test func oneDocumentIsRead() {
        let rows: [(text: String, place: String)] = [
            ("a: 1\n---\nb: 2\n", "2:1"), ("--- 1\n--- 2\n", "2:1"), ("a\n...\nb\n", "3:1"),
            ("{\"a\": 1}\n---\n{}\n", "2:1"),
            (String(repeating: "--- x\n", count: 200), "2:1"),
        ]
        for row in rows { expectError(row.text, "yaml-multiple-documents", row.place) }
        for text in ["--- a\n...\n", "a\n...\n# end\n...\n", "a\n# end"] {
            #expect(read(text).diagnostics == [], "\(text)")
        }
        for text in ["", "\n", "  \n", "# only a comment\n"] { expectError(text, "yaml-empty") }
    }

    @Test func duplicateKeysAreReportedWithBothPlaces() {
        let rows: [(text: String, place: String, first: String, pointer: String)] = [
            ("a: 1\nb: 2\na: 3\n", "3:1", "test.yaml:1:1", "/a"),
            ("x: {a: 1, 'a': 2}\n", "1:11", "test.yaml:1:5", "/x/a"),
            ("- \"é\": 1\n  é: 2\n", "2:3", "test.yaml:1:3", "/0/é"),
            ("{\"a\": 1, \"\\u0061\": 2}", "1:10", "test.yaml:1:2", "/a"),
            ("200: 1\n'200': 2\n", "2:1", "test.yaml:1:1", "/200"),
        ]
        for row in rows {
            expectError(row.text, "yaml-duplicate-key", row.place)
            let error = read(row.text).diagnostics.first
            #expect(error?.notes.first?.message == "first written here", "\(row.text)")
            #expect(error?.notes.first?.location?.description == row.first, "\(row.text)")
            #expect(error?.pointer?.description == row.pointer, "\(row.text)")
        }
        #expect(read("\u{E9}: 1\ne\u{301}: 2\n").diagnostics == [], "composed and decomposed are two keys")
    }

    @Test func duplicatesAmongManyKeysAreFound() {
        let many = (0..<20_000).map { "k\($0): \($0)\n" }.joined()
        #expect(read(many).value?.mapping?.pairs.count == 20_000)
        for index in [0, 5, 11, 12, 13, 14, 19_999] {
            expectError(many + "k\(index): again\n", "yaml-duplicate-key", "20001:1")
        }
        #expect(
            read(String(repeating: "a: 1\n", count: 10_000)).diagnostics.count == 51, "nobody reads ten thousand errors"
        )
    }

    @Test func findingsDoNotEndTheReading() {
        let result = read("a: 1\na: 2\n[b]: 3\nc: !x 4\nd: !!int five\n")
        #expect(result.diagnostics.map(\.code) == ["yaml-duplicate-key", "yaml-complex-key", "yaml-tag", "yaml-tag"])
        #expect(result.value?.mapping?.pairs.map(\.key) == ["a", "c", "d"])
        #expect(result.value?.mapping?["a"]?.scalar?.text == "1")
    }

    @Test func tagsOfOtherTypesAreRefused() {
        let rows = [
            "!!python/object:os.system x", "!!python/object/apply:os.system [x]", "!!binary YQ==",
            "!!timestamp 2020-01-01",
            "!!set {a}", "!!omap []", "!custom x", "!custom {a: 1}", "!<x> y", "!<tag:example.com,2000:x> [y]",
            "!!int x", "!!float x", "!!bool yes", "!!null x", "!!map x", "!!seq x", "!!str []", "!!str {}", "!!map []",
            "!!seq {}",
        ]
        for row in rows { expectError("k: \(row)\n", "yaml-tag", "1:4") }
        expectError("k: !undeclared!x y\n", "yaml-syntax", "1:4")
        #expect(read("a: !!map {}\nb: !!seq []\nc: ! {}\nd: ! []\n").diagnostics == [])
    }

    @Test func findingsThatNobodyWouldReadEndTheReading() {
        let result = read(String(repeating: "a: 1\n", count: 1_000))
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.code) == Array(repeating: "yaml-duplicate-key", count: 51))
    }

    @Test func complexKeysAreRefused() {
        for row in ["[a]: b", "{a: b}: c", "? [a]\n: b", "? {a: b}\n", "? - a\n: b"] {
            expectError(row, "yaml-complex-key", row.hasPrefix("?") ? "1:3" : "1:1")
        }
    }
}

/// What a thread of its own found out.
private final class Codes: @unchecked Sendable {
    private let lock = NSLock()
    private var codes: [String] = []

    var all: [String] { lock.withLock { codes } }

    func append(_ code: String) { lock.withLock { codes.append(code) } }
}
