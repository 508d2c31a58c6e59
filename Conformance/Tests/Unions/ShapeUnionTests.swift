import ApusJSON
import ApusRuntime
import Foundation
import Gentests
import Testing

/// Unions without a discriminator: told apart by their types, their members, their constants.
@Suite struct ShapeUnionTests {
    typealias Primitive = PrimitiveTypeOneOfPostRequest.Response.JSON
    typealias Mixed = MixedTypeOneOfPostRequest.Response.JSON
    typealias DateOrNumber = UnionDateTimeBigIntRequest.Response.JSON
    typealias TextOrNumber = UnionBigIntStrDecimalRequest.Response.JSON

    static let primitives: [RoundTrip] = [
        .init("a text", Primitive.string("test"), "test") { try await $0.primitiveTypeOneOfPost($1, options: $2).json },
        .init("an integer", Primitive.integer(7), 7) { try await $0.primitiveTypeOneOfPost($1, options: $2).json },
        .init("a number", Primitive.double(1.5), 1.5) { try await $0.primitiveTypeOneOfPost($1, options: $2).json },
        .init("a boolean", Primitive.boolean(false), false) {
            try await $0.primitiveTypeOneOfPost($1, options: $2).json
        },
        .init("a text beside an object", Mixed.string("7"), "7") {
            try await $0.mixedTypeOneOfPost($1, options: $2).json
        },
        .init("an integer beside an object", Mixed.integer(7), 7) {
            try await $0.mixedTypeOneOfPost($1, options: $2).json
        },
        .init("an object beside texts", Mixed.simpleObject(.sample), SimpleObject.sampleJSON) {
            try await $0.mixedTypeOneOfPost($1, options: $2).json
        },
        .init("a date and time", DateOrNumber.dateTime(.sample), "2020-01-01T00:00:00.001Z") {
            try await $0.unionDateTimeBigInt($1, options: $2).json
        },
        .init("a whole number", DateOrNumber.decimal(8_821_239_038_968_084), 8_821_239_038_968_084) {
            try await $0.unionDateTimeBigInt($1, options: $2).json
        },
        .init("a whole number as text", TextOrNumber.string("9223372036854775808"), "9223372036854775808") {
            try await $0.unionBigIntStrDecimal($1, options: $2).json
        },
        .init("a decimal number", TextOrNumber.decimal(Decimal(string: "3.141592653589793")!), 3.141592653589793) {
            try await $0.unionBigIntStrDecimal($1, options: $2).json
        },
        .init(
            "a boolean that is true", OneOfBooleanAndStringEnumRequest.Response.JSON(active: .value(.boolean(true))),
            ["active": true]
        ) {
            try await $0.oneOfBooleanAndStringEnum(body: $1, options: $2).json
        },
        .init(
            "a text that says true", OneOfBooleanAndStringEnumRequest.Response.JSON(active: .value(.value(.true))),
            ["active": "true"]
        ) {
            try await $0.oneOfBooleanAndStringEnum(body: $1, options: $2).json
        },
    ]

    static let nullable: [RoundTrip] = [
        .init("a date", CalendarDate?.some(.sample), "2020-01-01") { try await $0.unionDateNull($1, options: $2).json },
        .init("no date", CalendarDate?.none, nil) { try await $0.unionDateNull($1, options: $2).json },
        .init("a time", Date?.some(.sample), "2020-01-01T00:00:00.001Z") {
            try await $0.unionDateTimeNull($1, options: $2).json
        },
        .init("no time", Date?.none, nil) { try await $0.unionDateTimeNull($1, options: $2).json },
        .init("null in a member", OneOfBooleanAndStringEnumRequest.Response.JSON(active: .null), ["active": nil]) {
            try await $0.oneOfBooleanAndStringEnum(body: $1, options: $2).json
        },
        .init("no member", OneOfBooleanAndStringEnumRequest.Response.JSON(active: .absent), [:]) {
            try await $0.oneOfBooleanAndStringEnum(body: $1, options: $2).json
        },
        .init(
            "one of two", TypedObjectNullableOneOf?.some(.typedObject2(.init(value: "v"))),
            ["type": "obj2", "value": "v"]
        ) {
            try await $0.typedObjectNullableOneOfPost($1, options: $2).json
        },
        .init("none of two", TypedObjectNullableOneOf?.none, nil) {
            try await $0.typedObjectNullableOneOfPost($1, options: $2).json
        },
        .init(
            "in place: one of two", TypedObjectNullableOneOf?.some(.typedObject1(.init(value: "v"))),
            ["type": "obj1", "value": "v"]
        ) {
            try await $0.nullableOneOfSchemaPost($1, options: $2).json
        },
        .init("an enumeration of null", WeaklyTypedOneOfNullEnumObject?.none, nil) {
            try await $0.weaklyTypedOneOfNullEnumPost($1, options: $2).json
        },
        .init(
            "members of values",
            NullableOneOfTypeInObject(oneOfOne: true, nullableOneOfOne: nil, nullableOneOfTwo: .integer(2)),
            ["OneOfOne": true, "NullableOneOfOne": nil, "NullableOneOfTwo": 2]
        ) { try await $0.nullableOneOfTypeInObjectPost($1, options: $2).json },
        .init(
            "members of objects",
            NullableOneOfRefInObject(
                oneOfOne: .init(value: "a"), nullableOneOfOne: .init(value: "b"),
                nullableOneOfTwo: .typedObject2(.init(value: "c"))),
            [
                "OneOfOne": ["type": "obj1", "value": "a"], "NullableOneOfOne": ["type": "obj1", "value": "b"],
                "NullableOneOfTwo": ["type": "obj2", "value": "c"],
            ]
        ) { try await $0.nullableOneOfRefInObjectPost($1, options: $2).json },
    ]

