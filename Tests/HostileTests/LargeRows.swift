/// Rows 26 and 43 as far as they are about size: documents that are no lies, but large, which take seconds in a debug build.
extension HostileRow {
    static let large = [
        HostileRow(26, "a hundred thousand references in a row", chain(100_000), .generated),
        HostileRow(
            43, "twenty thousand operations",
            "paths:\n"
                + (0..<20_000).map { "  /a\($0): {get: {operationId: o\($0), responses: {'200': {description: d}}}}\n" }
                .joined(), .generated),
        HostileRow(
            43, "a hundred thousand values",
            schema("{type: string, enum: [\((0..<100_000).map { "v\($0)" }.joined(separator: ","))]}"), .generated),
        HostileRow(
            43, "three thousand properties",
            schema(
                "{type: object, properties: {\((0..<3000).map { "p\($0): {type: string}" }.joined(separator: ","))}}"),
            .generated),
        HostileRow(
            43, "five thousand alternatives",
            schema(
                "{oneOf: [\((0..<5_000).map { "{type: object, required: [r\($0)], properties: {r\($0): {type: string}}}" }.joined(separator: ","))]}"
            ), .generated),
    ]

    private static func chain(_ count: Int) -> String {
        schema(
            "{$ref: '#/components/schemas/S0'}",
            (0..<count).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }.joined()
                + "    S\(count): {type: string}\n")
    }
}
