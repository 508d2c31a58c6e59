import ApusJSON
import Gentests
import Testing

/// Which member of a union is read where several fit: the document's rows of hard cases.
@Suite struct BestMatchTests {
    static let constants: [RoundTrip] = [
        .init(
            "constants", SmartUnionAllConstsRequest.Response.JSON.smartUnionAllConstsB(.init()), ["b": "B", "c": "C"]
        ) {
            try await $0.smartUnionAllConsts($1, options: $2).json
        },
        .init(
            "constants of three",
            SmartUnionConstFieldDiscriminationRequest.Response.JSON.smartUnionConstFieldC(.init()),
            ["b": "1", "c": "1"]
        ) {
            try await $0.smartUnionConstFieldDiscrimination($1, options: $2).json
        },
        .init(
            "open enumerations", SmartUnionOpenEnumsRequest.Response.JSON.smartUnionOpenEnumsDog(.init()),
            ["kind": "dog"]
        ) {
            try await $0.smartUnionOpenEnums($1, options: $2).json
        },
        .init(
            "open enumerations and members",
            SmartUnionOpenEnumsAndSizeRequest.Response.JSON.smartUnionOpenEnumsAndSizeCatWithName(.init(name: "n")),
            ["kind": "cat", "name": "n"]
        ) { try await $0.smartUnionOpenEnumsAndSize($1, options: $2).json },
    ]

    static let members: [RoundTrip] = [
        .init(
            "more members",
            SmartUnionSelectsMoreMatchedFieldsRequest.Response.JSON.smartUnionMoreFieldsB(.init(foo: "f", bar: "b")),
            ["foo": "f", "bar": "b"]
        ) { try await $0.smartUnionSelectsMoreMatchedFields($1, options: $2).json },
        .init(
            "fewer members",
            SmartUnionPrefersFewerUnmatchedFieldsRequest.Response.JSON.smartUnionFewerUnmatchedB(.init(foo: "f")),
            ["foo": "f"]
        ) { try await $0.smartUnionPrefersFewerUnmatchedFields($1, options: $2).json },
        .init(
            "two of three",
            SmartUnionThreeWayFieldDiscriminationRequest.Response.JSON.smartUnionThreeWayB(.init(a: "1", c: "2")),
            ["a": "1", "c": "2"]
        ) {
            try await $0.smartUnionThreeWayFieldDiscrimination($1, options: $2).json
        },
        .init(
            "both alike: the first", SmartUnionPreservesOrderOnTieRequest.Response.JSON.smartUnionTieA(.init(foo: "f")),
            ["foo": "f"]
        ) {
            try await $0.smartUnionPreservesOrderOnTie($1, options: $2).json
        },
        .init(
            "optional members",
            SmartUnionOptionalPointerFieldsRequest.Response.JSON.smartUnionOptionalPointerB(.init(foo: "f", bar: "b")),
            ["foo": "f", "bar": "b"]
        ) { try await $0.smartUnionOptionalPointerFields($1, options: $2).json },
        .init(
            "an empty text", SmartUnionEmptyStringRequest.Response.JSON.smartUnionEmptyStringObjectB(.init(b: "")),
            ["b": ""]
        ) {
            try await $0.smartUnionEmptyString($1, options: $2).json
        },
        .init(
            "a member of any type",
            SmartUnionAnyFieldTypeRequest.Response.JSON.smartUnionAnyFieldB(.init(b: [1, nil])), ["b": [1, nil]]
        ) {
            try await $0.smartUnionAnyFieldType($1, options: $2).json
        },
    ]

    static let nested: [RoundTrip] = [
        .init(
            "objects within",
            SmartUnionNestedStructsRequest.Response.JSON.smartUnionNestedStructsB(
                .init(nested: .init(value: "v", extra: "e"))),
            ["nested": ["value": "v", "extra": "e"]]
        ) { try await $0.smartUnionNestedStructs($1, options: $2).json },
        .init(
            "lists",
            SmartUnionArrayFieldsRequest.Response.JSON.arrayOfSmartUnionArrayItemB([.init(name: "n", value: "v")]),
            [["name": "n", "value": "v"]]
        ) { try await $0.smartUnionArrayFields($1, options: $2).json },
        .init(
            "lists of objects within",
            SmartUnionDeeplyNestedArrayRequest.Response.JSON.arrayOfSmartUnionDeeplyNestedArrayObjectB(
                [.init(x: .init(a: "a", b: true))]),
            [["x": ["a": "a", "b": true]]]
        ) { try await $0.smartUnionDeeplyNestedArray($1, options: $2).json },
        .init(
            "a union against an object",
            SmartUnionNestedUnionVsFlatStructRequest.Response.JSON.smartUnionNestedVsFlatOuterB(
                .init(data: .init(x: "x", y: "y"))),
            ["data": ["x": "x", "y": "y"]]
        ) { try await $0.smartUnionNestedUnionVsFlatStruct($1, options: $2).json },
        .init(
            "a union against a union",
            SmartUnionUnionVsUnionRequest.Response.JSON.smartUnionVsUnionB2(.init(a: "a", b: "b", c: "c")),
            ["a": "a", "b": "b", "c": "c"]
        ) { try await $0.smartUnionUnionVsUnion($1, options: $2).json },
        .init(
            "a union against a union: the smaller",
            SmartUnionUnionVsUnionRequest.Response.JSON.smartUnionVsUnionA2(.init(b: "b")), ["b": "b"]
        ) { try await $0.smartUnionUnionVsUnion($1, options: $2).json },
    ]

    @Test(arguments: constants + members + nested) func theBestMatch(row: RoundTrip) async throws {
        try await row.check()
    }
}
