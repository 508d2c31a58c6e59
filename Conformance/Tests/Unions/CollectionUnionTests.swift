import ApusJSON
import Gentests
import Testing

/// Unions of lists and maps, and lists and maps of unions.
@Suite struct CollectionUnionTests {
    private static let bike: JSONValue = ["vehicleType": "bike", "wheelsType": "two", "colour": "red"]
    typealias Recursive = CircularReferenceRecursiveOneOfRequest

    static let rows: [RoundTrip] = [
        .init("an object", MixedUnionTypes.bike(.init(colour: "red")), bike) {
            try await $0.mixedUnionTypes($1, options: $2).json
        },
        .init("a list of it", MixedUnionTypes.array([.init(colour: "red"), .init(colour: "red")]), [bike, bike]) {
            try await $0.mixedUnionTypes($1, options: $2).json
        },
        .init("a text", UnionWithGenericVariant.string("plain"), "plain") {
            try await $0.unionWithGenericVariantPost($1, options: $2).json
        },
        .init("a list of anything", UnionWithGenericVariant.array([["a": 1], [:]]), [["a": 1], [:]]) {
            try await $0.unionWithGenericVariantPost($1, options: $2).json
        },
        .init("lists by their objects", UnionOfArrays.foos([.init(foo: "f")]), [["foo": "f"]]) {
            try await $0.unionOfArraysPost($1, options: $2).json
        },
        .init("lists by their objects: the second", UnionOfArrays.arrayOfObject([.init(bar: "b")]), [["bar": "b"]]) {
            try await $0.unionOfArraysPost($1, options: $2).json
        },
        .init("lists by their objects: the third", UnionOfArrays.arrayOfObject2([.init(baz: "b")]), [["baz": "b"]]) {
            try await $0.unionOfArraysPost($1, options: $2).json
        },
        .init(
            "a map or a list: the map", CollectionOneOfObject.map(["allow": true, "granted": []]),
            ["allow": true, "granted": []]
        ) {
            try await $0.collectionOneOfPost($1, options: $2).json
        },
        .init("a map or a list: the list", CollectionOneOfObject.array([1, "a", nil]), [1, "a", nil]) {
            try await $0.collectionOneOfPost($1, options: $2).json
        },
        .init("a list of an enumeration", OneOfCollectionEnum?.some(.array([.abc, .def])), ["abc", "def"]) {
            try await $0.oneOfCollectionEnum(body: $1, options: $2).json
        },
        .init(
            "a map of unions", UnionMapRequest.Response.JSON(input: ["a": .boolean(true), "b": .string("true")]),
            ["input": ["a": true, "b": "true"]]
        ) { try await $0.unionMap($1, options: $2).json },
        .init("no map of unions", UnionMapOptionalRequest.Response.JSON(), [:]) {
            try await $0.unionMapOptional($1, options: $2).json
        },
        .init(
            "within itself",
            Recursive.Body(value: .map(["a": .array([.string("b"), .map([:])]), "c": .string("d")])),
            ["value": ["a": ["b", [:]], "c": "d"]],
            returning: RecursiveOneOfValue.map(["a": .array([.string("b"), .map([:])]), "c": .string("d")])
        ) { try await $0.circularReferenceRecursiveOneOf($1, options: $2).json.value },
    ]

    @Test(arguments: rows) func theyComeBack(row: RoundTrip) async throws { try await row.check() }
}
