import ApusJSON
import Gentests
import Testing

/// Unions with a discriminator: by the names of their schemas, by a mapping, by constants.
@Suite struct TaggedUnionTests {
    private static let bikeJSON: JSONValue = ["vehicleType": "bike", "wheelsType": "two", "colour": "red"]
    private static let carJSON: JSONValue = ["vehicleType": "car", "wheelsType": "four"]

    static let bySchemaName: [RoundTrip] = [
        .init(
            "a list's object",
            StronglyTypedNullableOneOfObject.nestedEnumArray(.init(tags: "nestedEnumArray", enums: [.one, .two])),
            ["tags": "nestedEnumArray", "enums": ["one", "two"]]
        ) { try await $0.stronglyTypedNullableOneOfPost($1, options: $2).json },
        .init(
            "a map's object",
            StronglyTypedNullableOneOfObject.nestedEnumMap(.init(tags: "nestedEnumMap", enums: ["a": .three])),
            ["tags": "nestedEnumMap", "enums": ["a": "three"]]
        ) { try await $0.stronglyTypedNullableOneOfPost($1, options: $2).json },
        .init("null", StronglyTypedNullableOneOfObject?.none, nil) {
            try await $0.stronglyTypedNullableOneOfPost($1, options: $2).json
        },
    ]

    static let byMapping: [RoundTrip] = [
        .init(
            "an enumeration of one",
            StronglyTypedOneOfDiscriminatedObject.taggedObject1(.init(imageURL: "https://a.example")),
            ["tag": "tag1", "imageURL": "https://a.example"]
        ) { try await $0.stronglyTypedOneOfDiscriminatedPost($1, options: $2).json },
        .init(
            "the second", StronglyTypedOneOfDiscriminatedObject.taggedObject2(.init(profileID: "p")),
            ["tag": "tag2", "profileId": "p"]
        ) { try await $0.stronglyTypedOneOfDiscriminatedPost($1, options: $2).json },
        .init(
            "a constant", StronglyTypedOneOfDiscriminatedObject.taggedObject3(.init(phone: "1")),
            ["tag": "tag3", "phone": "1"]
        ) { try await $0.stronglyTypedOneOfDiscriminatedPost($1, options: $2).json },
        .init(
            "a tag of no schema", StronglyTypedOneOfDiscriminatedObject.unknown(["tag": "tag4", "fax": 1]),
            ["tag": "tag4", "fax": 1]
        ) { try await $0.stronglyTypedOneOfDiscriminatedPost($1, options: $2).json },
        .init(
            "constants", ConstDiscriminatedOneOf.constObject1(.init(imageURL: "i")), ["tag": "tag1", "imageURL": "i"]
        ) {
            try await $0.constDiscriminatedOneOf($1, options: $2).json
        },
        .init(
            "constants: the second", ConstDiscriminatedOneOf.constObject2(.init(profileID: "p")),
            ["tag": "tag2", "profileId": "p"]
        ) {
            try await $0.constDiscriminatedOneOf($1, options: $2).json
        },
        .init("one schema in two unions", Vehicle.car(.init()), carJSON) {
            try await $0.discriminatedOneMultipleMemberships($1, options: $2).json
        },
        .init("one schema in two unions: the other tag", HasWheels.car(.init()), carJSON) {
            try await $0.discriminatedOneMultipleMembershipsHasWheels($1, options: $2).json
        },
        .init("two tags", Vehicle.bike(.init(colour: "red")), bikeJSON) {
            try await $0.discriminatedOneMultipleMemberships($1, options: $2).json
        },
        .init("two tags: the other", HasWheels.bike(.init(colour: "red")), bikeJSON) {
            try await $0.discriminatedOneMultipleMembershipsHasWheels($1, options: $2).json
        },
        .init("a union within", NestedDiscUnion.typeA(.typeA2(.init(count: 3))), ["type": "a", "count": 3]) {
            try await $0.nestedDiscUnion($1, options: $2).json
        },
        .init("beside a union", NestedDiscUnion.typeB(.init(data: "d")), ["type": "b", "data": "d"]) {
            try await $0.nestedDiscUnion($1, options: $2).json
        },
        .init(
            "tags of one schema",
            DiscriminatedOpenEnumUnion.objectWithOpenEnumStatus1(.init(status: .pending, userID: "u")),
            ["status": "pending", "userId": "u"]
        ) { try await $0.discriminatedOpenEnum($1, options: $2).json },
        .init(
            "tags of the other schema",
            DiscriminatedOpenEnumUnion.objectWithOpenEnumStatus2(.init(status: .archived, reason: "r")),
            ["status": "archived", "reason": "r"]
        ) { try await $0.discriminatedOpenEnum($1, options: $2).json },
        .init(
            "an optional tag",
            StronglyTypedOneOfOptionalDiscriminator.optionalDiscriminatorObject2(.init(kind: "kind2", profile: "p")),
            ["kind": "kind2", "profile": "p"]
        ) { try await $0.stronglyTypedOneOfOptionalDiscriminator($1, options: $2).json },
        .init(
            "a union beside a member of like name",
            ConflictingDiscriminatorMappingKey(prefix: .taggedObject3(.init(phone: "1")), prefixTag2: .init(str: "s")),
            ["prefix": ["tag": "tag3", "phone": "1"], "prefixTag2": ["str": "s"]]
        ) { try await $0.conflictingDiscriminatorMappingKey($1, options: $2).json },
    ]

    @Test(arguments: bySchemaName + byMapping) func theyComeBack(row: RoundTrip) async throws { try await row.check() }

    /// The names of the schemas are the tags, and a member's name may hold a dot.
    @Test func wholeObjects() async throws {
        let unions = GentestsClient.with(.init()).unions
        var json = try #require(SimpleObject.sampleJSON.object)
        json["type"] = "simpleObjectWithType"
        let simple = try StronglyTypedOneOfObject.simpleObjectWithType(
            .init(jsonText: JSONValue.object(json).jsonText()))
        let call = Call()
        #expect(try await unions.stronglyTypedOneOfPost(simple, options: call.options).json == simple)
        #expect(try await call.request().json == .object(json))

        var deepJSON = try #require(DeepObject.sampleJSON.object)
        deepJSON["obj.type"] = "deepObjectWithNonStandardTypeName"
        let deep = try StronglyTypedOneOfObjectWithNonStandardDiscriminatorName.deepObjectWithNonStandardTypeName(
            .init(jsonText: JSONValue.object(deepJSON).jsonText()))
        let back = try await unions.stronglyTypedOneOfPostWithNonStandardDiscriminatorName(deep).json
        #expect(back == deep)

        let lists: ArrayOfDiscriminatedUnions = [simple, simple]
        #expect(try await unions.arrayOfDiscriminatedUnions(lists).json == lists)
        let nested = NestedArrayOfDiscriminatedUnions(nestedArray: [[simple], []])
        #expect(try await unions.nestedArrayOfDiscriminatedUnions(nested).json == nested)
        let map = ArrayOfDiscriminatedUnionsMap(arrayMap: ["a": [simple], "b": []])
        #expect(try await unions.arrayOfDiscriminatedUnionsMap(map).json == map)
    }
}
