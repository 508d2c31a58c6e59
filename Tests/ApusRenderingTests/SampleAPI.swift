import ApusIR

/// An API in which every list of every template context has an item and every optional part is there.
enum SampleAPI {
    static let full = API(
        title: "Sample", version: "1.0", documentation: Documentation(summary: "A sample."),
        servers: [
            Server(url: "https://example.com"),
            Server(
                url: "https://{region}.example.com/{version}",
                variables: [
                    .init(name: "region", defaultValue: "eu", values: ["eu", "us"]),
                    .init(name: "version", defaultValue: "v1"),
                ]),
        ],
        securitySchemes: [SecurityScheme(name: "apiKey", kind: .bearer)], globals: [global],
        types: types, errors: [notFound], groups: [OperationGroup(name: "Things"), OperationGroup(name: "")],
        operations: [getThing, listThings, download, start, ping], webhooks: [thingMade, thingGone],
        retryPolicy: RetryPolicy(maximumAttempts: 3))

    static let bare = API(
        title: "Bare", version: "1", types: [type("Thing", .record(Record(fields: [])))],
        groups: [OperationGroup(name: "")], operations: [bareCall])

    static func type(_ name: String, _ kind: TypeKind, deprecation: Deprecation? = nil) -> TypeDefinition {
        TypeDefinition(
            id: TypeID(rawValue: "schemas/\(name)"), name: .named(name), kind: kind,
            documentation: Documentation(summary: "The type \(name)."), deprecation: deprecation)
    }

    static func named(_ name: String) -> TypeReference { .named(TypeID(rawValue: "schemas/\(name)")) }

    private static let bareCall = Operation(
        id: "ping", group: "", method: "POST", path: "/ping", success: Success(statuses: [.exact(204)]))

    private static let global = Parameter(
        name: "X-App", location: .header, type: .primitive(.string), isRequired: false, style: .simple, explode: false,
        isGlobal: true)

    private static let headers = [
        ResponseHeader(name: "X-Rate-Limit", type: .primitive(.integer), isRequired: true),
        ResponseHeader(
            name: "X-Tags", type: .array(.primitive(.string)), documentation: Documentation(summary: "Its tags."),
            deprecation: Deprecation(message: "Use something else.")),
    ]

    private static let notFound = ErrorDefinition(
        id: ErrorID(rawValue: "404"), status: .exact(404), payload: json(named("Thing")), headers: headers,
        documentation: Documentation(summary: "Not there."))

    private static func json(_ type: TypeReference) -> Payload {
        Payload(contentType: "application/json", coding: .json, type: type)
    }

    private static let getThing = Operation(
        id: "getThing", group: "Things", method: "GET", path: "/things/{id}",
        parameters: [
            Parameter(
                name: "id", location: .path, type: .primitive(.uuid), isRequired: true, style: .simple, explode: false),
            Parameter(
                name: "since", location: .query, type: .primitive(.dateTime), isRequired: false, style: .form,
                explode: true), global,
        ],
        requestBody: RequestBody(contents: [json(.named(TypeID(rawValue: "operations/getThing/body")))]),
        success: Success(statuses: [.exact(200)], payload: json(named("Thing"))),
        errors: [OperationError(id: notFound.id)], security: [["apiKey"]],
        documentation: Documentation(summary: "Gets a thing.", description: "All of it."),
        deprecation: Deprecation(message: "Use something else."),
        examples: [
            ResponseExample(
                name: "default", status: 200, contentType: "application/json",
                value: .object([.init("text", .string("a \"quoted\" \\ line\nand another"))]))
        ])

    private static let listThings: Operation = {
        var success = Success(statuses: [.exact(200)], payload: json(.array(named("Thing"))))
        success.headers = headers
        var operation = Operation(
            id: "listThings", group: "Things", method: "GET", path: "/things", success: success,
            pagination: Pagination(.page, input: .init(.query, "page"), start: 1, results: []))
        operation.retryPolicy = RetryPolicy(maximumAttempts: 1)
        return operation
    }()

