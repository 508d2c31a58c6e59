import ApusDiagnostics
import ApusIR
import Testing

@testable import ApusSwift

/// Small APIs in, the declarations' telling parts out.
@Suite struct DeclarationTests {
    static func type(_ name: String, _ kind: TypeKind) -> TypeDefinition {
        TypeDefinition(id: TypeID(rawValue: "schemas/\(name)"), name: .named(name), kind: kind)
    }

    static func inline(_ parent: String, _ property: String, _ kind: TypeKind) -> TypeDefinition {
        TypeDefinition(
            id: TypeID(rawValue: "schemas/\(parent)/\(property)"),
            name: .nested(parent: TypeID(rawValue: "schemas/\(parent)"), role: .property(property)), kind: kind)
    }

    static func named(_ name: String) -> TypeReference { .named(TypeID(rawValue: "schemas/\(name)")) }

    static func operation(_ id: String, returns: TypeReference, body: TypeReference? = nil) -> Operation {
        Operation(
            id: id, group: "Things", method: "GET", path: "/things",
            requestBody: body.map {
                RequestBody(contents: [Payload(contentType: "application/json", coding: .json, type: $0)])
            },
            success: Success(
                statuses: [.exact(200)],
                payload: Payload(contentType: "application/json", coding: .json, type: returns)))
    }

    static func declare(_ types: [TypeDefinition], body: TypeReference? = nil) -> SwiftModule {
        let root = types.first.map { TypeReference.named($0.id) } ?? .primitive(.any)
        let api = API(
            title: "Test", version: "1", types: types, groups: [OperationGroup(name: "Things")],
            operations: [operation("getThing", returns: root, body: body)])
        return SwiftStage.declare(api, options: SwiftOptions(module: "Test")).value
    }

    static func record(_ module: SwiftModule, _ name: String) throws -> RecordDeclaration {
        let type = try #require(module.models.flatMap(\.types).first { $0.name == name })
        guard case .record(let record) = type.kind else { throw WrongKind() }
        return record
    }

    struct WrongKind: Error {}

    @Test(arguments: [
        (true, false, false, "String", "required"), (true, true, false, "String?", "nullable"),
        (false, false, false, "String?", "optional"), (false, true, false, "String?", "optional"),
        (false, true, true, "ApusJSON.Presence<String>", "presence"), (false, false, true, "String?", "optional"),
    ])
    func nullAndAbsence(isRequired: Bool, isNullable: Bool, inRequest: Bool, type: String, codec: String) throws {
        let string = TypeReference.primitive(.string)
        let field = Field(key: "a", type: isNullable ? .nullable(string) : string, isRequired: isRequired)
        let module = Self.declare(
            [Self.type("A", .record(Record(fields: [field])))], body: inRequest ? Self.named("A") : nil)
        let property = try #require(try Self.record(module, "A").properties.first)
        #expect(property.type == type)
        #expect(property.codec.rawValue == codec)
    }

    @Test func inlineTypesStandInTheirHolder() throws {
        let module = Self.declare([
            Self.type(
                "A",
                .record(
                    Record(fields: [
                        Field(key: "data", type: .named(TypeID(rawValue: "schemas/A/data")), isRequired: true)
                    ]))),
            Self.inline("A", "data", .record(Record(fields: []))),
        ])
        #expect(try Self.record(module, "A").properties.first?.type == "A.Data")
        let types = module.models.flatMap(\.types)
        #expect(types.map(\.scope) == [nil, "A"])
    }

    /// Only requests have a type `Output` of their own.
    @Test func outputIsAName() throws {
        let module = Self.declare([
            Self.type(
                "A",
                .record(
                    Record(fields: [
                        Field(key: "output", type: .named(TypeID(rawValue: "schemas/A/output")), isRequired: true)
                    ]))),
            Self.inline("A", "output", .record(Record(fields: []))),
        ])
        #expect(try Self.record(module, "A").properties.first?.type == "A.Output")
    }

    /// A nested type of the same name would hide the root's type: the module's name makes it plain.
    @Test func hiddenTypesAreQualified() throws {
        let module = Self.declare([
            Self.type(
                "A",
                .record(
                    Record(fields: [
                        Field(key: "usage", type: .named(TypeID(rawValue: "schemas/A/usage")), isRequired: true),
                        Field(key: "total", type: Self.named("Usage"), isRequired: true),
                        Field(key: "text", type: .primitive(.string), isRequired: true),
                    ]))),
            Self.inline("A", "usage", .record(Record(fields: []))),
            Self.type("Usage", .record(Record(fields: []))), Self.type("String", .record(Record(fields: []))),
        ])
        let types = try Self.record(module, "A").properties.map(\.type)
        #expect(types == ["A.Usage", "Test.Usage", "Swift.String"])
    }

    static func webhook(_ id: String, _ payload: TypeReference) -> Webhook {
        Webhook(
            id: id, name: id, wish: id, method: "POST",
            payload: Payload(contentType: "application/json", coding: .json, type: payload))
    }

