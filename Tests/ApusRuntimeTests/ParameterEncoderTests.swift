import Testing

@testable import ApusRuntime

@Suite("Parameter styles")
struct ParameterEncoderTests {
    static func query(_ pairs: [EncodedPair]) -> String { pairs.map(\.text).joined(separator: "&") }

    typealias QueryRow = (
        name: String, value: JSONValue, style: ParameterStyle, explode: Bool, reserved: Bool, want: String
    )

    static let queryRows: [QueryRow] = [
        ("a string", "x", .form, true, false, "p=x"),
        ("an empty string", "", .form, true, false, "p="),
        ("null", .null, .form, true, false, ""),
        ("a boolean", true, .form, true, false, "p=true"),
        ("an integer", 42, .form, true, false, "p=42"),
        ("an exact number", .number(JSONNumber("1.50")!), .form, true, false, "p=1.50"),
        ("an empty list", [], .form, true, false, ""),
        ("an empty object", [:], .form, false, false, ""),
        ("null in a list", ["a", .null, "b"], .form, true, false, "p=a&p=b"),
        ("a comma in a list", ["a,b", "c"], .form, false, false, "p=a%2Cb,c"),
        ("null in an object", ["a": .null, "b": 1], .form, true, false, "b=1"),
        ("a space in a list", ["a b", "c"], .spaceDelimited, false, false, "p=a+b%20c"),
        ("pipes", ["a|b", "c"], .pipeDelimited, false, false, "p=a%7Cb%7Cc"),
        (
            "deep, two levels", ["a": ["b": 1], "c": ["x", "y"]], .deepObject, true, false,
            "p%5Ba%5D%5Bb%5D=1&p%5Bc%5D%5B%5D=x&p%5Bc%5D%5B%5D=y"
        ),
        ("deep, a list", ["x", .null, "y"], .deepObject, true, false, "p%5B%5D=x&p%5B%5D=y"),
        (
            "deep, objects in a list", ["l": [["a": 1], ["a": 2]]], .deepObject, true, false,
            "p%5Bl%5D%5B0%5D%5Ba%5D=1&p%5Bl%5D%5B1%5D%5Ba%5D=2"
        ),
        ("deep, a string", "x", .deepObject, true, false, "p=x"),
        ("deep, null", ["a": .null], .deepObject, true, false, ""),
        ("a list in a list", [["a", 1], []], .form, true, false, "p=%5B%22a%22%2C1%5D&p=%5B%5D"),
        ("an object in a list", [["k": "é"]], .form, false, false, "p=%7B%22k%22%3A%22%5Cu00e9%22%7D"),
        ("a list in an object", ["a": ["b"]], .pipeDelimited, false, false, "p=a%7C%5B%22b%22%5D"),
        ("JSON", ["a b": [1, "é"]], .json, true, false, "p=%7B%22a+b%22%3A%5B1%2C%22%C3%A9%22%5D%7D"),
        ("JSON null", .null, .json, true, false, "p=null"),
        ("JSON text", "x", .json, false, false, "p=%22x%22"),
        ("JSON, reserved kept", ["a": "b&c"], .json, false, true, "p=%7B%22a%22:%22b%26c%22%7D"),
        ("reserved kept", "http://a/b?c=d", .form, true, true, "p=http://a/b?c=d"),
        ("reserved that would end the value", "a&b#c+d[e]", .form, true, true, "p=a%26b%23c%2Bd%5Be%5D"),
        ("reserved, escaped already", "50%25 %zz", .form, true, true, "p=50%25%20%25zz"),
        (
            "the published SDK's sample", "a b/c?d=e&f#g+h%41é😀", .form, true, false,
            "p=a+b%2Fc%3Fd%3De%26f%23g%2Bh%2541%C3%A9%F0%9F%98%80"
        ),
        (
            "all punctuation", "\"'()*!:;@$,[]|\\^`{}<>=\n-._~", .form, true, false,
            "p=%22%27%28%29%2A%21%3A%3B%40%24%2C%5B%5D%7C%5C%5E%60%7B%7D%3C%3E%3D%0A-._~"
        ),
    ]

    @Test("query: given, want")
    func queries() throws {
        for row in Self.queryRows {
            let got = try ParameterEncoder.query(
                "p", row.value, style: row.style, explode: row.explode, allowReserved: row.reserved)
            #expect(Self.query(got) == row.want, "\(row.name)")
        }
    }

    @Test("a deep object nested too deeply is refused")
    func deep() {
        let value = (0..<200).reduce(JSONValue.string("x")) { inner, _ in ["a": inner] }
        #expect(throws: RequestProblem.self) { try ParameterEncoder.query("p", value, style: .deepObject) }
    }

    @Test("the names of parameters and members are escaped")
    func names() throws {
        #expect(Self.query(try ParameterEncoder.query("a b[]", "x")) == "a+b%5B%5D=x")
        #expect(Self.query(try ParameterEncoder.query("p", ["a&b": "x"])) == "a%26b=x")
        #expect(try ParameterEncoder.path("a b", "x", style: .matrix) == ";a%20b=x")
    }

    typealias PathRow = (
        name: String, value: JSONValue, style: ParameterStyle, explode: Bool, reserved: Bool, want: String
    )