    /// A union of one is its only member, a nullable one of one an optional.
    static let collapsed: [RoundTrip] = [
        .init("one", TypedObject1(value: "v"), ["type": "obj1", "value": "v"]) {
            try await $0.flattenedTypedObjectPost($1, options: $2).json
        },
        .init("one or null", TypedObject1?.some(.init(value: "v")), ["type": "obj1", "value": "v"]) {
            try await $0.nullableTypedObjectPost($1, options: $2).json
        },
        .init("one or null: null", TypedObject1?.none, nil) {
            try await $0.nullableTypedObjectPost($1, options: $2).json
        },
    ]

    static let objects: [RoundTrip] = [
        .init("by a constant", TypedObjectOneOf.typedObject1(.init(value: "v")), ["type": "obj1", "value": "v"]) {
            try await $0.typedObjectOneOfPost($1, options: $2).json
        },
        .init(
            "by a constant: the last", TypedObjectOneOf.typedObject3(.init(value: "v")), ["type": "obj3", "value": "v"]
        ) {
            try await $0.typedObjectOneOfPost($1, options: $2).json
        },
        .init(
            "of no schema", TypedObjectOneOf.unknown(["type": "obj4", "value": "v"]), ["type": "obj4", "value": "v"]
        ) {
            try await $0.typedObjectOneOfPost($1, options: $2).json
        },
        .init("by members", WeaklyTypedOneOfObject.simpleObject(.sample), SimpleObject.sampleJSON) {
            try await $0.weaklyTypedOneOfPost($1, options: $2).json
        },
        .init("by members: the deep one", WeaklyTypedOneOfObject.deepObject(.sample), DeepObject.sampleJSON) {
            try await $0.weaklyTypedOneOfPost($1, options: $2).json
        },
        .init(
            "anything", InfectedWithAny(data: .map(["a": 1, "b": [true, nil]])), ["data": ["a": 1, "b": [true, nil]]]
        ) {
            try await $0.infectedWithAny($1, options: $2).json
        },
        .init(
            "an object beside anything", InfectedWithAny(data: .simpleObject(.sample)),
            ["data": SimpleObject.sampleJSON]
        ) {
            try await $0.infectedWithAny($1, options: $2).json
        },
        .init(
            "members of both", OneOfOverlappingObjectsRequest.Body(field1: "a", field2: true),
            ["field1": "a", "field2": true],
            returning: OneOfOverlappingObjects.obj2(.init(field1: "a", field2: true))
        ) { try await $0.oneOfOverlappingObjects($1, options: $2).json },
        .init(
            "members of one", OneOfOverlappingObjectsRequest.Body(field1: "a"), ["field1": "a"],
            returning: OneOfOverlappingObjects.obj1(.init(field1: "a"))
        ) { try await $0.oneOfOverlappingObjects($1, options: $2).json },
        .init(
            "members of one, and another", OneOfOverlappingObjectsRequest.Body(field1: "a", field3: 1.5),
            ["field1": "a", "field3": 1.5],
            returning: OneOfOverlappingObjects.obj1(.init(field1: "a", unknownFields: ["field3": 1.5]))
        ) { try await $0.oneOfOverlappingObjects($1, options: $2).json },
    ]

    @Test(arguments: primitives + nullable + collapsed + objects) func theyComeBack(row: RoundTrip) async throws {
        try await row.check()
    }
}
