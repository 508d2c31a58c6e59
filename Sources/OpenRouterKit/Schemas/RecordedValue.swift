import OpenRouter

/// What a type read while it was decoded.
final class RecordedValue {
    private enum Member {
        case schema(JSONValue)
        /// One that is read in steps: what it is shows at the end.
        case record(RecordedValue)
    }

    private var members: [(name: String, member: Member)] = []
    private var optional: Set<String> = []
    private var single: JSONValue?
    private var isNullable = false

    func note(_ name: String, _ schema: JSONValue) { note(name, .schema(schema)) }
    func note(_ name: String, _ record: RecordedValue) { note(name, .record(record)) }
    func noteOptional(_ name: String) { optional.insert(name) }
    func note(single schema: JSONValue) { single = schema }
    func noteNullable() { isNullable = true }

    /// What is read again, by a subclass say, is the same member.
    private func note(_ name: String, _ member: Member) {
        if let place = members.firstIndex(where: { $0.name == name }) {
            members[place].member = member
        } else {
            members.append((name, member))
        }
    }

    /// The schema of what was read; nothing read is an object without members.
    func schema(strict: Bool) -> JSONValue {
        if let single { return isNullable ? single.orNull : single }
        var properties = JSONObject()
        var required: [JSONValue] = []
        for (name, member) in members {
            let schema = Self.schema(of: member, strict: strict)
            let isOptional = optional.contains(name)
            properties[name] = isOptional && strict ? schema.orNull : schema
            if strict || !isOptional { required.append(.string(name)) }
        }
        return [
            "type": "object", "properties": .object(properties), "required": .array(required),
            "additionalProperties": false,
        ]
    }

    private static func schema(of member: Member, strict: Bool) -> JSONValue {
        switch member {
        case .schema(let schema): schema
        case .record(let record): record.schema(strict: strict)
        }
    }
}
