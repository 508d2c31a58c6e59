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
        case .array: ready.append(.array(popElements(Int(reader.entry.pointee.length))))
        case .object: ready.append(.object(popMembers(Int(reader.entry.pointee.length))))
        }
    }

    /// The last `count` values, last one first: the order of the text.
    private mutating func popElements(_ count: Int) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(ready.removeLast()) }
        return elements
    }

    /// The last `count` pairs of name and value, last one first.
    private mutating func popMembers(_ count: Int) -> JSONObject {
        var members = JSONObject()
        members.reserveCapacity(count)
        for _ in 0..<count {
            guard case .string(let key) = ready.removeLast() else { preconditionFailure("a name is a string") }
            members[key] = ready.removeLast()
        }
        return members
    }
}
