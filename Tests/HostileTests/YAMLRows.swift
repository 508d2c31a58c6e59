/// Rows 28 to 36: YAML. `ApusYAMLTests` has many more of them for the reader alone.
extension HostileRow {
    static let yaml = [
        HostileRow(28, "nine levels of nine aliases", whole: bomb, .refused("yaml-alias-budget", "6:10")),
        HostileRow(
            29, "a megabyte aliased ten thousand times",
            whole: "- &a \(String(repeating: "x", count: 1_000_000))\n" + String(repeating: "- *a\n", count: 10_000),
            .refused("yaml-alias-budget", "11:3")),
        HostileRow(
            29, "fifty thousand links",
            whole: "- &a0 [x]\n" + (1...50_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined(),
            .refused("yaml-depth", "64:9")),
        HostileRow(29, "an alias of what holds it", whole: "&a [*a]", .refused("yaml-alias", "1:5")),
        HostileRow(29, "a merge of what holds it", whole: "a: &a\n  <<: *a\n", .refused("yaml-alias", "2:7")),
        HostileRow(30, "brackets", whole: String(repeating: "[", count: 1_000_000), .refused("yaml-depth", "1:65")),
        HostileRow(
            30, "keys in keys", whole: String(repeating: "{? ", count: 333_333), .refused("yaml-depth", "1:193")),
        HostileRow(30, "dashes", whole: String(repeating: "- ", count: 500_000), .refused("yaml-depth", "1:129")),
        HostileRow(
            30, "declarations of tags", whole: String(repeating: "%TAG !x! y\n", count: 20_000),
            .refused("yaml-directive", "1:1")),
        HostileRow(
            30, "blocks", whole: (0..<5000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            .refused("yaml-depth", "65:65")),
        HostileRow(
            31, "a byte too many", bytes: Array(repeating: UInt8(ascii: " "), count: 32 << 20 | 1),
            .refused("unreadable-file", "")),
        HostileRow(
            31, "one text of 31 megabytes", whole: "a: \"\(String(repeating: "x", count: 31 << 20))\"\n",
            .refused("missing-version", "1:1")),
        HostileRow(
            31, "two hundred documents", whole: String(repeating: "--- x\n", count: 200),
            .refused("yaml-multiple-documents", "2:1")),
        HostileRow(
            31, "fifty thousand quoted keys",
            whole: "{" + (0..<50_000).map { "\"\\u0061\($0)\": \"\\u0061\"" }.joined(separator: ",") + "}",
            .refused("missing-version", "1:1")),
        HostileRow(32, "a key twice", "paths: {}\npaths: {}\n", .refused("yaml-duplicate-key", "4:1")),
        HostileRow(
            32, "a key twice, once in quotes", "paths: {}\n'paths': {}\n", .refused("yaml-duplicate-key", "4:1")),
        HostileRow(
            33, "UTF-16", bytes: [0xFF, 0xFE] + Array("a: 1\n".utf16).flatMap { [UInt8($0), 0] },
            .refused("yaml-encoding", "1:1")),
        HostileRow(
            33, "bytes that are no text", bytes: Array("a: \"".utf8) + [0xC0, 0xAF] + Array("\"\n".utf8),
            .refused("yaml-encoding", "1:5")),
        HostileRow(33, "half a character", whole: "a: \"\\ud800\"\n", .refused("yaml-syntax", "1:5")),
        HostileRow(33, "NUL", whole: "a: \u{0}\n", .refused("yaml-control-character", "1:4")),
        HostileRow(
            33, "CR alone ends lines", whole: "openapi: 3.1.0\rinfo: {title: T, version: '1'}\rpaths: {}\r", .generated),
        HostileRow(
            33, "a byte order mark", whole: "\u{FEFF}openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n",
            .generated),
        HostileRow(
            34, "a tag of another language", whole: "a: !!python/object/apply:os.system [x]\n",
            .refused("yaml-tag", "1:4")),
        HostileRow(34, "bytes", whole: "a: !!binary YQ==\n", .refused("yaml-tag", "1:4")),
        HostileRow(34, "a tag of one's own", whole: "a: !custom x\n", .refused("yaml-tag", "1:4")),
        HostileRow(34, "a tag in full", whole: "a: !<x> y\n", .refused("yaml-tag", "1:4")),
        HostileRow(
            35, "words and dates that are texts", schema("{type: string, enum: [yes, 2020-01-01, 1_000, 12:30]}"),
            .generated),
        HostileRow(
            35, "a number beyond doubles", schema("{type: number, maximum: 1e400, default: 1e400}"),
            .warned("bad-limit", "6:32")),
        HostileRow(
            35, "an integer beyond Int",
            schema("{type: object, properties: {a: {type: integer, default: 9223372036854775808}}}"),
            .warned("bad-default", "6:64")),
        HostileRow(35, "null for a key", "paths: {}\nnull: 1\n", .warned("unknown-key", "4:1")),
        HostileRow(
            36, "the end in the middle", whole: "openapi: 3.1.0\ninfo: {title: \"T", .refused("yaml-syntax", "2:15")),
    ]

    private static let bomb =
        "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
        + (1...9).map { level in
            "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }.joined()
}
