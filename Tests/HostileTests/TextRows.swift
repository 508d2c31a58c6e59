/// Rows 8 to 18: texts that have no place where they stand. That no text leaves its literal or its comment, rows 1 to 18
/// again, is shown by `PoisonTests` for every place and payload.
extension HostileRow {
    static let texts = [
        HostileRow(8, "line break in a path", "paths: {\"/a\\nb\": {get: \(ok)}}", .warned("bad-path", "3:9")),
        HostileRow(
            8, "line break in a header's name", parameter("name: \"X\\r\\nHost: evil\", in: header"),
            .warned("bad-header-name", "3:33")),
        HostileRow(
            8, "line break in a media type",
            "paths: {/a: {get: {responses: {'200': {description: d, content: {\"a/b\\r\\nX: y\": {}}}}}}}",
            .warned("bad-media-type", "3:66")),
        HostileRow(
            8, "line break in a scheme's name",
            "paths: {}\ncomponents: {securitySchemes: {\"a\\r\\nb\": {type: http, scheme: bearer}}}", .generated),
        HostileRow(
            9, "NUL and colours in a text",
            "paths: {/a: {get: {summary: \"\\0\\e[31m\\u202e\", responses: {'200': {description: d}}}}}", .generated),
        HostileRow(
            9, "a control character", "paths: {/a: {get: {summary: \"\u{1}\", responses: {'200': {description: d}}}}}",
            .refused("yaml-control-character", "3:30")),
        HostileRow(
            10, "backtick and brace in a property",
            schema("{type: object, properties: {'a`; evil() }': {type: string}}}"), .generated),
        HostileRow(
            11, "names that are no identifiers",
            schema(
                "{type: object, properties: {init: {}, self: {}, Type: {}, _: {}, $0: {}, '': {}, 1st: {}, 😀: {}, ? \(long) : {}}}"
            ), .generated),
        HostileRow(
            12, "names of one spelling",
            schema("{type: object, properties: {foo-bar: {}, foo_bar: {}, FooBar: {}, foobar: {}, fooBar: {}}}"),
            .generated),
        HostileRow(
            13, "keys that differ in composition",
            schema("{type: object, properties: {\"\\u00e9\": {}, \"e\\u0301\": {}}}"), .generated),
        HostileRow(
            13, "the same bytes twice", schema("{type: object, properties: {é: {}, \"\\u00e9\": {}}}"),
            .refused("yaml-duplicate-key", "6:43")),
        HostileRow(14, "names of Swift's types", schema("{type: object}", standardTypes), .generated),
        HostileRow(
            15, "a title that would end a manifest's name",
            whole:
                "openapi: 3.1.0\ninfo: {title: 'A\", targets: [.plugin(name: \"evil\")]', version: '1'}\npaths: {}\n",
            .generated),
        HostileRow(
            16, "extensions of other tools",
            "x-swift-type: evil()\nx-go-type-import: {path: evil}\nx-install: rm\n"
                + schema("{type: string, x-swift-type: evil()}"), .generated),
        HostileRow(
            16, "an extension's word that is not defined",
            schema("{type: string, enum: [a], x-speakeasy-unknown-values: evil()}"), .limited("bad-extension", "6:8")
        ),
        HostileRow(
            17, "words of a deprecation",
            "paths: {/a: {get: {deprecated: true, x-apus-deprecation-message: 'x\"); evil() //', responses: {'200': {description: d}}}}}",
            .generated),
    ]

    private static let long = String(repeating: "a", count: 5000)

    private static let standardTypes = "String Int Swift Foundation Error Sendable Codable Task Optional Result Data"
        .split(separator: " ")
        .map { "    \($0): {type: object, properties: {a: {$ref: '#/components/schemas/\($0)'}}}\n" }.joined()

    static func parameter(_ text: String) -> String {
        "paths: {/a: {get: {parameters: [{\(text), schema: {type: string}}], responses: {'200': {description: d}}}}}"
    }
}
