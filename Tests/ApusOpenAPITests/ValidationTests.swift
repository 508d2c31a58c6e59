import ApusDiagnostics
import ApusOpenAPI
import Testing

/// The rules that need more than one object. Parts stand behind the line `openapi: 3.1.0`.
@Suite struct ValidationTests {
    typealias Row = DecodingTests.Row

    private static let ok = "{responses: {'200': {}}}"

    static let paths: [Row] = [
        Row("paths: {'/a/b.c/{x}:y': {parameters: [{name: x, in: path, required: true, schema: {}}], get: \(ok)}}"),
        Row("paths: {a: {}}", "error bad-path 2:9 /paths/a"),
        Row("paths: {//evil/x: {}}", "error bad-path 2:9 /paths/~1~1evil~1x"),
        Row("paths: {/a/../b: {}}", "error bad-path 2:9 /paths/~1a~1..~1b"),
        Row("paths: {/%2e%2E/: {}}", "error bad-path 2:9 /paths/~1%2e%2E~1"),
        Row("paths: {'/a?x={y}': {}}", "error bad-path 2:9 /paths/~1a?x={y}"),
        Row("paths: {'/a#b': {}}", "error bad-path 2:9 /paths/~1a#b"),
        Row("paths: {\"/a\\nb\": {}}", "error bad-path 2:9 /paths/~1a\nb"),
        Row("paths: {'/{}': {}}", "error bad-path 2:9 /paths/~1{}"),
        Row("paths: {'/{a': {}}", "error bad-path 2:9 /paths/~1{a"),
        Row("paths: {'/{a}': {get: \(ok)}}", "error undeclared-path-parameter 2:23 /paths/~1{a}/get"),
        Row(
            "paths: {/a: {get: {parameters: [{name: x, in: path, required: true, schema: {}}], responses: {'200': {}}}}}",
            "warning unused-path-parameter 2:33 /paths/~1a/get/parameters/0"),
    ]

    static let operations: [Row] = [
        Row("paths: {/a: {get: {responses: {}}}}", "error missing-responses 2:19 /paths/~1a/get"),
        Row("paths: {/a: {get: {responses: {'404': {}}}}}", "error no-success-response 2:19 /paths/~1a/get/responses"),
        Row("paths: {/a: {get: {responses: {'302': {}}}}}"),
        Row("paths: {/a: {get: {responses: {default: {}}}}}"),
        Row("paths: {/a: {get: {responses: {2xx: {}, x-a: 1}}}}"),
        Row(
            "paths: {/a: {get: {responses: {'200': {}, ok: {}}}}}", "error bad-status 2:43 /paths/~1a/get/responses/ok"),
        Row(
            "paths: {/a: {get: {responses: {'200': {content: {\"a/b\\r\\nX: y\": {}}}}}}}",
            "error bad-media-type 2:50 /paths/~1a/get/responses/200/content/a~1b\r\nX: y"),
        Row(
            "paths: {/a: {get: {responses: {'200': {content: {'a/b; c=\"': {}}}}}}}",
            "error bad-media-type 2:50 /paths/~1a/get/responses/200/content/a~1b; c=\""),
        Row("paths: {/a: {get: {responses: {'200': {content: {'a/b; c=\"d e\"; f=g': {}, '*/*': {}}}}}}}"),
        Row(
            "paths: {/a: {get: {responses: {'200': {headers: {'a b': {}}}}}}}",
            "error bad-header-name 2:50 /paths/~1a/get/responses/200/headers/a b"),
    ]

    static let parameters: [Row] = [
        Row(
            "paths: {/a: {get: {parameters: [{name: x, in: query, schema: {}}, {name: x, in: query, schema: {}}], "
                + "responses: {'200': {}}}}}", "error duplicate-parameter 2:67 /paths/~1a/get/parameters/1"),
        Row(
            "components: {parameters: {P: {name: \"X\\r\\nHost\", in: header, schema: {}}}}",
            "error bad-header-name 2:30 /components/parameters/P/name"),
        Row(
            "components: {parameters: {P: {name: Transfer-Encoding, in: header, schema: {}}}}",
            "error framing-header 2:30 /components/parameters/P/name"),
        Row(
            "components: {parameters: {P: {name: p, in: path, schema: {}}}}",
            "warning optional-path-parameter 2:30 /components/parameters/P"),
        Row(
            "components: {parameters: {P: {name: p, in: query}}}",
            "warning untyped-parameter 2:30 /components/parameters/P"),
    ]

    static let rest: [Row] = [
        Row("servers: [{url: 'https://a.example/v1'}, {url: /v1}, {url: 'http://b.example'}]"),
        Row("servers: [{url: 'https://good@evil/'}]", "error bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'javascript:x'}]", "error bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'file:///x'}]", "error bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: '//evil/x'}]", "error bad-server 2:11 /servers/0/url"),
        Row(
            "servers: [{url: 'https://{h}/', variables: {h: {default: 'a@evil/'}}}]",
            "error bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'https://{h}/'}]", "error undeclared-server-variable 2:11 /servers/0"),
        Row(
            "servers: [{url: 'https://{h}/', variables: {h: {default: a, enum: [b]}}}]",
            "warning server-default 2:48 /servers/0/variables/h"),
        Row("tags: [{name: a}, {name: a}]", "warning duplicate-tag 2:19 /tags/1"),
        Row("security: [{key: []}]", "error unknown-security-scheme 2:13 /security/0/key"),
        Row(
            "components: {securitySchemes: {S: {type: apiKey, in: header, name: 'a: b'}}}",
            "error bad-header-name 2:35 /components/securitySchemes/S/name"),
    ]

    @Test(arguments: paths + operations) func pathRow(_ row: Row) { check(row) }

    @Test(arguments: parameters + rest) func parameterRow(_ row: Row) { check(row) }

    private func check(_ row: Row) {
        #expect(Reading.document(row.part).diagnostics.map(Reading.short) == row.want)
    }
}
