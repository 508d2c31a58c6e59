import ApusJSON
import Gentests
import Testing

@Suite struct PathParameterTests {
    static let rows: [ParameterRow] = [
        .init("values", "/anything/pathParams/str/test/bool/true/int/1/num/1.1") {
            _ = try await $0.parameters.simplePathParameterPrimitives(
                strParam: "test", boolParam: true, intParam: 1, numParam: 1.1, options: $1)
        },
        .init(
            "characters that mean something",
            "/anything/pathParams/str/a%2Fb%20%3F%23%25%C3%A9/bool/false/int/-1/num/0.5"
        ) {
            _ = try await $0.parameters.simplePathParameterPrimitives(
                strParam: "a/b ?#%é", boolParam: false, intParam: -1, numParam: 0.5, options: $1)
        },
        .init("a list", "/anything/pathParams/arr/test,test2") {
            _ = try await $0.parameters.simplePathParameterArrays(arrParam: ["test", "test2"], options: $1)
        },
        .init("a list whose values hold the separator", "/anything/pathParams/arr/a%2Cb,c%2Fd") {
            _ = try await $0.parameters.simplePathParameterArrays(arrParam: ["a,b", "c/d"], options: $1)
        },
        .init("a map, exploded and not", "/anything/pathParams/map/test,value,test2,value2/mapExploded/test=1,test2=2")
        {
            _ = try await $0.parameters.simplePathParameterMaps(
                mapParam: ["test2": "value2", "test": "value"], mapParamExploded: ["test": 1, "test2": 2], options: $1)
        },
        .init("one name twice", "/anything/params/a/b/a") {
            _ = try await $0.parameters.duplicatePathParam(param1: "a", param2: "b", options: $1)
        },
        .init("an open enumeration", "/anything/openEnum/101/suffix?param-q=7") {
            _ = try await $0.parameters.parameterOpenEnum(
                paramP: ._101, paramQ: .init(rawValue: 7), paramH: ._404, options: $1)
        },
    ]

    @Test(arguments: rows) func theTarget(row: ParameterRow) async throws {
        #expect(try await row.sent().target == row.want)
    }

    /// OpenAPI knows `allowReserved` for the query alone; an extension that means it for a path is not followed.
    @Test func reservedCharactersOfAPathAreEncoded() async throws {
        let row = ParameterRow("", "/pathencoding/a%2Fb%3Ac/d%2Fe%3Af") {
            try await $0.parameters.pathEncoding(param1: "a/b:c", param2: "d/e:f", options: $1)
        }
        #expect(try await row.sent(baseURL: "http://localhost:35456").target == row.want)
    }

    @Test func anObjectExplodedAndNot() async throws {
        let call = Call()
        _ = try await GentestsClient.with(.init()).parameters.simplePathParameterObjects(
            objParam: .sample, objParamExploded: .sample, options: call.options)
        let segments = try await call.request().target.split(separator: "/").map(String.init)
        try #require(segments.count == 6)
        #expect(alternating(segments[3].decoded) == SimpleObject.samplePairs)
        #expect(assigned(segments[5].decoded) == SimpleObject.samplePairs)
    }

    @Test func anObjectAsJSON() async throws {
        let call = Call()
        _ = try await GentestsClient.with(.init()).parameters.pathParameterJSON(
            jsonObj: .sample, options: call.options)
        let target = try await call.request().target
        #expect(target.hasPrefix("/anything/pathParams/json/%7B"))
        let text = try #require(target.split(separator: "/").last).description.decoded
        #expect(try JSONValue(jsonText: text) == SimpleObject.sampleJSON)
    }

    @Test func theTypedEcho() async throws {
        let response = try await GentestsClient.with(.init()).parameters.mixedParametersPrimitives(
            pathParam: "pathValue", queryStringParam: "queryValue", headerParam: "headerValue")
        #expect(response.url.hasSuffix("/anything/mixedParams/path/pathValue?queryStringParam=queryValue"))
        #expect(response.args.queryStringParam == "queryValue")
        #expect(response.headers.headerparam == "headerValue")
    }
}