    private static let download = Operation(
        id: "download", group: "Things", method: "GET", path: "/file",
        success: Success(
            statuses: [.exact(200)],
            payload: Payload(contentType: "application/octet-stream", coding: .binary, type: .primitive(.binary))),
        servers: [Server(url: "https://files.example.com")])

    private static let start = Operation(
        id: "start", group: "Things", method: "POST", path: "/start",
        success: Success(
            statuses: [.exact(200), .exact(202), .exact(204)],
            alternatives: [
                SuccessAlternative(status: .exact(200), payload: json(named("Thing"))),
                SuccessAlternative(
                    status: .exact(200),
                    payload: Payload(contentType: "image/png", coding: .binary, type: .primitive(.binary))),
                SuccessAlternative(
                    status: .exact(202),
                    payload: Payload(contentType: "text/plain", coding: .text, type: .primitive(.string))),
                SuccessAlternative(status: .exact(204)),
            ]))

    private static let ping = Operation(
        id: "ping", group: "", method: "POST", path: "/ping",
        requestBody: RequestBody(
            contents: [
                json(named("Thing")),
                Payload(
                    contentType: "multipart/form-data", coding: .multipart,
                    type: .named(TypeID(rawValue: "operations/ping/form"))),
                Payload(contentType: "application/xml", coding: .xml, type: .primitive(.string)),
            ], isRequired: false), success: Success(statuses: [.exact(204)]))

    private static let form = TypeKind.form(
        MultipartForm(
            parts: [
                FormPart(
                    field: Field(key: "file", type: .primitive(.binary), isRequired: true), contentType: "image/png",
                    headers: [PartHeader(name: "X-Hash")]),
                FormPart(
                    field: Field(
                        key: "note", type: .primitive(.string), isRequired: false, deprecation: Deprecation()),
                    style: "form", headers: [PartHeader(name: "X-Trace")]),
            ], additional: .typed(.primitive(.string))))

    private static let thingMade = Webhook(
        id: "thingMade", name: "thingMade", wish: "thingMade", method: "POST",
        parameters: [
            WebhookParameter(name: "X-Signature", location: .header, isRequired: true),
            WebhookParameter(name: "attempt", location: .query, isRequired: false),
        ], payload: json(.named(TypeID(rawValue: "webhooks/thingMade/requestBody"))),
        answer: Success(statuses: [.range(2)], payload: json(named("Thing"))),
        documentation: Documentation(summary: "A thing was made."), deprecation: Deprecation())

    private static let thingGone = Webhook(
        id: "ping gone", name: "gone", wish: "ping gone",
        source: .callback(operations: ["ping"], expression: "{$request.query.url}"), method: "DELETE")

    private static let pair = TypeKind.tuple(
        Tuple(items: [
            .init(type: .primitive(.string), documentation: Documentation(summary: "The first.")),
            .init(type: .nullable(named("Pair"))),
        ]))

