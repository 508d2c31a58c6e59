/// Names that documents put under `type` although JSON Schema knows them not: those of programming languages and of
/// databases.
enum ForeignTypes {
    /// What the name stands for, with a warning; any value where that is anybody's guess.
    static func read(_ name: String, _ member: Member, into keywords: inout SchemaKeywords) -> SchemaTypes {
        let known = reading(of: name.lowercased())
        if let format = known?.format, keywords.format == nil { keywords.format = format }
        member.warn(
            "unknown-type",
            "`\(name)` is not a type of JSON Schema; " + (known.map { "it is read as \($0.words)" } ?? any),
            hint: hint(for: name))
        return known?.types ?? []
    }

    private static let any = "any value is taken"

    private static func hint(for name: String) -> String {
        let names = SchemaTypes.names.map(\.name)
        let all = names.map { "`\($0)`" }.joined(separator: ", ")
        return Spelling.nearest(to: name, among: names).map { "Did you mean `\($0)`?" } ?? "Types are \(all)."
    }

    private struct Reading {
        let types: SchemaTypes
        var format: String?

        var words: String {
            let name = SchemaTypes.names.first { $0.type == types }?.name ?? "any value"
            return format.map { "`\(name)` with the format `\($0)`" } ?? "`\(name)`"
        }
    }

    private static func reading(of name: String) -> Reading? {
        if let types = SchemaTypes(name: name) { return Reading(types: types) }
        switch name {
        case "int", "long", "bigint", "short": return Reading(types: .integer)
        case "int32", "int64": return Reading(types: .integer, format: name)
        case "float", "double", "decimal": return Reading(types: .number, format: name)
        case "bool": return Reading(types: .boolean)
        case "str", "text", "char", "enum": return Reading(types: .string)
        case "date", "uuid", "uri", "binary", "byte": return Reading(types: .string, format: name)
        case "datetime", "date-time", "timestamp": return Reading(types: .string, format: "date-time")
        case "file": return Reading(types: .string, format: "binary")
        case "list": return Reading(types: .array)
        case "map", "dict", "hash", "json": return Reading(types: .object)
        default: return nil
        }
    }
}
