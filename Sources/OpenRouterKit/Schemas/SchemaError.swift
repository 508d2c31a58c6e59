/// No JSON Schema can be derived from a type.
public struct SchemaError: Error, Hashable, CustomStringConvertible {
    /// Where the trouble is: the type, then the names of members, `[]` for an array's elements.
    public let path: [String]
    /// What is wrong there and what to do.
    public let message: String

    /// One line.
    public var description: String {
        let place = path.reduce(into: "") { text, step in text += step == "[]" || text.isEmpty ? step : ".\(step)" }
        return "no JSON Schema for `\(place)`: \(message)"
    }
}
