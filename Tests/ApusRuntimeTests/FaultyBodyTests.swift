import Testing

@testable import ApusRuntime

/// Faulty servers, rows 19 and 20: JSON that is too deep, or none, or not what the document says. (`StackTests` reads the
/// deep ones on a small stack, `ErrorMappingTests` has more of the others.)
@Suite("Faulty bodies") struct FaultyBodyTests {
    /// A value that holds values of its own kind.
    struct Tree: JSONFormDefaults, JSONModel {
        var children: [Tree]

        init(json: borrowing JSONReader) throws(JSONError) {
            var members = try json.object()
            children = try members.required("children")
        }

        func write(to writer: inout JSONWriter) { writer.write(1) }
    }

    struct GetTree: OperationRequest {
        typealias Output = Tree
        static let operation = OperationDescription(
            id: "tree", method: "GET", path: "/", accept: ["application/json"], success: [.exact(200)],
            errors: SampleAPI.errors)
        func encode(into request: inout RequestBuilder) {}
    }

    struct GetAny: OperationRequest {
        typealias Output = JSONValue
        static let operation = OperationDescription(
            id: "any", method: "GET", path: "/", accept: ["application/json"], success: [.exact(200)],
            errors: SampleAPI.errors)
        func encode(into request: inout RequestBuilder) {}
    }

    static func nested(_ open: String, _ close: String, _ depth: Int) -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }

    @Test("Depth: given, want", arguments: [(60, true), (100, false), (513, false), (100_000, false)])
    func depth(_ depth: Int, _ isFine: Bool) async {
        let tree = String(repeating: #"{"children":["#, count: depth) + String(repeating: "]}", count: depth)
        let error = await Harness(.json(200, tree)).failure(GetTree())
        #expect(error?.name == (isFine ? nil : "decoding"), "\(depth)")
        let list = await Harness(.json(200, Self.nested("[", "]", depth))).failure(GetAny())
        // A list is one level, a tree's level is two.
        #expect(list?.name == (depth <= 128 ? nil : "decoding"), "\(depth)")
        // In an error's body the depth costs nothing but its words.
        let broken = await Harness(.json(404, #"{"error":"# + Self.nested("[", "]", depth) + "}")).failure(GetAny())
        #expect(broken?.name == "notFound")
    }

    static func body(_ cost: String) -> String { #"{"data":{"id":"x","total_cost":\#(cost)}}"# }

    static let rows: [(String, [UInt8], isFine: Bool)] =
        [
            ("1e999", body("1e999"), false), ("NaN", body("NaN"), false), ("Infinity", body("Infinity"), false),
            ("a sign", body("+1"), false), ("2^64", body("18446744073709551616"), true),
            ("a text", body(#""1""#), false), ("null", body("null"), false),
            ("repeated, the last one counts", #"{"data":{"id":"x","total_cost":"a","total_cost":1}}"#, true),
            ("missing", #"{"data":{"id":"x"}}"#, false), ("empty", "", false), ("blank", " \r\n", false),
            ("two values", body("1") + body("1"), false),
            ("a lone surrogate", #"{"data":{"id":"\ud800","total_cost":1}}"#, false),
        ].map { ($0.0, Array($0.1.utf8), $0.2) } + [
            ("invalid UTF-8", Array(#"{"data":{"id":""#.utf8) + [0xff] + Array(#"","total_cost":1}}"#.utf8), false),
            ("NUL", Array(body("1").utf8) + [0], false),
            ("byte order mark", [0xef, 0xbb, 0xbf] + Array(body("1").utf8), false),
        ]

    @Test("Values: given, want", arguments: rows.indices) func values(_ index: Int) async {
        let (name, bytes, isFine) = Self.rows[index]
        let error = await Harness(.bytes(200, bytes)).failure()
        #expect(error?.name == (isFine ? nil : "decoding"), "\(name): \(String(describing: error))")
        #expect(error?.details.rawBody ?? bytes == bytes)
        // The body is kept, but not part of what is printed.
        #expect(error?.description.utf8.count ?? 0 < 300)
    }
}
