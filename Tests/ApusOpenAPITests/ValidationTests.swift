import ApusDiagnostics
import ApusOpenAPI
import Testing

/// The rules that need more than one object. Parts stand behind the line `openapi: 3.1.0`.
@Suite struct ValidationTests {
    typealias Row = DecodingTests.Row

    private static let ok = "{responses: {'200': {}}}"

    static let paths: [Row] = [
        Row("paths: {'/a/b.c/{x}:y': {parameters: [{name: x, in: path, required: true, schema: {}}], get: \(ok)}}"),
        Row("paths: {a: {}}", "warning bad-path 2:9 /paths/a"),
        Row("paths: {//evil/x: {}}", "warning bad-path 2:9 /paths/~1~1evil~1x"),
        Row("paths: {/a/../b: {}}", "warning bad-path 2:9 /paths/~1a~1..~1b"),
        Row("paths: {/%2e%2E/: {}}", "warning bad-path 2:9 /paths/~1%2e%2E~1"),
        Row("paths: {'/a?x={y}': {}}", "warning path-key 2:9 /paths/~1a?x={y}"),
        Row("paths: {'/a#b': {}}", "warning path-key 2:9 /paths/~1a#b"),
        Row("paths: {\"/a\\nb\": {}}", "warning bad-path 2:9 /paths/~1a\nb"),
        Row("paths: {'/{}': {}}", "warning bad-path 2:9 /paths/~1{}"),
        Row("paths: {'/{a': {}}", "warning bad-path 2:9 /paths/~1{a"),
        Row("paths: {'/{a}': {get: \(ok)}}", "warning undeclared-path-parameter 2:23 /paths/~1{a}/get"),
        Row(
            "paths: {/a: {get: {parameters: [{name: x, in: path, required: true, schema: {}}], responses: {'200': {}}}}}",
            "warning unused-path-parameter 2:33 /paths/~1a/get/parameters/0"),
    ]

    static let operations: [Row] = [
        Row("paths: {/a: {get: {responses: {}}}}", "warning missing-responses 2:19 /paths/~1a/get"),
        Row(
            "paths: {/a: {get: {responses: {'404': {}}}}}", "warning no-success-response 2:19 /paths/~1a/get/responses"),
        Row("paths: {/a: {get: {responses: {'302': {}}}}}"),
        Row("paths: {/a: {get: {responses: {default: {}}}}}"),
        Row(
            "paths: {/a: {get: {responses: {2xx: {}, x-a: 1}}}}",
            "warning near-status 2:32 /paths/~1a/get/responses/2xx"),
        Row(
            "paths: {/a: {get: {responses: {'200': {}, ok: {}}}}}",
            "warning bad-status 2:43 /paths/~1a/get/responses/ok"),
        Row(
            "paths: {/a: {get: {responses: {'200': {content: {\"a/b\\r\\nX: y\": {}}}}}}}",
            "warning bad-media-type 2:50 /paths/~1a/get/responses/200/content/a~1b\r\nX: y"),
        Row(
            "paths: {/a: {get: {responses: {'200': {content: {'a/b; c=\"': {}}}}}}}",
            "warning bad-media-type 2:50 /paths/~1a/get/responses/200/content/a~1b; c=\""),
        Row("paths: {/a: {get: {responses: {'200': {content: {'a/b; c=\"d e\"; f=g': {}, '*/*': {}}}}}}}"),
        Row(
            "paths: {/a: {get: {responses: {'200': {headers: {'a b': {}}}}}}}",
            "warning bad-header-name 2:50 /paths/~1a/get/responses/200/headers/a b"),
    ]

    static let parameters: [Row] = [
        Row(
            "paths: {/a: {get: {parameters: [{name: x, in: query, schema: {}}, {name: x, in: query, schema: {}}], "
                + "responses: {'200': {}}}}}", "warning duplicate-parameter 2:67 /paths/~1a/get/parameters/1"),
        Row(
            "components: {parameters: {P: {name: \"X\\r\\nHost\", in: header, schema: {}}}}",
            "warning bad-header-name 2:30 /components/parameters/P/name"),
        Row(
            "components: {parameters: {P: {name: Transfer-Encoding, in: header, schema: {}}}}",
            "warning framing-header 2:30 /components/parameters/P/name"),
        Row(
            "components: {parameters: {P: {name: p, in: path, schema: {}}}}",
            "warning optional-path-parameter 2:30 /components/parameters/P"),
        Row(
            "components: {parameters: {P: {name: p, in: query}}}",
            "warning untyped-parameter 2:30 /components/parameters/P"),
    ]

    static let rest: [Row] = [
        Row("servers: [{url: 'https://a.example/v1'}, {url: /v1}, {url: 'http://b.example'}]"),
        Row("servers: [{url: 'https://good@evil/'}]", "warning bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'javascript:x'}]", "warning bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'file:///x'}]", "warning bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: '//evil/x'}]", "warning bad-server 2:11 /servers/0/url"),
        Row(
            "servers: [{url: 'https://{h}/', variables: {h: {default: 'a@evil/'}}}]",
            "warning bad-server 2:11 /servers/0/url"),
        Row("servers: [{url: 'https://{h}/'}]", "warning undeclared-server-variable 2:11 /servers/0"),
        Row(
            "servers: [{url: 'https://{h}/', variables: {h: {default: a, enum: [b]}}}]",
            "warning server-default 2:48 /servers/0/variables/h"),
        Row("tags: [{name: a}, {name: a}]", "warning duplicate-tag 2:19 /tags/1"),
        Row("security: [{key: []}]", "warning unknown-security-scheme 2:13 /security/0/key"),
        Row(
            "components: {securitySchemes: {S: {type: apiKey, in: header, name: 'a: b'}}}",
            "warning bad-header-name 2:35 /components/securitySchemes/S/name"),
    ]

    @Test(arguments: paths + operations) func pathRow(_ row: Row) { check(row) }

    @Test(arguments: parameters + rest) func parameterRow(_ row: Row) { check(row) }

    private func check(_ row: Row) {
        #expect(Reading.document(row.part).diagnostics.map(Reading.short) == row.want)
    }
}
