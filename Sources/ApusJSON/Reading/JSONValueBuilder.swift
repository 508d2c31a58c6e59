/// Builds `JSONValue`s from the tape without recursion: it goes over the subtree from its end, so that the contents of
/// every container are ready, in order, on a stack when the container itself is met.
struct JSONValueBuilder {
    private var ready: [JSONValue] = []

    static func value(of reader: borrowing JSONReader) -> JSONValue {
        var builder = JSONValueBuilder()
        var entry = reader.entry.next
        while entry != reader.entry {
            entry -= 1
            builder.add(JSONReader(reader.document, entry))
        }
        return builder.ready[0]
    }

    private mutating func add(_ reader: borrowing JSONReader) {
        switch reader.entry.pointee.kind {
        case .null: ready.append(.null)
        case .true: ready.append(.bool(true))
        case .false: ready.append(.bool(false))
        case .number: ready.append(.number(JSONNumber(checked: String(decoding: reader.content, as: UTF8.self))))
        case .string: ready.append(.string(reader.stringContent))
        case .array: ready.append(.array(pop(Int(reader.entry.pointee.length))))
        case .object: ready.append(.object(object(of: pop(2 * Int(reader.entry.pointee.length)))))
        }
    }

    /// The last `count` values, last one first: the order of the text.
    private mutating func pop(_ count: Int) -> [JSONValue] {
        let values = Array(ready.suffix(count).reversed())
        ready.removeLast(count)
        return values
    }

    /// An object from names and values in turn.
    private func object(of contents: [JSONValue]) -> JSONObject {
        var object = JSONObject()
        for index in stride(from: 0, to: contents.count, by: 2) {
            if case .string(let key) = contents[index] { object[key] = contents[index + 1] }
        }
        return object
    }
}
