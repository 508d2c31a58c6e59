import ApusJSON
import ApusRuntime
import Foundation
import Gentests
import Testing

@Suite struct RequestBodyTests {
    private let bodies = GentestsClient.with(.init()).requestBodies

    @Test func objectsListsAndMaps() async throws {
        #expect(try await bodies.requestBodyPostApplicationJSONSimple(.sample).json == .sample)
        #expect(try await bodies.requestBodyPostApplicationJSONDeep(.sample).json == .sample)
        let call = Call()
        let lists = try await bodies.requestBodyPostApplicationJSONArrayOfArrayOfPrimitive(
            [["foo", "bar"], []], options: call.options)
        #expect(lists == [["foo", "bar"], []])
        #expect(try await call.request().header("Content-Type") == "application/json")
    }

    /// One operation, four ways to say the same; `Content-Type` says which.
    @Test func mediaTypesBesideEachOther() async throws {
        let json = Call()
        let form = Call()
        let parts = Call()
        let simple = try await bodies.requestBodyPostMultipleContentTypesSplit(
            .json(.init(str: "a", num: 1.5, bool: true)), options: json.options)
        #expect(simple.json == ["str": "a", "num": 1.5, "bool": true])
        _ = try await bodies.requestBodyPostMultipleContentTypesSplit(
            .form(.init(str3: "a b", num3: 1.5, bool3: false)), options: form.options)
        let back = try await bodies.requestBodyPostMultipleContentTypesSplit(
            .multipart(.init(str2: "a", num2: 1.5, bool2: true)), options: parts.options)
        #expect(back.form == ["str2": "a", "num2": "1.5", "bool2": "true"])
        #expect(try await json.request().header("Content-Type") == "application/json")
        #expect(try await form.request().body == "str3=a+b&num3=1.5&bool3=false")
        #expect(try await parts.request().header("Content-Type")?.hasPrefix("multipart/form-data; boundary=") == true)
    }

    @Test func forms() async throws {
        let map = ["key1": "a&b=c", "key2": "é +"]
        #expect(try await bodies.requestBodyPostFormMapPrimitive(map).form == map)
        let call = Call()
        _ = try await bodies.requestBodyPostFormSimple(.sample, options: call.options)
        let pairs = assigned(try await call.request().body, by: "&").mapValues(\.decoded)
        #expect(pairs == SimpleObject.samplePairs)
    }

    @Test func textsAndBytes() async throws {
        #expect(try await bodies.requestBodyPutString("Hello é").data == "Hello é")
        #expect(try await bodies.requestBodyPutBytes(.bytes(Array("bytes".utf8))).data == "bytes")
        let response = try await bodies.requestBodyPutStringWithParams(queryStringParam: "a b", body: "c")
        #expect(response.data == "c" && response.args.queryStringParam == "a b")
    }

    @Test func files() async throws {
        let file = FilePart.bytes(Array("x,y".utf8), fileName: "table.csv", contentType: "text/csv")
        #expect(try await bodies.requestBodyPutMultipartFile(.init(file: file)).files == ["file": "x,y"])
        let other = FilePart.bytes([1, 2, 3], fileName: "b \"c\".bin")
        let answer = try await bodies.requestBodyPutMultipartFilesArray(
            .init(files: [file, other]), options: .init(baseURL: "http://localhost:35456")
        ).files
        #expect(answer.map(\.fieldName) == ["files", "files"])
        // The HTML standard writes quotes of names so.
        #expect(answer.map(\.filename) == ["table.csv", "b %22c%22.bin"])
        #expect(answer.map(\.size) == [3, 3])
        #expect(answer.map(\.contentType) == ["text/csv", "application/octet-stream"])
    }

    @Test func optionalBodies() async throws {
        let none = Call()
        _ = try await bodies.requestBodyPutMultipartOptionalRequestBody(options: none.options)
        let request = try await none.request()
        #expect(request.body.isEmpty && request.header("Content-Type") ?? "" == "")
        let given = try await bodies.requestBodyPutMultipartOptionalRequestBody(
            body: .init(sampleField: "a", sampleFile: .bytes(Array("b".utf8))))
        #expect(given.form?.sampleField == "a" && given.files == ["sampleFile": "b"])
    }

    /// What only the server says is no member of what is sent, and what only the client says none of what is read.
    @Test func readOnlyAndWriteOnly() async throws {
        let call = Call()
        let answer = try await bodies.requestBodyReadAndWrite(.init(num1: 1, num2: 2, num3: 4), options: call.options)
        #expect(answer.sum == 7 && answer.num3 == 4)
        #expect(try await call.request().json == ["num1": 1, "num2": 2, "num3": 4])
    }
}
