import ApusIR
import ApusOpenAPI
import ApusYAML

/// What a schema says to people and to tools, beside the shape of its values.
struct Annotations {
    var documentation = Documentation()
    var deprecation: Deprecation?
    var defaultValue: YAMLNode?
    var nameOverride: String?
}

extension Builder {
    /// The annotations of a schema, those of its annotation-only parts included.
    func annotations(of schema: Schema) -> Annotations {
        if !schema.keywords.extensions.isEmpty { reportExtensions(schema.keywords.extensions, at: schema.place) }
        var notes = Annotations()
        for part in schema.keywords.allOf ?? [] where part.isAnnotationOnly { notes.add(part) }
        notes.add(schema)
        notes.addConditions(of: schema)
        return notes
    }
}

extension Annotations {
    mutating func add(_ schema: Schema) {
        if let title = schema.keywords.title { documentation.summary = title }
        if let description = schema.keywords.description ?? schema.keywords.reference?.description {
            documentation.description = description
        }
        if schema.keywords.isDeprecated || deprecation != nil {
            let message = schema.keywords.extensions.deprecationMessage
            deprecation = Deprecation(message: message ?? deprecation?.message)
        }
        if let value = schema.keywords.defaultValue { defaultValue = value }
        if let name = schema.nameOverride { nameOverride = name }
    }
}

extension Annotations {
    /// Says what is not checked, as long as there are words to say it after.
    fileprivate mutating func addConditions(of schema: Schema) {
        let keywords = schema.uncheckedConditions
        guard !keywords.isEmpty else { return }
        let names = keywords.map { "`\($0)`" }.joined(separator: " and ")
        let note = "The API checks a condition (\(names)) that this type does not."
        documentation.description = documentation.description.map { "\($0)\n\n\(note)" } ?? note
    }
}

// A schema's keywords are a large value: what is asked of them is asked of the schema, so that they are not copied.
extension Schema {
    /// A name that an extension gives. Only a hint: the naming stage makes an identifier of it.
    var nameOverride: String? {
        guard !keywords.extensions.isEmpty else { return nil }
        return keywords.extensions.text("x-apus-name", "x-speakeasy-name-override")
    }

    /// Whether an extension says to leave it out.
    var isIgnored: Bool { !keywords.extensions.isEmpty && keywords.extensions.isIgnored }
}

extension OrderedMap where Value == YAMLNode {
    /// The first of these extensions that holds text.
    func text(_ keys: String...) -> String? {
        guard !isEmpty else { return nil }
        for key in keys {
            if let scalar = self[key]?.scalar, scalar.kind == .string, !scalar.text.isEmpty { return scalar.text }
        }
        return nil
    }

    /// The first of these extensions that is written at all decides.
    func flag(_ keys: String...) -> Bool {
        guard !isEmpty else { return false }
        for key in keys {
            if case .boolean(let value) = self[key]?.scalar?.kind { return value }
        }
        return false
    }
}

extension Schema {
    /// Whether the schema says nothing about the shape of values, nullability aside.
    var isAnnotationOnly: Bool {
        boolean == nil && keywords.reference == nil && keywords.types.subtracting(.null).isEmpty
            && keywords.enumeration == nil && keywords.constant == nil && keywords.format == nil
            && keywords.items == nil && keywords.properties == nil && keywords.patternProperties == nil
            && keywords.additionalProperties == nil && keywords.required.isEmpty && keywords.prefixItems == nil
            && keywords.allOf == nil && keywords.anyOf == nil && keywords.oneOf == nil
            && keywords.contentEncoding == nil && !hasConditionalProperties
    }
}