    /// What the namespace hides is spelled from the module; what other files say does not change with it.
    @Test func webhooksHideNothing() throws {
        let holder = Self.type(
            "Box", .record(Record(fields: [Field(key: "pet", type: Self.named("Pet"), isRequired: true)])))
        let api = API(
            title: "Test", version: "1",
            types: [
                holder, Self.type("Pet", .record(Record(fields: []))),
                Self.type("Webhooks", .record(Record(fields: []))),
                Self.type("Payload", .record(Record(fields: []))),
            ], groups: [OperationGroup(name: "Things")],
            operations: [Self.operation("getThing", returns: Self.named("Box"))],
            webhooks: [
                Self.webhook("pet", Self.named("Pet")), Self.webhook("payload", Self.named("Payload")),
                Self.webhook("string", .nullable(.primitive(.string))),
                Self.webhook("Test", .array(Self.named("Webhooks"))),
                Self.webhook("Pet", Self.named("Box")),
            ])
        let module = SwiftStage.declare(api, options: SwiftOptions(module: "Test")).value
        let webhooks = try #require(module.webhooks)
        #expect(webhooks.name == "Webhooks2")
        #expect(
            webhooks.webhooks.map { "\($0.name): \($0.payload)" } == [
                "Pet2: Test.Pet", "PayloadWebhook: Test.Payload", "String: Swift.String?", "TestWebhook: [Webhooks]",
                "Pet: Box",
            ])
        #expect(try Self.record(module, "Box").properties.map(\.type) == ["Pet"])
        #expect(module.models.map(\.fileName) == ["Things", "Webhook"])
    }

    @Test func onlyCyclesWithoutArraysAreIndirect() throws {
        let module = Self.declare([
            Self.type(
                "Node",
                .record(
                    Record(fields: [
                        Field(key: "next", type: Self.named("Node"), isRequired: false),
                        Field(key: "children", type: .array(Self.named("Node")), isRequired: true),
                        Field(key: "leaf", type: Self.named("Leaf"), isRequired: true),
                    ]))), Self.type("Leaf", .record(Record(fields: []))),
        ])
        #expect(try Self.record(module, "Node").properties.map(\.isIndirect) == [true, false, false])
    }

    /// A large record is stored elsewhere where it stands in another, and so are the payloads of a union that holds one.
    @Test func largeRecordsAreIndirect() throws {
        func record(_ count: Int) -> TypeKind {
            .record(
                Record(fields: (0..<count).map { Field(key: "f\($0)", type: .primitive(.integer), isRequired: true) }))
        }
        let union = Union(
            variants: ["Small", "Large"].map { .init(name: $0, type: Self.named($0), test: .decodes) }, rule: .mixed)
        let module = Self.declare([
            Self.type(
                "Holder",
                .record(
                    Record(fields: [
                        Field(key: "small", type: Self.named("Small"), isRequired: true),
                        Field(key: "large", type: .nullable(Self.named("Large")), isRequired: true),
                        Field(key: "list", type: .array(Self.named("Large")), isRequired: true),
                        Field(key: "either", type: Self.named("Either"), isRequired: true),
                    ]))), Self.type("Small", record(7)), Self.type("Large", record(8)),
            Self.type("Either", .union(union)),
        ])
        #expect(try Self.record(module, "Holder").properties.map(\.isIndirect) == [false, true, false, false])
        let either = try #require(module.models.flatMap(\.types).first { $0.name == "Either" })
        guard case .union(let declaration) = either.kind else { throw WrongKind() }
        #expect(declaration.isIndirect)
    }

    @Test(
        arguments: [
            (.primitive(.string), true, "string"), (.primitive(.boolean), true, "boolean"),
            (.primitive(.integer), true, "integer"), (.primitive(.double), true, "double"),
            (.array(.primitive(.any)), true, "array"), (.map(.primitive(.any)), true, "required"),
            (.primitive(.int64), true, "required"), (named("Thing"), true, "required"),
            (named("Large"), true, "indirectRequired"), (.nullable(named("Large")), true, "indirectNullable"),
            (named("Large"), false, "indirectOptional"), (.nullable(.primitive(.string)), true, "nullableString"),
            (.primitive(.integer), false, "optionalInteger"), (.array(.primitive(.any)), false, "optionalArray"),
            (.nullable(.array(.primitive(.any))), true, "nullableArray"), (named("Thing"), false, "optional"),
        ] as [(TypeReference, Bool, String)])
    func visitors(type: TypeReference, isRequired: Bool, visitor: String) throws {
        let module = Self.declare([
            Self.type("Holder", .record(Record(fields: [Field(key: "a", type: type, isRequired: isRequired)]))),
            Self.type("Thing", .record(Record(fields: []))),
            Self.type(
                "Large",
                .record(
                    Record(fields: (0..<20).map { Field(key: "a\($0)", type: .primitive(.string), isRequired: true) }))),
        ])
        let property = try #require(try Self.record(module, "Holder").properties.first)
        #expect(property.visitor == visitor)
        #expect(property.visited == (visitor.hasPrefix("indirect") ? "_a" : "a"))
    }

    @Test func requiredConstantsHaveNoProperty() throws {
        let module = Self.declare([
            Self.type(
                "A",
                .record(
                    Record(fields: [
                        Field(key: "type", type: .primitive(.string), isRequired: true, constant: .string("message")),
                        Field(key: "stream", type: .primitive(.boolean), isRequired: false, constant: .boolean(true)),
                    ])))
        ])
        let record = try Self.record(module, "A")
        #expect(record.constants == [ConstantDeclaration(keyLiteral: "\"type\"", value: "\"message\"", isString: true)])
        #expect(record.properties.map(\.name) == ["stream"])
    }

    @Test(arguments: [
        "String", "Swift", "Foundation", "Test", "TestClient", "TestError", "GetThingRequest", "ApusRuntime", "Type",
    ])
    func schemasWithNamesOfOthersStayUsable(name: String) {
        let module = Self.declare([Self.type(name, .record(Record(fields: [])))])
        let declared = module.models.flatMap(\.types).map(\.name)
        let own = ["Swift", "Foundation", "Test", "TestClient", "TestError", "ApusRuntime", "Type"]
        #expect(declared.count == 1)
        #expect(own.contains(name) ? declared != [name] : declared == [name])
        #expect(module.operations[0].operations[0].requestType != declared[0])
    }
}
