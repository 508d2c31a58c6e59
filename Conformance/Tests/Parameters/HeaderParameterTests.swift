import ApusJSON
import Gentests
import Testing

@Suite struct HeaderParameterTests {
    private let parameters = GentestsClient.with(.init()).parameters

    @Test func values() async throws {
        let call = Call()
        _ = try await parameters.headerParamsPrimitive(
            xHeaderString: "test", xHeaderBoolean: true, xHeaderInteger: 1, xHeaderNumber: 1.1, options: call.options)
        let request = try await call.request()
        let names = ["X-Header-String", "X-Header-Boolean", "X-Header-Integer", "X-Header-Number"]
        #expect(names.map(request.header) == ["test", "true", "1", "1.1"])
    }

    @Test func lists() async throws {
        let headers = try await parameters.headerParamsArray(xHeaderArray: ["test1", "test2"]).headers
        #expect(headers.xHeaderArray == "test1,test2")
    }

    @Test func mapsExplodedAndNot() async throws {
        let headers = try await parameters.headerParamsMap(
            xHeaderMap: ["key2": "value2", "key1": "value1"], xHeaderMapExplode: ["test2": "val2", "test1": "val1"]
        ).headers
        #expect(headers.xHeaderMap == "key1,value1,key2,value2")
        #expect(headers.xHeaderMapExplode == "test1=val1,test2=val2")
    }

    @Test func objectsExplodedAndNot() async throws {
        let headers = try await parameters.headerParamsObject(xHeaderObj: .sample, xHeaderObjExplode: .sample).headers
        #expect(alternating(headers.xHeaderObj) == SimpleObject.samplePairs)
        #expect(assigned(headers.xHeaderObjExplode) == SimpleObject.samplePairs)
    }

    @Test func whatIsNotThereIsNotSent() async throws {
        let none = try await parameters.headerParamsNil().headers
        #expect(none.keys.filter { $0.hasSuffix("-Header") }.isEmpty)
        let all = try await parameters.headerParamsNil(
            optionalHeader: "a", nullableHeader: "b", optionalNullableHeader: "c"
        ).headers
        #expect(all["Optional-Header"] == "a" && all["Nullable-Header"] == "b")
        #expect(all["Optional-Nullable-Header"] == "c")
    }

    /// A line end would begin a field of its own.
    @Test func aLineEndIsRefused() async throws {
        let call = Call()
        let error = await failure {
            _ = try await parameters.headerParamsArray(xHeaderArray: ["a\r\nX-Other: b"], options: call.options)
        }
        guard case .invalidRequest = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await call.requests().isEmpty)
    }
}
