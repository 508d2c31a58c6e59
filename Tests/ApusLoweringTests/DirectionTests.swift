import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// `readOnly` and `writeOnly`: which types become two, and what each has.
@Suite struct DirectionTests {
    /// The dump's lines about types of a document whose one operation takes and gives these.
    private func types(takes: String?, gives: String?, _ schemas: String) -> (lines: [String], codes: [String]) {
        var paths = "paths:\n  /x:\n    post:\n      operationId: x\n"
        if let takes {
            paths += "      requestBody: {required: true, content: {application/json: {schema: \(takes)}}}\n"
        }
        let content = gives.map { ", content: {application/json: {schema: \($0)}}" } ?? ""
        paths += "      responses: {'200': {description: d\(content)}}\ncomponents:\n  schemas:\n"
        for line in schemas.split(separator: "\n") { paths += "    \(line)\n" }
        let found = Lowered.lines(paths)
        return (found.lines.prefix { !$0.hasPrefix("group ") && !$0.hasPrefix("operation ") }.map(\.self), found.codes)
    }

    private func schema(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    static let pet = """
        Pet: {required: [id, key, name], properties: {id: {type: string, readOnly: true}, key: {type: string, writeOnly: true}, name: {type: string}}}
        """

    @Test func aTypeOfBothWaysIsTwo() {
        let found = types(takes: schema("Pet"), gives: schema("Pet"), Self.pet)
        #expect(
            found.lines == [
                #"record schemas/Pet named "Pet""#, #"  field "id" string required read-only"#,
                #"  field "name" string required"#, #"record schemas/Pet (input) input of "Pet""#,
                #"  field "key" string required write-only"#, #"  field "name" string required"#, #"  omitted "id""#,
            ])
    }

    @Test func aTypeOfOneWayIsOne() {
        #expect(
            types(takes: schema("Pet"), gives: nil, Self.pet).lines == [
                #"record schemas/Pet named "Pet""#, #"  field "key" string required write-only"#,
                #"  field "name" string required"#,
            ])
        #expect(
            types(takes: nil, gives: schema("Pet"), Self.pet).lines == [
                #"record schemas/Pet named "Pet""#, #"  field "id" string required read-only"#,
                #"  field "name" string required"#,
            ])
    }

    /// Holders follow, through lists, maps, null, unions and themselves; what holds no such member stays one.
    @Test func whatHoldsSuchATypeIsTwo() {
        let found = types(
            takes: schema("A"), gives: schema("A"),
            Self.pet + """

                A: {properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pets'}}, a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}
                Pets: {type: object, additionalProperties: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: string}, {type: 'null'}]}}
                B: {properties: {n: {type: integer}}}
                """)
        let types = found.lines.filter { !$0.hasPrefix(" ") }
        #expect(types.filter { $0.contains("schemas/A") }.count == 2)
        #expect(types.filter { $0.contains("schemas/B") }.count == 1)
        #expect(types.contains { $0.contains("input of \"Pets\"") && $0.contains("(input)") })
        #expect(found.lines.contains { $0.contains("\"a\" schemas/A (input)") })
        #expect(found.lines.contains { $0.contains("\"b\" schemas/B") && !$0.contains("input") })
    }

    /// A member that only the API sends does not make a request need its type.
    @Test func aReadOnlyMemberLeadsNowhereInRequests() {
        let found = types(
            takes: schema("A"), gives: nil,
            Self.pet
                + "\nA: {properties: {n: {type: integer}, pet: {readOnly: true, allOf: [{$ref: '#/components/schemas/Pet'}]}}}"
        )
        #expect(found.lines == [#"record schemas/A named "A""#, #"  field "n" integer"#])
    }

    /// What tells the branches of a union apart stays in both.
    @Test func tagsTravelBothWays() {
        let found = types(
            takes: schema("U"), gives: nil,
            """
            U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind}}
            A: {required: [kind], properties: {kind: {type: string, readOnly: true}}}
            B: {required: [kind], properties: {kind: {const: B, readOnly: true}, id: {type: string, readOnly: true}}}
            """)
        let fields = found.lines.filter { $0.hasPrefix("  field") }.map { $0.prefix(14) }
        #expect(fields == [#"  field "kind""#, #"  field "kind""#])
        #expect(found.lines.contains { $0.contains(#"if "kind" is "A""#) })
    }

    @Test(arguments: [
        ("{type: string, readOnly: true}", "read-only", 0), ("{$ref: '#/components/schemas/R'}", "read-only", 0),
        ("{allOf: [{type: string}, {readOnly: true}]}", "read-only", 0),
        ("{type: string, writeOnly: true}", "write-only", 0),
        ("{type: string, readOnly: true, writeOnly: true}", "", 1), ("{type: string}", "", 0),
    ])
    func whatIsReadOnly(property: String, want: String, findings: Int) {
        let found = Lowered.types("A: {properties: {p: \(property)}}\nR: {type: string, readOnly: true}")
        #expect(found.lines.contains { $0.hasPrefix("  field \"p\"") && $0.hasSuffix(want.isEmpty ? "string" : want) })
        #expect(found.codes == Array(repeating: "no-direction", count: findings))
    }
}
