import ApusDiagnostics
import ApusIR
import Testing

/// Rows of one parameter: what it becomes, and what is said of it.
@Suite("Parameters")
struct ParameterTests {
    typealias Row = (given: String, want: String, codes: [String])

    static func lowered(_ parameter: String, version: String) -> (line: String, codes: [String]) {
        let checked = Lowered.api(
            """
            openapi: \(version)
            info: {title: T, version: '1'}
            paths:
              \(parameter.contains("in: path") ? "/a/{p}" : "/a"):
                get:
                  operationId: a
                  parameters:
                    - \(parameter)
                  responses: {'200': {description: ''}}
            components:
              schemas:
                Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
                Self: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Self'}}]}
                Named: {type: string}
                Pair: {type: array, prefixItems: [{type: string}, {type: array, items: {type: string}}], items: false}
            """)
        let line = (checked?.value.dumpLines ?? []).first { $0.hasPrefix("  parameter") } ?? ""
        return (String(line.dropFirst("  parameter ".count)), checked?.diagnostics.map(\.code) ?? [])
    }

    static func check(_ rows: [Row], version: String) {
        for row in rows {
            let got = lowered(row.given, version: version)
            #expect(got.line == row.want, "\(row.given)")
            #expect(got.codes == row.codes, "\(row.given)")
        }
    }

    @Test func contentIsTyped() {
        Self.check(
            [
                (
                    "{name: q, in: query, content: {application/json: {schema: {type: array, items: {type: integer}}}}}",
                    #""q" query [integer] json"#, []
                ),
                ("{name: q, in: header, content: {application/vnd.a+json: {}}}", #""q" header any json"#, []),
                (
                    "{name: p, in: path, required: true, content: {application/json: {schema: {type: boolean}}}}",
                    #""p" path boolean required json"#, []
                ),
                (
                    "{name: q, in: cookie, content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}",
                    #""q" cookie schemas/Tree json"#, []
                ),
                (
                    "{name: q, in: query, content: {text/plain: {schema: {type: array, items: {type: string}}}}}",
                    #""q" query [string] form"#, []
                ),
                ("{name: q, in: header, content: {text/csv: {}}}", #""q" header string simple"#, []),
                (
                    "{name: q, in: query, content: {application/xml: {schema: {type: object}}}}",
                    #""q" query string form"#, ["parameter-content"]
                ),
                (
                    "{name: q, in: query, content: {application/json: {}, text/plain: {}}}",
                    #""q" query any json"#, ["content-left-out"]
                ),
                (
                    "{name: q, in: query, allowReserved: true, content: {application/json: {}}}",
                    #""q" query any json"#, ["ignored-allow-reserved"]
                ),
            ], version: "3.1.0")
    }

    @Test func wholeQueries() {
        let object = "schema: {type: object, additionalProperties: {type: string}}"
        Self.check(
            [
                (
                    "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {\(object)}}}",
                    #""q" querystring {string} form explode"#, []
                ),
                (
                    "{name: q, in: querystring, content: {application/json: {\(object)}}}",
                    #""q" querystring {string} json"#, []
                ),
                (
                    "{name: q, in: querystring, content: {text/plain: {schema: {type: string}}}}",
                    #""q" querystring string simple"#, []
                ),
                (
                    "{name: q, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}",
                    #""q" querystring string simple"#, ["parameter-content"]
                ),
                (
                    "{name: q, in: querystring, \(object)}",
                    #""q" querystring {string} form explode"#, ["querystring-schema"]
                ),
                (
                    "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: string}}}}",
                    #""q" querystring string form explode"#, ["querystring-no-object"]
                ),
                (
                    "{name: r, in: query, schema: {type: string}}\n        - {name: q, in: querystring, content: {text/plain: {}}}",
                    #""r" query string form explode"#, ["second-query"]
                ),
            ], version: "3.2.0")
    }

    @Test func cookiesHaveTwoStyles() {
        Self.check(
            [
                (
                    "{name: c, in: cookie, schema: {type: array, items: {type: string}}}",
                    #""c" cookie [string] form explode"#, []
                ),
                (
                    "{name: c, in: cookie, style: cookie, schema: {type: string}}",
                    #""c" cookie string cookie explode"#, []
                ),
                (
                    "{name: c, in: cookie, style: cookie, explode: false, schema: {type: string}}",
                    #""c" cookie string cookie"#, []
                ),
                (
                    "{name: c, in: query, style: cookie, schema: {type: string}}",
                    #""c" query string form explode"#, ["bad-style"]
                ),
            ], version: "3.2.0")
    }

    @Test func labelsFollowTheVersion() {
        let given = "{name: p, in: path, required: true, style: label, schema: {type: string}}"
        for (version, want) in [
            ("3.0.0", "dottedLabel"), ("3.0.3", "dottedLabel"), ("3.0.4", "label"), ("3.1.0", "dottedLabel"),
            ("3.1.1", "label"), ("3.1.2", "label"), ("3.2.0", "label"),
        ] {
            #expect(Self.lowered(given, version: version).line == #""p" path string required \#(want)"#, "\(version)")
        }
    }

    @Test func reservedCharactersStayWhereTheVersionSaysSo() {
        let flags = "allowReserved: true, schema: {type: string}"
        let said = ["ignored-allow-reserved"]
        let path = #""p" path string required simple"#
        Self.check(
            [
                ("{name: q, in: query, \(flags)}", #""q" query string form explode reserved"#, []),
                ("{name: p, in: path, required: true, \(flags)}", path, said),
            ], version: "3.1.1")
        Self.check(
            [
                ("{name: p, in: path, required: true, \(flags)}", path + " reserved", []),
                ("{name: h, in: header, \(flags)}", #""h" header string simple"#, said),
                ("{name: c, in: cookie, \(flags)}", #""c" cookie string form explode"#, said),
            ], version: "3.2.0")
    }

    @Test func emptyValues() {
        let said = ["ignored-allow-empty-value"]
        Self.check(
            [
                (
                    "{name: q, in: query, allowEmptyValue: true, schema: {type: string}}",
                    #""q" query string form explode empty"#, []
                ),
                (
                    "{name: q, in: query, allowEmptyValue: true, schema: {$ref: '#/components/schemas/Named'}}",
                    #""q" query schemas/Named form explode empty"#, []
                ),
                (
                    "{name: q, in: query, allowEmptyValue: true, schema: {type: boolean}}",
                    #""q" query boolean form explode empty"#, said
                ),
                (
                    "{name: h, in: header, allowEmptyValue: true, schema: {type: string}}",
                    #""h" header string simple"#, said
                ),
            ], version: "3.1.0")
    }

    @Test func nestingIsTold() {
        let tree = "schema: {$ref: '#/components/schemas/Tree'}"
        let said = ["nested-parameter"]
        Self.check(
            [
                (
                    "{name: q, in: query, schema: {type: array, items: {type: array, items: {type: string}}}}",
                    #""q" query [[string]] form explode"#, said
                ),
                ("{name: q, in: header, \(tree)}", #""q" header schemas/Tree simple"#, said),
                ("{name: q, in: query, style: deepObject, \(tree)}", #""q" query schemas/Tree deepObject"#, []),
                (
                    "{name: q, in: query, schema: {$ref: '#/components/schemas/Self'}}",
                    #""q" query schemas/Self form explode"#, said
                ),
                (
                    "{name: q, in: query, schema: {$ref: '#/components/schemas/Pair'}}",
                    #""q" query schemas/Pair form explode"#, said
                ),
                ("{name: q, in: query, schema: {}}", #""q" query any form explode"#, []),
            ], version: "3.1.0")
    }
}