    private static let types: [TypeDefinition] = [
        TypeDefinition(
            id: TypeID(rawValue: "operations/ping/form"), name: .operation(id: "ping", role: .variant("form body")),
            kind: form),
        TypeDefinition(
            id: TypeID(rawValue: "webhooks/thingMade/requestBody/form"),
            name: .nested(parent: TypeID(rawValue: "webhooks/thingMade/requestBody"), role: .property("form")),
            kind: form), type("Form", form),
        TypeDefinition(
            id: TypeID(rawValue: "operations/getThing/body/pair"),
            name: .nested(parent: TypeID(rawValue: "operations/getThing/body"), role: .property("pair")), kind: pair),
        type("Pair", pair),
        TypeDefinition(
            id: TypeID(rawValue: "operations/getThing/body/shape"),
            name: .nested(parent: TypeID(rawValue: "operations/getThing/body"), role: .property("shape")),
            kind: .union(
                Union(
                    variants: [.init(name: "text", type: .primitive(.string), test: .kind(.string))], rule: .jsonKind))),
        TypeDefinition(
            id: TypeID(rawValue: "operations/getThing/body"), name: .operation(id: "getThing", role: .requestBody),
            kind: .record(
                Record(
                    fields: [
                        Field(key: "kind", type: .primitive(.string), isRequired: true, constant: .string("body")),
                        Field(
                            key: "shape", type: .named(TypeID(rawValue: "operations/getThing/body/shape")),
                            isRequired: false),
                        Field(
                            key: "order", type: .named(TypeID(rawValue: "operations/getThing/order")), isRequired: false
                        ),
                    ], additional: .typed(.primitive(.string)))), deprecation: Deprecation()),
        TypeDefinition(
            id: TypeID(rawValue: "operations/getThing/order"),
            name: .operation(id: "getThing", role: .parameter("order")),
            kind: .enumeration(Enumeration(rawType: .string, cases: [.init(value: .string("up"))]))),
        TypeDefinition(
            id: TypeID(rawValue: "webhooks/thingMade/requestBody"), name: .webhook(id: "thingMade", role: .requestBody),
            kind: .record(
                Record(
                    fields: [
                        Field(key: "kind", type: .primitive(.string), isRequired: true, constant: .string("made")),
                        Field(key: "at", type: .primitive(.dateTime), isRequired: true),
                        Field(
                            key: "why", type: .named(TypeID(rawValue: "webhooks/thingMade/requestBody/why")),
                            isRequired: false, deprecation: Deprecation()),
                        Field(
                            key: "shape", type: .named(TypeID(rawValue: "webhooks/thingMade/requestBody/shape")),
                            isRequired: false),
                    ], additional: .typed(.primitive(.string))))),
        TypeDefinition(
            id: TypeID(rawValue: "webhooks/thingMade/requestBody/pair"),
            name: .nested(parent: TypeID(rawValue: "webhooks/thingMade/requestBody"), role: .property("pair")),
            kind: pair),
        TypeDefinition(
            id: TypeID(rawValue: "webhooks/thingMade/requestBody/why"),
            name: .nested(parent: TypeID(rawValue: "webhooks/thingMade/requestBody"), role: .property("why")),
            kind: .enumeration(Enumeration(rawType: .string, cases: [.init(value: .string("asked"))]))),
        TypeDefinition(
            id: TypeID(rawValue: "webhooks/thingMade/requestBody/shape"),
            name: .nested(parent: TypeID(rawValue: "webhooks/thingMade/requestBody"), role: .property("shape")),
            kind: .union(
                Union(
                    variants: [.init(name: "text", type: .primitive(.string), test: .kind(.string))], rule: .jsonKind))),
        type(
            "Thing",
            .record(
                Record(fields: [
                    Field(key: "type", type: .primitive(.string), isRequired: true, constant: .string("thing")),
                    Field(key: "name", type: .primitive(.string), isRequired: true),
                    Field(key: "old", type: .primitive(.integer), isRequired: false, deprecation: Deprecation()),
                    Field(key: "at", type: .nullable(.primitive(.dateTime)), isRequired: true),
                    Field(key: "parent", type: named("Thing"), isRequired: false),
                    Field(key: "shape", type: named("Shape"), isRequired: false),
                    Field(key: "color", type: named("Color"), isRequired: false),
                    Field(key: "labels", type: named("Labels"), isRequired: false),
                    Field(key: "names", type: named("Names"), isRequired: false),
                    Field(
                        key: "data", type: .named(TypeID(rawValue: "schemas/Thing/data")), isRequired: false),
                ])), deprecation: Deprecation(message: "Old.")),
        TypeDefinition(
            id: TypeID(rawValue: "schemas/Thing/data"),
            name: .nested(parent: TypeID(rawValue: "schemas/Thing"), role: .property("data")),
            kind: .record(Record(fields: []))),
        type(
            "Shape",
            .union(
                Union(
                    variants: [
                        .init(name: "text", type: .primitive(.string), test: .kind(.string)),
                        .init(name: "color", type: named("Color"), test: .decodes),
                        .init(name: "thing", type: named("Thing"), test: .tag(key: "type", values: [.string("thing")])),
                    ], rule: .mixed))),
        type(
            "Color",
            .enumeration(
                Enumeration(rawType: .string, cases: [.init(value: .string("red")), .init(value: .string("default"))]))),
        type("Labels", .record(Record(fields: [], additional: .typed(.primitive(.string))))),
        type("Names", .alias(.array(.primitive(.string)))),
    ]
}
