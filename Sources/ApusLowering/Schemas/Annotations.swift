import ApusIR
import ApusOpenAPI
import ApusYAML

/// What a schema says to people and to tools, beside the shape of its values.
struct Annotations {
    var documentation = Documentation()
    var deprecation: Deprecation?
    var isReadOnly = false
    var isWriteOnly = false
    var defaultValue: YAMLNode?
    var nameOverride: String?
}

extension Builder {
    /// The annotations of a schema, those of its annotation-only parts included.
    func annotations(of schema: Schema) -> Annotations {
        var notes = Annotations()
        for part in schema.keywords.allOf ?? [] where part.isAnnotationOnly { notes.add(part.keywords) }
        notes.add(schema.keywords)
        return notes
    }
}

extension Annotations {
    fileprivate mutating func add(_ keywords: SchemaKeywords) {
        documentation.summary = keywords.title ?? documentation.summary
        documentation.description =
            keywords.description ?? keywords.reference?.description ?? documentation.description
        if keywords.isDeprecated || deprecation != nil {
            let message = keywords.extensions.text("x-apus-deprecation-message", "x-speakeasy-deprecation-message")
            deprecation = Deprecation(message: message ?? deprecation?.message)
        }
        isReadOnly = isReadOnly || keywords.isReadOnly
        isWriteOnly = isWriteOnly || keywords.isWriteOnly
        defaultValue = keywords.defaultValue ?? defaultValue
        nameOverride = keywords.nameOverride ?? nameOverride
    }
}

extension SchemaKeywords {
    /// A name that an extension gives. Only a hint: the naming stage makes an identifier of it.
    var nameOverride: String? { extensions.text("x-apus-name", "x-speakeasy-name-override") }

    /// Whether an extension says to leave it out.
    var isIgnored: Bool { extensions.isIgnored }
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
        let keywords = keywords
        return boolean == nil && keywords.reference == nil && keywords.types.subtracting(.null).isEmpty
            && keywords.enumeration == nil && keywords.constant == nil && keywords.format == nil
            && keywords.items == nil && keywords.properties == nil && keywords.patternProperties == nil
            && keywords.additionalProperties == nil && keywords.required.isEmpty && keywords.prefixItems == nil
            && keywords.allOf == nil && keywords.anyOf == nil && keywords.oneOf == nil
            && keywords.contentEncoding == nil
    }
}
