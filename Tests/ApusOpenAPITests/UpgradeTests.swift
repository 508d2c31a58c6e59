import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

/// Swagger 2.0 is read as OpenAPI 3.0, and everything that is said points into the document of 2.0.
@Suite struct UpgradeTests {
    private static let head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"

    /// What is said of a document, as `severity code line:column pointer`.
    private static let faults: [(text: String, want: [String])] = [
        (head + "paths: {}\n", []),
        (head, ["warning missing-key 1:1 "]),
        ("swagger: 2.0\ninfo: {title: T, version: '1'}\npaths: {}\n", ["warning unquoted-string 1:10 /swagger"]),
        ("swagger: '2'\ninfo: {title: T, version: '1'}\npaths: {}\n", ["warning near-version 1:10 /swagger"]),
        ("swagger: '1.2'\npaths: {}\n", ["error unsupported-version 1:10 /swagger"]),
        (
            head + "paths: {}\ndefinitions: {A: {type: object, colour: red}}\n",
            ["warning unknown-key 4:33 /definitions/A/colour"]
        ),
        (
            head + "paths: {}\ndefinitions: {A: {properties: {b: {$ref: '#/definitions/B'}}}}\n",
            ["warning dangling-reference 4:42 /definitions/A/properties/b/$ref"]
        ),
        (
            head + "paths: {}\nparameters: {A: {name: a, in: query, type: strnig}}\n",
            ["warning unknown-type 4:44 /parameters/A/type"]
        ),
        (
            head + "paths: {}\nresponses: {A: {description: a, headers: {X: {type: strnig}}}}\n",
            ["warning unknown-type 4:53 /responses/A/headers/X/type"]
        ),
        (
            head + "paths: {}\nsecurityDefinitions: {a: {type: oauth2, flow: magic}}\n",
            ["warning unknown-value 4:47 /securityDefinitions/a/flow"]
        ),
        (head + "host: a.example\npaths: {}\n", ["warning assumed-scheme 3:7 /host"]),
        (
            head
                + "paths: {/a: {post: {parameters: [{name: a, in: body, schema: {}}], responses: {200: {description: a}}}}}\n",
            ["warning assumed-media-type 3:34 /paths/~1a/post/parameters/0"]
        ),
        (
            head
                + "consumes: [application/json]\npaths: {/a: {post: {parameters: [{name: f, in: formData, type: string},"
                + " {name: a, in: body, schema: {}}], responses: {200: {description: a}}}}}\n",
            ["warning body-and-form 4:34 /paths/~1a/post/parameters/0"]
        ),
        (
            head + "paths: {}\ndefinitions: {A: {type: file}}\n",
            ["warning misplaced-file 4:25 /definitions/A/type"]
        ),
    ]

    @Test(arguments: faults.indices)
    func faultsPointIntoTheOldDocument(index: Int) {
        let (text, want) = Self.faults[index]
        #expect(Reading.read(text).diagnostics.map(Reading.short) == want, "\(text)")
    }

    @Test func serversComeOfHostAndSchemes() throws {
        let rows: [(String, [String])] = [
            ("host: a.example\nschemes: [http, https]\n", ["https://a.example", "http://a.example"]),
            ("host: a.example:81\nbasePath: /v1/\nschemes: [http]\n", ["http://a.example:81/v1"]),
            ("basePath: /v1\n", ["/v1"]),
            ("host: 'http://a.example/'\n", ["http://a.example"]),
            ("", []),
        ]
        for (text, want) in rows {
            let document = try #require(Reading.read(Self.head + text + "paths: {}\n").value)
            #expect(document.servers.map(\.url) == want, "\(text)")
        }
    }

