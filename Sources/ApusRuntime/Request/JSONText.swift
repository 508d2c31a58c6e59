/// JSON as the text of a parameter.
enum JSONText {
    /// The value without white space.
    static func compact(_ value: JSONValue, of parameter: String) throws(RequestProblem) -> String {
        do { return String(decoding: try value.jsonBytes(), as: UTF8.self) } catch {
            throw RequestProblem(.parameter, "the parameter `\(parameter)` cannot be written as JSON: \(error)")
        }
    }

    /// The same JSON in ASCII, for header fields: other characters can stand only in strings, as `\uXXXX`.
    static func ascii(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var out = ""
        for unit in json.utf16 {
            if unit < 0x7F {
                out.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                let digits = String(unit, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return out
    }
}