    static let pathRows: [PathRow] = [
        ("dots of early versions", ["a", "b.c"], .dottedLabel, false, false, ".a.b.c"),
        ("dots of early versions, an object", ["R": 1, "G": 2], .dottedLabel, false, false, ".R.1.G.2"),
        ("dots of early versions, exploded", ["R": 1, "G": 2], .dottedLabel, true, false, ".R=1.G=2"),
        ("commas of later versions", ["a", "b"], .label, false, false, ".a,b"),
        ("reserved kept", "a:b@c;d=e,f%2F", .simple, false, true, "a:b@c;d=e,f%2F"),
        ("reserved that would end the segment", "a/b?c#d[e]", .simple, false, true, "a%2Fb%3Fc%23d%5Be%5D"),
        ("reserved in a member's name", ["a=b": "c=d"], .simple, true, true, "a%3Db=c=d"),
        ("JSON", ["a": [1, true, .null]], .json, false, false, "%7B%22a%22%3A%5B1%2Ctrue%2Cnull%5D%7D"),
        ("a list in a list", [["a"]], .matrix, true, false, ";p=%5B%22a%22%5D"),
        ("null", .null, .matrix, true, false, ""), ("an empty list", [], .label, true, false, ""),
        ("null in a list", [.null, "a"], .simple, true, false, "a"),
    ]

    @Test("path: given, want")
    func paths() throws {
        for row in Self.pathRows {
            let got = try ParameterEncoder.path(
                "p", row.value, style: row.style, explode: row.explode, allowReserved: row.reserved)
            #expect(got == row.want, "\(row.name)")
        }
    }

    static let cookieRows: [(name: String, value: JSONValue, style: ParameterStyle, explode: Bool, want: String?)] = [
        ("a list", ["a b", "c;d"], .form, true, "p=a%20b; p=c%3Bd"),
        ("a list, joined", ["a", "b,c"], .form, false, "p=a,b%2Cc"),
        ("an object", ["R": 1, "G b": 2], .form, true, "R=1; G%20b=2"),
        ("an object, joined", ["R": 1, "G": 2], .form, false, "p=R,1,G,2"),
        ("an empty string", "", .form, true, "p="), ("null", .null, .form, true, ""), ("empty", [], .form, true, ""),
        ("JSON", ["a": "b;c"], .json, true, "p=%7B%22a%22%3A%22b%3Bc%22%7D"),
        ("as it is", "a b/c%20=d", .cookie, true, "p=a b/c%20=d"),
        ("as it is, a list", ["a", "b"], .cookie, true, "p=a; p=b"),
        ("as it is, an object", ["R": 1, "G": 2], .cookie, true, "R=1; G=2"),
        ("as it is, joined", ["a", "b"], .cookie, false, "p=a,b"),
        ("as it is, nested", [["é"]], .cookie, true, #"p=["\u00e9"]"#),
        ("a semicolon", "a;b", .cookie, true, nil), ("a line break", "a\nb", .cookie, true, nil),
        ("a tab", "a\tb", .cookie, true, nil), ("not ASCII", "é", .cookie, true, nil),
        ("a member's name", ["a b": 1], .cookie, true, nil),
        ("a member's name, joined", ["a;b": 1], .cookie, false, nil),
    ]

    @Test("cookie: given, want or refused")
    func cookies() {
        for row in Self.cookieRows {
            let got = try? ParameterEncoder.cookie("p", row.value, style: row.style, explode: row.explode)
            #expect(got.map { $0.map(\.text).joined(separator: "; ") } == row.want, "\(row.name)")
        }
    }

    static let queryStringRows: [(name: String, value: JSONValue, style: ParameterStyle, want: String?)] = [
        (
            "a form", ["a b": "c d", "l": [1, 2], "o": ["x": 1], "n": .null, "e": ""], .form,
            "a+b=c+d&l=1&l=2&o=%7B%22x%22%3A1%7D&e="
        ),
        (
            "JSON", ["numbers": [1, 2], "flag": .null, "s": "a b"], .json,
            "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%2C%22s%22%3A%22a%20b%22%7D"
        ),
        ("text", "$.a[?@.b == 1]", .simple, "%24.a%5B%3F%40.b%20%3D%3D%201%5D"), ("no text", "", .simple, ""),
        ("an empty form", [:], .form, ""), ("a form of a string", "x", .form, nil),
        ("a form of a list", [1], .form, nil),
    ]

    @Test("query string: given, want or refused")
    func queryStrings() {
        for row in Self.queryStringRows {
            let got = try? ParameterEncoder.queryString(row.value, style: row.style)
            #expect(got.map(Self.query) == row.want, "\(row.name)")
        }
    }

    @Test("header values are not escaped")
    func headers() throws {
        #expect(try ParameterEncoder.header("h", ["a b", "c/d"]) == "a b,c/d")
        #expect(try ParameterEncoder.header("h", ["R": 100, "G": 200], explode: true) == "R=100,G=200")
        #expect(try ParameterEncoder.header("h", .null) == nil)
        #expect(try ParameterEncoder.header("h", [["a", 1]]) == #"["a",1]"#)
        #expect(try ParameterEncoder.header("h", .null, style: .json) == "null")
        let json: JSONValue = ["k": "é😀\u{7F}\n"]
        #expect(try ParameterEncoder.header("h", json, style: .json) == #"{"k":"\u00e9\ud83d\ude00\u007f\n"}"#)
    }
}