    @Test func collectionFormatsBecomeStyles() throws {
        let rows: [(place: String, format: String, style: ParameterObject.Style, explode: Bool)] = [
            ("query", "csv", .form, false), ("query", "multi", .form, true), ("query", "ssv", .spaceDelimited, false),
            ("query", "pipes", .pipeDelimited, false), ("query", "tsv", .form, false),
            ("header", "csv", .simple, false),
            ("path", "pipes", .simple, false),
        ]
        for row in rows {
            let parameter =
                "{name: a, in: \(row.place), type: array, collectionFormat: \(row.format), items: {type: string}}"
            let document = try #require(Reading.read(Self.head + "paths: {}\nparameters: {A: \(parameter)}\n").value)
            guard case .inline(let object)? = document.components.parameters["A"] else { Issue.record(); continue }
            #expect(object.value.style == row.style, "\(row)")
            #expect(object.value.explode == row.explode, "\(row)")
        }
    }

    @Test func bodiesAreOfTheTypesThatAreConsumed() throws {
        let file = "{name: f, in: formData, type: file}"
        let field = "{name: f, in: formData, type: string}"
        let body = "{name: f, in: body, schema: {type: string}}"
        let rows: [(parameter: String, consumes: String, want: [String])] = [
            (body, "", ["application/json"]), (body, "consumes: [text/plain]", ["text/plain"]),
            (field, "", ["application/x-www-form-urlencoded"]), (file, "", ["multipart/form-data"]),
            (field, "consumes: [multipart/form-data]", ["multipart/form-data"]),
            (file, "consumes: [application/json]", ["multipart/form-data"]),
            (
                field, "consumes: [application/x-www-form-urlencoded, application/json]",
                ["application/x-www-form-urlencoded"]
            ),
        ]
        for (parameter, consumes, want) in rows {
            let operation = "parameters: [\(parameter)], responses: {}" + (consumes.isEmpty ? "" : ", \(consumes)")
            let document = try #require(Reading.read(Self.head + "paths: {/a: {post: {\(operation)}}}\n").value)
            guard case .inline(let item)? = document.paths["/a"],
                case .inline(let body)? = item.operations[0].operation.requestBody
            else { Issue.record(); continue }
            #expect(body.content.map(\.key) == want, "\(parameter) \(consumes)")
        }
    }

    /// A body that all operations of a path share is each one's own, and an operation's own form field wins.
    @Test func sharedFieldsGoIntoEveryBody() throws {
        let text = """
            paths:
              /a:
                parameters:
                  - {name: both, in: formData, type: string}
                  - {name: shared, in: formData, type: string}
                post: {parameters: [{name: both, in: formData, type: integer}], responses: {}}
                put: {responses: {}}
            """
        let document = try #require(Reading.read(Self.head + text).value)
        guard case .inline(let item)? = document.paths["/a"] else { Issue.record(); return }
        let bodies = item.operations.map { entry -> String in
            guard case .inline(let body)? = entry.operation.requestBody,
                case .inline(let media)? = body.content.entries.first?.value
            else { return "" }
            return (media.schema?.keywords.properties ?? .init())
                .map { "\($0.key):\($0.value.keywords.types == .integer ? "integer" : "string")" }.joined(
                    separator: " ")
        }
        #expect(bodies == ["shared:string both:integer", "both:string shared:string"])
    }

    /// Files that are no documents by themselves are upgraded as what the references need that lead there.
    @Test func partsInOtherFilesAreUpgraded() {
        let text =
            Self.head + """
                paths: {/a: {$ref: 'item.yaml'}}
                definitions: {A: {$ref: 'd.yaml#/A'}}
                """
        let files = [
            "api/item.yaml": "get:\n  produces: [application/json]\n  parameters:\n    - $ref: 'p.yaml#/limit'\n"
                + "  responses: {200: {description: OK, schema: {$ref: 'd.yaml#/A'}}}\n",
            "api/p.yaml": "limit: {name: limit, in: query, type: integer, colour: red}\n",
            "api/d.yaml": "A: {discriminator: kind, properties: {kind: {type: string, x-nullable: true}}}\n",
        ]
        let result = Reading.read(whole: text, with: files)
        #expect(result.diagnostics.map(Reading.short) == ["warning unknown-key 1:48 /limit/colour"])
        #expect(result.diagnostics.first?.location?.file.path == "api/p.yaml")
    }
}
