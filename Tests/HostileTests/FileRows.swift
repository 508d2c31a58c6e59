/// Rows 19 to 27: names of files, and references. What a folder can hold is in `FileTests`.
extension HostileRow {
    static let references = [
        HostileRow(
            21, "the address of a cloud's metadata", schema("{$ref: 'http://169.254.169.254/latest#/A'}"),
            .limited("remote-reference", "6:15")),
        HostileRow(
            21, "a host without a scheme", schema("{$ref: '//evil.example/x#/A'}"), .limited("remote-reference", "6:15")
        ),
        HostileRow(
            21, "an item of a path elsewhere", "paths: {/a: {$ref: 'https://evil.example/x#/A'}}",
            .limited("remote-reference", "3:20")),
        HostileRow(22, "a file URL", schema("{$ref: 'file:///etc/passwd'}"), .limited("remote-reference", "6:15")),
        HostileRow(
            22, "a file above", schema("{$ref: '../../../../../../etc/passwd'}"),
            .refused("unreadable-reference", "6:15")),
        HostileRow(
            22, "a file by its whole path", schema("{$ref: /etc/passwd}"), .refused("unreadable-reference", "6:15")),
        HostileRow(22, "a device", schema("{$ref: /dev/zero}"), .refused("unreadable-reference", "6:15")),
        HostileRow(
            22, "dots in disguise", schema("{$ref: '%2e%2e/%2E./etc/passwd'}"), .refused("unreadable-reference", "6:15")
        ),
        HostileRow(23, "an escape that is none", schema("{$ref: '#/a~2b'}"), .warned("malformed-reference", "6:15")),
        HostileRow(23, "half an escape", schema("{$ref: '#/a%2'}"), .warned("malformed-reference", "6:15")),
        HostileRow(
            23, "escapes", schema("{$ref: '#/components/schemas/a~1b%7Ec%25'}", "    a/b~c%: {type: string}\n"),
            .warned("malformed-reference", "6:15")),
        HostileRow(
            23, "escapes as they should be",
            schema("{$ref: '#/components/schemas/a~1b%7E0c%25'}", "    a/b~c%: {type: string}\n"), .generated),
        HostileRow(
            23, "an empty token", schema("{$ref: '#/components/schemas/'}", "    '': {type: string}\n"), .generated),
        HostileRow(23, "the whole document", schema("{$ref: '#'}"), .warned("malformed-reference", "6:15")),
        HostileRow(
            23, "an index below zero",
            schema("{$ref: '#/components/schemas/T/oneOf/-1'}", "    T: {oneOf: [{type: string}]}\n"),
            .warned("dangling-reference", "6:15")),
        HostileRow(
            23, "an index beyond the end",
            schema("{$ref: '#/components/schemas/T/oneOf/1000000000'}", "    T: {oneOf: [{type: string}]}\n"),
            .warned("dangling-reference", "6:15")),
        HostileRow(
            23, "an index beyond all numbers",
            schema("{$ref: '#/components/schemas/T/oneOf/99999999999999999999'}", "    T: {oneOf: [{type: string}]}\n"),
            .warned("dangling-reference", "6:15")),
        HostileRow(
            23, "a pointer through a reference",
            schema(
                "{$ref: '#/components/schemas/T/properties/p'}",
                "    T: {$ref: '#/components/schemas/U'}\n    U: {properties: {p: {type: string}}}\n"), .generated),
        HostileRow(24, "itself", schema("{$ref: '#/components/schemas/S'}"), .warned("reference-cycle", "6:15")),
        HostileRow(
            24, "each other", schema("{$ref: '#/components/schemas/T'}", "    T: {$ref: '#/components/schemas/S'}\n"),
            .warned("reference-cycle", "7:15")),
        HostileRow(
            24, "itself as a part",
            schema("{allOf: [{$ref: '#/components/schemas/S'}], properties: {a: {type: string}}}"),
            .warned("allof-cycle", "6:8")),
        HostileRow(
            24, "its own child", schema("{properties: {a: {$ref: '#/components/schemas/S/properties/a'}}}"),
            .warned("reference-cycle", "6:32")),
        HostileRow(
            25, "a type inside itself",
            schema(
                "{type: object, required: [s, t], properties: {s: {$ref: '#/components/schemas/S'}, t: {oneOf: [{$ref: '#/components/schemas/S'}, {type: string}]}}}"
            ), .generated),
        HostileRow(26, "alternatives that double sixty times", doubling(60), .limited("several-unions", "6:8")),
        HostileRow(
            26, "parts of parts",
            schema(
                "{$ref: '#/components/schemas/S0'}",
                (0..<2_000).map { "    S\($0): {allOf: [{$ref: '#/components/schemas/S\($0 + 1)'}]}\n" }.joined()
                    + "    S2000: {type: object}\n"), .generated),
        HostileRow(
            26, "members of parts of parts",
            schema(
                "{$ref: '#/components/schemas/S0'}",
                (0..<2_000).map {
                    "    S\($0): {allOf: [{$ref: '#/components/schemas/S\($0 + 1)'}], properties: {p\($0): {}}}\n"
                }.joined() + "    S2000: {type: object}\n"), .refused("allof-limit", "107:11")),
        HostileRow(
            27, "a mapping to nothing", discriminator("#/components/schemas/Missing"),
            .warned("dangling-reference", "6:132")
        ),
        HostileRow(
            27, "a mapping to another machine", discriminator("https://evil.example/x"),
            .limited("remote-reference", "6:132")),
        HostileRow(
            27, "a mapping to its own holder", discriminator("#/components/schemas/S"),
            .warned("discriminator-mapping", "6:132")),
    ]

    private static func doubling(_ count: Int) -> String {
        let level = { (name: String, next: String) in
            "{allOf: [{oneOf: [{$ref: '#/components/schemas/\(next)'}, {type: string}]}, {oneOf: [{$ref: '#/components/schemas/\(next)'}, {type: object}]}]}"
        }
        return schema(
            level("S", "S0"),
            (0..<count).map { "    S\($0): \(level("", "S\($0 + 1)"))\n" }.joined() + "    S\(count): {type: object}\n")
    }

    private static func discriminator(_ target: String) -> String {
        schema(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t, mapping: {a: '\(target)'}}}",
            "    A: {type: object, properties: {t: {type: string}}}\n    B: {type: object, properties: {t: {type: string}}}\n"
        )
    }
}
