/// Makes values of header fields' texts.
///
/// A text does not say whether `12` is a string or a number; the type does. So every part is tried as a string first, and
/// what does not fit is read as a number, a boolean or one of HTTP's own dates.
struct HeaderReader {
    let form: HeaderForm

    func read<Value: JSONCodable>(_ text: String) throws(JSONError) -> Value {
        switch form {
        case .json: return try Value(jsonBytes: Array(text.utf8))
        case .text:
            let string = JSONValue.string(text)
            do { return try string.decode() } catch {
                for other in Self.readings(of: text) { if let value: Value = try? other.decode() { return value } }
                throw error
            }
        case .list: return try fitting(Self.items(text).map { (nil, $0) })
        case .object: return try fitting(Self.pairs(Self.items(text)))
        case .explodedObject: return try fitting(Self.items(text).map(Self.pair))
        }
    }

    private typealias Part = (key: String?, text: String)

    /// Decodes the parts, each as a string until the error says that it is none.
    private func fitting<Value: JSONCodable>(_ parts: [Part]) throws(JSONError) -> Value {
        var values = parts.map { JSONValue.string($0.text) }
        var open = parts.map { Self.readings(of: $0.text)[...] }
        while true {
            do { return try whole(parts, values).decode() } catch {
                guard let index = Self.place(of: error, parts), let next = open[index].popFirst() else { throw error }
                values[index] = next
            }
        }
    }

    private func whole(_ parts: [Part], _ values: [JSONValue]) -> JSONValue {
        guard form != .list else { return .array(values) }
        return .object(JSONObject(zip(parts, values).map { (key: $0.key ?? "", value: $1) }))
    }

    /// Which part an error is about.
    private static func place(of error: JSONError, _ parts: [Part]) -> Int? {
        switch error.path.first {
        case .index(let index), .member(let index): index < parts.count ? index : nil
        case .key(let key): parts.firstIndex { $0.key == key }
        case nil: nil
        }
    }

    /// What a text can be besides a string.
    private static func readings(of text: String) -> [JSONValue] {
        if text == "true" || text == "false" { return [.bool(text == "true")] }
        if let number = JSONNumber(text) { return [.number(number)] }
        // RFC 9110, section 5.6.7. Documents describe such fields as date-times, for OpenAPI has no other word.
        if let seconds = HTTPDate.parse(text, now: SystemClock().unixSeconds),
            let date = InternetTime(seconds: seconds, nanoseconds: 0).text
        {
            return [.string(date)]
        }
        return []
    }

    // MARK: - Lists

    /// The items of a list, without the space around them (RFC 9110, section 5.6.1). A comma inside of quotes ends none.
    private static func items(_ text: String) -> [String] {
        var items: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: ","), !isQuoted { items.append([]); continue }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            items[items.count - 1].append(byte)
        }
        return items.map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ item: [UInt8]) -> String {
        var item = item[...]
        while let first = item.first, first == 0x20 || first == 0x09 { item = item.dropFirst() }
        while let last = item.last, last == 0x20 || last == 0x09 { item = item.dropLast() }
        return String(decoding: item, as: UTF8.self)
    }

    private static func pairs(_ items: [String]) -> [Part] {
        stride(from: 0, to: items.count - 1, by: 2).map { (items[$0], items[$0 + 1]) }
    }

    private static func pair(_ item: String) -> Part {
        guard let equals = item.firstIndex(of: "=") else { return (item, "") }
        return (String(item[..<equals]), String(item[item.index(after: equals)...]))
    }
}
