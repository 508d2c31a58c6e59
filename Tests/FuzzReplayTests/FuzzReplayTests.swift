import Foundation
import FuzzEntries
import Testing

/// Inputs that once made a reader fail, and inputs that look as if they could: none does.
@Suite("Fuzz inputs")
struct FuzzReplayTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing/Found")

    /// Bytes that are near to what each reader reads, cut and changed one by one.
    private static let seeds: [String: String] = [
        "yaml": "a: [1, &x {b: *x}]\n? |\n  c\n: !!str d\n",
        "document":
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: {get: {responses: {'200': {description: d}}}}\n",
        "template": "{{#list}}{{.}}{{/list}}{{^no}}{{text}}{{/no}}\n",
        "json": #"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00",null,true]}"#,
        "record":
            #"{"name":"a","list":[{"name":"b","list":[],"choice":"x","ratio":null}],"words":{"k":["v"]},"choice":[],"ratio":1,"m":[2]}"#,
        "events": "\u{feff}event: a\r\ndata: 1\rdata:2\n\n:c\nid: 7\nretry: 10\n\n",
        "records": "\u{1e}{\"a\":1}\n{\"b\":2}\r\n\n3",
        "retry-after": "Tue, 14 Nov 2023 22:13:30 GMT\nTue, 14 Nov 2023 22:13:20 GMT\n1500",
        "url": "https://a.example:8443/b/{id}?c=d#é",
        "redirect": "HTTPS://a.example:443/b/../c/./%2f?d=e&f#g",
        "media-type": "application/problem+json; charset=\"utf-8\"",
    ]

    @Test("what was found", arguments: FuzzEntry.all.map(\.name))
    func found(_ name: String) throws {
        let entry = try #require(FuzzEntry.all.first { $0.name == name })
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: Self.folder.appending(path: name), includingPropertiesForKeys: nil)) ?? []
        for file in files { entry.run([UInt8](try Data(contentsOf: file))) }
    }

    @Test("every cut and every changed byte of a seed", arguments: FuzzEntry.all.map(\.name))
    func near(_ name: String) throws {
        let entry = try #require(FuzzEntry.all.first { $0.name == name })
        let seed = Array(try #require(Self.seeds[name]).utf8)
        for end in 0...seed.count { entry.run(Array(seed[..<end])) }
        for index in seed.indices {
            for byte: UInt8 in [0x00, 0x0A, 0x22, 0x2A, 0x7B, 0x80, 0xFF] {
                var changed = seed
                changed[index] = byte
                entry.run(changed)
            }
        }
    }
}
