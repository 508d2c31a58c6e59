import ApusJSON
import ApusRuntime
import Foundation
import Gentests
import Testing

/// Members that are null or not there, constants, defaults, numbers of any size.
@Suite struct MemberTests {
    typealias Nullable = NullableOptionalFieldsPostRequest.Response.JSON
    private let bodies = GentestsClient.with(.init()).requestBodies

    static let rows: [(given: Nullable, want: JSONValue)] = [
        (.init(nullableRequired: nil), ["nullableRequired": nil]),
        (.init(nullableRequired: nil, nullableOptional: .null), ["nullableRequired": nil, "nullableOptional": nil]),
        (
            .init(nullableRequired: "a", optional: "b", nullableOptional: .value("c")),
            ["nullableRequired": "a", "optional": "b", "nullableOptional": "c"]
        ),
    ]

    @Test func nullIsNotAbsence() async throws {
        for row in Self.rows {
            let call = Call()
            #expect(try await bodies.nullableOptionalFieldsPost(row.given, options: call.options).json == row.given)
            #expect(try await call.request().json == row.want)
        }
    }

    @Test func constantsAreSentAndDefaultsThatAreRequired() async throws {
        let call = Call()
        let given = DefaultsAndConsts(
            normalField: "test", defaultDate: .sample, defaultDateTime: .sample, defaultBigInt: 9_007_199_254_740_991,
            defaultDecimal: Decimal(string: "3.141592653589793")!)
        #expect(try await bodies.requestBodyPostDefaultsAndConsts(given, options: call.options).json == given)
        let json = try #require(try await call.request().json)
        #expect(json["constStr"] == "const" && json["constInt"] == 123 && json["constBool"] == true)
        #expect(json["constStrDQuotes"] == #"const with "double quotes""# && json["constNum"] == 123.456)
        #expect(json["constStrBrackets"] == "const with ${<brackets>}" && json["constEnumStr"] == "two")
        #expect(json["defaultStr"] == "default" && json["defaultInt"] == 123 && json["defaultEnumInt"] == 2)
    }

    /// No digit is lost, in the path, in the query and in the body.
    @Test func numbersOfAnySize() async throws {
        let call = Call()
        let digits = "3.14159265358979344719667586"
        let numbers = ComplexNumberTypes(
            bigintStr: "9223372036854775808", bigint: 8_821_239_038_968_084,
            decimal: Decimal(string: "3.141592653589793")!,
            decimalStr: digits, int64Str: "100", float64Str: "1.1")
        let answer = try await bodies.requestBodyPostComplexNumberTypes(
            pathBigInt: numbers.bigint, pathBigIntStr: numbers.bigintStr, pathDecimal: numbers.decimal,
            pathDecimalStr: digits, pathInt64Str: "100", pathFloat64Str: "1.1", queryBigInt: numbers.bigint,
            queryBigIntStr: numbers.bigintStr, queryDecimal: numbers.decimal, queryDecimalStr: digits,
            queryInt64Str: "100", queryFloat64Str: "1.1", body: numbers, options: call.options)
        #expect(answer.json == numbers)
        let request = try await call.request()
        #expect(
            request.path
                == "/anything/requestBodies/post/8821239038968084/9223372036854775808/3.141592653589793/\(digits)"
                + "/100/1.1/complex-number-types")
        #expect(
            assigned(request.query, by: "&") == [
                "queryBigInt": "8821239038968084", "queryBigIntStr": "9223372036854775808",
                "queryDecimal": "3.141592653589793", "queryDecimalStr": digits, "queryInt64Str": "100",
                "queryFloat64Str": "1.1",
            ])
    }

    @Test func bodiesOfOneValue() async throws {
        #expect(try await bodies.requestBodyPostJSONDataTypesString("a\"b").json == "a\"b")
        #expect(try await bodies.requestBodyPostJSONDataTypesInteger(-7).json == -7)
        #expect(try await bodies.requestBodyPostJSONDataTypesBoolean(false).json == false)
        #expect(try await bodies.requestBodyPostJSONDataTypesDate(.sample).json == .sample)
        #expect(try await bodies.requestBodyPostJSONDataTypesDateTime(.sample).json == .sample)
        #expect(try await bodies.requestBodyPostJSONDataTypesArrayDate([.sample]).json == [.sample])
        #expect(try await bodies.requestBodyPostNullDictionary(nil).data == "null")
        #expect(try await bodies.requestBodyPostNullableRequiredStringBody(nil).data == "null")
        #expect(try await bodies.requestBodyPostNullableNotRequiredStringBody().data == "")
    }
}
