import ApusJSON
import Gentests
import Testing

@Suite struct QueryParameterTests {
    static let rows: [ParameterRow] = [
        .init("values", "strParam=test&boolParam=true&intParam=1&numParam=1.1") {
            _ = try await $0.parameters.formQueryParamsPrimitive(
                strParam: "test", boolParam: true, intParam: 1, numParam: 1.1, options: $1)
        },
        .init(
            "characters that mean something", "strParam=a%26b%3Dc+%2B%23%C3%A9&boolParam=false&intParam=0&numParam=-2.5"
        ) {
            _ = try await $0.parameters.formQueryParamsPrimitive(
                strParam: "a&b=c +#é", boolParam: false, intParam: 0, numParam: -2.5, options: $1)
        },
        .init("form: a list, exploded and not", "arrParam=test,test2&arrParamExploded=1&arrParamExploded=2") {
            _ = try await $0.parameters.formQueryParamsArray(
                arrParam: ["test", "test2"], arrParamExploded: [1, 2], options: $1)
        },
        .init("form: values that hold the separator", "arrParam=a%2Cb,c&arrParamExploded=1&arrParamExploded=2") {
            _ = try await $0.parameters.formQueryParamsArray(
                arrParam: ["a,b", "c"], arrParamExploded: [1, 2], options: $1)
        },
        .init("form: a map, exploded and not", "mapParam=key1,value1,key2,value2&test=1&test2=2") {
            _ = try await $0.parameters.formQueryParamsMap(
                mapParam: ["key2": "value2", "key1": "value1"], mapParamExploded: ["test2": 2, "test": 1], options: $1)
        },
        .init(
            "form: an object, exploded and not",
            "str=a&bool=true&int=1&num=1.5&refObjParam=str,b,bool,false,int,2,num,2.5"
        ) {
            _ = try await $0.parameters.formQueryParamsRefParamObject(
                refObjParamExploded: .init(str: "a", bool: true, int: 1, num: 1.5),
                refObjParam: .init(str: "b", bool: false, int: 2, num: 2.5), options: $1)
        },
        .init(
            "pipes: a list, exploded and not",
            "arrParam=test%7Ctest2&arrParamExploded=1&arrParamExploded=2&mapParam=key1%7Cval1%7Ckey2%7Cval2"
        ) {
            _ = try await $0.parameters.pipeDelimitedQueryParamsArray(
                arrParam: ["test", "test2"], arrParamExploded: [1, 2], mapParam: ["key1": "val1", "key2": "val2"],
                options: $1)
        },
        .init("deepObject: a map", "mapParam%5Btest%5D=value&mapParam%5Btest2%5D=value2") {
            _ = try await $0.parameters.deepObjectQueryParamsMap(
                mapParam: ["test": "value", "test2": "value2"], options: $1)
        },
        .init("a union: the list", "strParam=test&unionParam=test1&unionParam=test2") {
            _ = try await $0.parameters.formQueryParamsUnion(
                strParam: "test", unionParam: .array(["test1", "test2"]), options: $1)
        },
        .init("constant", "constParam=constvalue&configurableParam=x") {
            _ = try await $0.parameters.constQueryParams(
                constParam: .constvalue, configurableParam: "x", options: $1)
        },
        .init("empty texts are sent, what is not there is not", "strParam=") {
            _ = try await $0.parameters.allowEmptyValueQueryParams(strParam: "", options: $1)
        },
    ]

    @Test(arguments: rows) func theQuery(row: ParameterRow) async throws {
        let query = try await row.sent().query
        #expect(query == row.want)
    }

    @Test func anObjectExplodedAndNot() async throws {
        let call = Call()
        _ = try await GentestsClient.with(.init()).parameters.formQueryParamsObject(
            objParamExploded: .sample, objParam: .sample, options: call.options)
        var pairs = assigned(try await call.request().query, by: "&").mapValues(\.decoded)
        #expect(alternating(pairs.removeValue(forKey: "objParam") ?? "") == SimpleObject.samplePairs)
        #expect(pairs == SimpleObject.samplePairs)
    }

    @Test func anObjectBetweenPipes() async throws {
        let call = Call()
        _ = try? await GentestsClient.with(.init()).parameters.pipeDelimitedQueryParamsArray(
            objParam: .sample, options: call.options)
        let pairs = assigned(try await call.request().query, by: "&").mapValues(\.decoded)
        #expect(alternating(pairs["objParam"] ?? "", by: "|") == SimpleObject.samplePairs)
    }

    /// Three styles in one query: JSON, the exploded object, and brackets.
    @Test func stylesBesideEachOther() async throws {
        let call = Call()
        let response = try await GentestsClient.with(.init()).parameters.mixedQueryParams(
            jsonParam: .sample, formParam: .sample, deepObjectParam: .sample, options: call.options)
        var pairs = assigned(try await call.request().query, by: "&").reduce(into: [:]) {
            $0[$1.key.decoded] = $1.value.decoded
        }
        #expect(response.args == pairs)
        let json = pairs.removeValue(forKey: "jsonParam")
        #expect(try JSONValue(jsonText: json ?? "") == SimpleObject.sampleJSON)
        for (name, value) in SimpleObject.samplePairs {
            #expect(pairs.removeValue(forKey: name) == value)
            #expect(pairs.removeValue(forKey: "deepObjectParam[\(name)]") == value)
        }
        #expect(pairs.isEmpty)
    }

    @Test func objectsAsJSON() async throws {
        let response = try await GentestsClient.with(.init()).parameters.jsonQueryParamsObject(
            simpleObjParam: .sample, deepObjParam: .sample)
        #expect(try JSONValue(jsonText: response.args.simpleObjParam) == SimpleObject.sampleJSON)
        #expect(try JSONValue(jsonText: response.args.deepObjParam) == DeepObject.sampleJSON)
    }

    /// Lists in brackets: OpenAPI does not say how they look; here each value stands under `name[]`.
    @Test func listsInBrackets() async throws {
        let call = Call()
        let response = try await GentestsClient.with(.init()).parameters.deepObjectQueryParamsMap(
            mapParam: ["a": "1"], mapArrParam: ["b": ["2", "3"]], options: call.options)
        #expect(try await call.request().query.decoded == "mapParam[a]=1&mapArrParam[b][]=2&mapArrParam[b][]=3")
        #expect(response.args == ["mapParam[a]": .string("1"), "mapArrParam[b][]": .array(["2", "3"])])
    }

    /// `allowReserved`: what a query may hold stays as it is, and what would end the value does not.
    @Test func reservedCharactersOnRequest() async throws {
        let row = ParameterRow("", "param1=a/b:c?d%26e") {
            try await $0.parameters.queryEncoding(param1: "a/b:c?d&e", options: $1)
        }
        #expect(try await row.sent(baseURL: "http://localhost:35456").query == row.want)
    }

    @Test func theTypedEcho() async throws {
        let parameters = GentestsClient.with(.init()).parameters
        let args = try await parameters.formQueryParamsPrimitive(
            strParam: "a&b=c", boolParam: true, intParam: 1, numParam: 1.1
        ).args
        #expect(args.strParam == "a&b=c" && args.boolParam == "true" && args.intParam == "1" && args.numParam == "1.1")
        let lists = try await parameters.formQueryParamsArray(arrParam: ["test", "test2"], arrParamExploded: [1, 2])
            .args
        #expect(lists.arrParam == "test,test2" && lists.arrParamExploded == ["1", "2"])
    }
}
