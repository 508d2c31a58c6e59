public import ApusJSON
public import HTTPTypes

/// A request as it arrived at a ``MockTransport`` or an ``ExampleServer``.
public struct RecordedRequest: Sendable, Hashable {
    /// A name and a value of the query, decoded.
    public struct QueryItem: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value; empty when there is none.
        public var value: String

        /// An item from its parts.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The operation's ID; empty when the request fits none.
    public var operationID: String
    /// The method, exactly as sent.
    public var method: String
    /// Path and query, exactly as sent.
    public var target: String
    /// The header fields, in the order and with the upper and lower case in which they were sent.
    public var headers: HTTPFields
    /// The body; empty for a request without one.
    public var body: [UInt8]

    /// A request from its parts.
    public init(operationID: String, method: String, target: String, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.operationID = operationID
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// The path, exactly as sent, without the query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The query's names and values, in the order in which they were sent, read like a form's: `+` is a space, `%2B` a
    /// plus (WHATWG URL, application/x-www-form-urlencoded).
    public var query: [QueryItem] {
        guard let start = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: start)...].split(separator: "&").map { item in
            let name = item.prefix { $0 != "=" }
            return QueryItem(
                name: PercentEncoding.decode(name, isForm: true),
                value: PercentEncoding.decode(item.dropFirst(name.count + 1), isForm: true))
        }
    }

    /// The value of a header field, `nil` when it was not sent; the name's case does not matter.
    public func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The body as text.
    public var bodyText: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON, `nil` when it is none.
    public var json: JSONValue? { try? JSONValue(jsonBytes: body) }
}

/// Percent-encoding (RFC 3986, 2.1), and the variety of it that forms use.
enum PercentEncoding {
    /// The text that is meant; a `%` without two hexadecimal digits stands for itself. In a form `+` is a space.
    static func decode(_ text: Substring, isForm: Bool = false) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(hexadecimal: rest.prefix(2)) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// The byte that exactly two hexadecimal digits stand for.
    fileprivate init?(hexadecimal digits: Substring.UTF8View) {
        var value: UInt8 = 0
        guard digits.count == 2 else { return nil }
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | (digit - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | ((digit | 0x20) - 0x57)
            default: return nil
            }
        }
        self = value
    }
}
