import ApusOpenAPI

/// `then`, `else` and `dependentSchemas`: the condition is not checked, and what objects have when it holds, or does not,
/// is what they may have.
extension Builder {
    func addConditional(_ schema: Schema, to shape: inout Shape) {
        for keyword in schema.keywords.others where Schema.conditionals.contains(keyword.keyword) {
            for part in keyword.schemas where partsLeft > 0 && openConditionals.insert(ObjectIdentifier(part)).inserted
            {
                partsLeft -= 1
                let properties = flatten(part).properties
                for property in properties { shape.addConditional(property.key, property.schema) }
                openConditionals.remove(ObjectIdentifier(part))
            }
        }
    }

    /// The type of a property that is one thing on one condition and another on another.
    func conditionalPlan(_ property: Shape.Property) -> Plan? {
        property.choices.isEmpty ? nil : plan(forOneOf: [property.schema] + property.choices)
    }
}

extension Schema {
    fileprivate static let conditionals: Set<String> = ["then", "else", "dependentSchemas"]

    /// Whether objects have properties on a condition.
    var hasConditionalProperties: Bool {
        guard !keywords.others.isEmpty else { return false }
        return keywords.others.contains { keyword in
            Self.conditionals.contains(keyword.keyword)
                && keyword.schemas.contains {
                    $0.keywords.properties != nil || $0.keywords.reference != nil || $0.keywords.allOf != nil
                        || $0.hasConditionalProperties
                }
        }
    }

    /// The keywords that only the API checks and that say more than a range of values.
    var uncheckedConditions: [String] {
        guard !keywords.others.isEmpty else { return [] }
        return keywords.others.map(\.keyword).filter { $0 == "not" || $0 == "if" }
    }
}
