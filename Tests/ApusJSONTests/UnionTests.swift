import ApusJSON
import Testing

/// What the cases of a union can ask, and that every union reads and writes back.
@Suite struct UnionTests {
    @Test(arguments: [
        (#""x""#, "text"), ("3", "count"), ("3.0", "count"), ("1e2", "count"), ("3.5", "unknown"), ("null", "unknown"),
        (#"{"a":{"type":"circle"},"type":"circle"}"#, "circle"), (#"{"t\u0079pe":"cir\u0063le"}"#, "circle"),
        (#"{"type":{"type":"circle"}}"#, "unknown"), (#"["type","circle"]"#, "unknown"),
        (#"{"version":2.0}"#, "two"), (#"{"version":"2"}"#, "unknown"),
        (#"{"height":1,"x":[],"width":null}"#, "sized"), (#"{"width":1}"#, "unknown"), ("{}", "unknown"),
    ])
    func cases(text: String, name: String) throws {
        let shape = try Shape(jsonText: text)
        #expect("\(Mirror(reflecting: shape).children.first?.label ?? "")" == name)
        #expect(try JSONValue(encoding: shape) == JSONValue(jsonText: text))
    }

    @Test func kindsAreTold() throws {
        struct Kinds: OnlyRead {
            let kinds: [JSONKind]
            init(json: borrowing JSONReader) throws(JSONError) {
                let kind = json.kind
                let all: [JSONKind] = [.null, .boolean, .number, .string, .array, .object, .integer]
                kinds = all.filter { json.isKind($0) }
                #expect(kinds.contains(kind))
                #expect(json.isNull == (kind == .null))
                #expect(json.byteOffset == 1)
            }
        }
        for (text, kinds) in [
            ("null", [.null]), ("true", [.boolean]), ("false", [.boolean]), ("1", [.number, .integer]),
            ("-1.5", [.number]), ("10e-1", [.number, .integer]), ("\"\"", [.string]), ("[]", [.array]),
            ("{}", [.object]),
        ] as [(String, [JSONKind])] {
            #expect(try Kinds(jsonText: " " + text).kinds == kinds, "\(text)")
        }
    }

    /// A number for an integer's branch, unless no `Int` holds it: then it is the next branch's.
    @Test(arguments: [
        ("9223372036854775807", "integer"), ("-9223372036854775808", "integer"), ("9223372036854775808", "number"),
        ("1e30", "number"), ("3.0", "integer"), ("3e2", "integer"), ("0.5", "number"), (#""3""#, "unknown"),
    ])
    func aLargeIntegerIsTheNextBranchs(text: String, want: String) throws {
        enum Number: OnlyRead {
            case integer(Int)
            case number(Double)
            case unknown

            init(json: borrowing JSONReader) throws(JSONError) {
                if json.isInteger(Int.self) {
                    self = .integer(try Int(json: json))
                } else if json.isKind(.number) {
                    self = .number(try Double(json: json))
                } else {
                    self = .unknown
                }
            }

            var word: String {
                switch self {
                case .integer: "integer"
                case .number: "number"
                case .unknown: "unknown"
                }
            }
        }
        #expect(try Number(jsonText: text).word == want)
    }

    @Test func tuplesReadElementByElement() throws {
        struct Pair: OnlyRead {
            var name: String?
            var count: Int?
            init(json: borrowing JSONReader) throws(JSONError) {
                var elements = try json.array()
                name = try elements.next()
                count = try elements.next()
                #expect(elements.isAtEnd == (elements.count == elements.index))
            }
        }
        #expect(try Pair(jsonText: #"["a",2,true]"#).count == 2)
        #expect(try Pair(jsonText: "[]").name == nil)
        #expect(failure(Pair.self, #"["a",{}]"#)?.path == [.index(1)])
    }

    @Test func formatsReportTheirOwnErrors() {
        struct Even: OnlyRead {
            init(json: borrowing JSONReader) throws(JSONError) {
                if try json.integer(as: Int.self) % 2 != 0 { throw json.invalidValue("expected an even number") }
            }
        }
        #expect(
            failure([Even].self, "[2,3]")?.description == "[1]: expected an even number, at byte 3 (line 1, column 4)")
        #expect(failure([Even].self, "[2,3]")?.kind == .invalidValue)
    }
}
