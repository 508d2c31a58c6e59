/// A parameter's value as the styles know it: RFC 6570 has strings, lists and associative arrays, one level deep.
enum ParameterShape {
    /// Nothing to write: null, an empty list, an empty object (RFC 6570 section 2.3: "undefined").
    case undefined
    case text(String)
    case list([String])
    case members([(key: String, text: String)])

    /// The shape of a JSON value; null elements and members are left out. A list or object inside a list or object, for
    /// which no style is defined, is compact JSON text; in ASCII, so that header fields and cookies can carry it.
    /// - Throws: ``RequestProblem`` when that part cannot be written.
    init(_ value: JSONValue, name: String) throws(RequestProblem) {
        switch value {
        case .array(let elements):
            let texts = try Self.list(elements, name)
            self = texts.isEmpty ? .undefined : .list(texts)
        case .object(let object):
            let members = try Self.members(object, name)
            self = members.isEmpty ? .undefined : .members(members)
        default: self = Self.scalar(value).map(Self.text) ?? .undefined
        }
    }

    private static func list(_ elements: [JSONValue], _ name: String) throws(RequestProblem) -> [String] {
        var texts: [String] = []
        for element in elements where element != .null { texts.append(try flat(element, name)) }
        return texts
    }

    private static func members(
        _ object: JSONObject, _ name: String
    ) throws(RequestProblem) -> [(key: String, text: String)] {
        var members: [(key: String, text: String)] = []
        for (key, value) in object where value != .null { members.append((key, try flat(value, name))) }
        return members
    }

    private static func flat(_ value: JSONValue, _ name: String) throws(RequestProblem) -> String {
        if let text = scalar(value) { return text }
        return JSONText.ascii(try JSONText.compact(value, of: name))
    }

    /// The text of a string, number or boolean.
    static func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.description
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
