import ApusJSON
import ApusRuntime
import Foundation
import Gentests

extension Date {
    /// 2020-01-01T00:00:00.001Z
    static let sample = Date(timeIntervalSince1970: 1_577_836_800.001)
}

extension CalendarDate {
    static let sample = CalendarDate("2020-01-01")!
}

extension SimpleObject {
    /// The document's own example: a member of every type.
    static let sample = SimpleObject(
        str: "test", bool: true, int: 1, int32: 1, num: 1.1, float32: 1.1, enum: .one, date: .sample,
        dateTime: .sample, any: "any", strOpt: "testOptional", boolOpt: true, intEnum: .second, int32Enum: ._55,
        bigint: 8_821_239_038_968_084, bigintStr: "9223372036854775808", decimal: Decimal(string: "3.141592653589793"),
        decimalStr: "3.14159265358979344719667586", int64Str: "100", float64Str: "1.1")

    /// What the document says that ``sample`` is in a style of pairs.
    static let samplePairs: [String: String] = [
        "any": "any", "bigint": "8821239038968084", "bigintStr": "9223372036854775808", "bool": "true",
        "boolOpt": "true", "date": "2020-01-01", "dateTime": "2020-01-01T00:00:00.001Z",
        "decimal": "3.141592653589793", "decimalStr": "3.14159265358979344719667586", "enum": "one", "float32": "1.1",
        "float64Str": "1.1", "int": "1", "int32": "1", "int32Enum": "55", "int64Str": "100", "intEnum": "2",
        "num": "1.1", "str": "test", "strOpt": "testOptional",
    ]

    /// What ``sample`` is in JSON.
    static let sampleJSON: JSONValue = [
        "any": "any", "bigint": 8_821_239_038_968_084, "bigintStr": "9223372036854775808", "bool": true,
        "boolOpt": true, "date": "2020-01-01", "dateTime": "2020-01-01T00:00:00.001Z",
        "decimal": 3.141592653589793, "decimalStr": "3.14159265358979344719667586", "enum": "one", "float32": 1.1,
        "float64Str": "1.1", "int": 1, "int32": 1, "int32Enum": 55, "int64Str": "100", "intEnum": 2, "num": 1.1,
        "str": "test", "strOpt": "testOptional",
    ]
}

extension DeepObject {
    static let sample = DeepObject(
        str: "test", bool: true, int: 1, num: 1.1, obj: .sample, map: ["key": .sample], arr: [.sample, .sample],
        any: .simpleObject(.sample))

    static let sampleJSON: JSONValue = [
        "str": "test", "bool": true, "int": 1, "num": 1.1, "obj": SimpleObject.sampleJSON,
        "map": ["key": SimpleObject.sampleJSON], "arr": [SimpleObject.sampleJSON, SimpleObject.sampleJSON],
        "any": SimpleObject.sampleJSON,
    ]
}

/// Names and values that alternate between separators: `a,1,b,2`.
func alternating(_ text: String, by separator: Character = ",") -> [String: String] {
    let words = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).reduce(into: [:]) { $0[words[$1]] = words[$1 + 1] }
}

/// Names with their values between separators: `a=1,b=2`.
func assigned(_ text: String, by separator: Character = ",") -> [String: String] {
    text.split(separator: separator).reduce(into: [:]) { pairs, word in
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        pairs[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
}

extension String {
    var decoded: String { removingPercentEncoding ?? self }
}
