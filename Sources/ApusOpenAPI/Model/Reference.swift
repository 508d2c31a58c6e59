/// An object written in place, or a `$ref` to one (OpenAPI 3.1, Reference Object).
public enum Referenced<Value: Sendable>: Sendable {
    /// Written in place.
    case inline(Value)
    /// Written elsewhere.
    case reference(Reference)

    /// The reference, when it is one.
    public var reference: Reference? {
        if case .reference(let reference) = self { reference } else { nil }
    }
}

/// A `$ref` with the two keys that may override its target's.
public struct Reference: Sendable {
    /// The reference as written, such as `#/components/parameters/Page`.
    public let text: String
    /// Where the `$ref`'s value stands.
    public let place: Place
    /// Overrides the target's summary.
    public let summary: String?
    /// Overrides the target's description.
    public let description: String?
    /// Whether it is a discriminator's: without it a value is told by other means.
    public let isMapping: Bool
    /// Whether it is a `$dynamicRef`.
    let isDynamic: Bool
    /// What it is relative to.
    let base: ReferenceBase
}

/// The kinds of objects that a `$ref` may stand for; raw values are their sections in `components`.
public enum ReferenceKind: String, Sendable, Hashable, CaseIterable {
    /// Schema Object.
    case schemas
    /// Response Object.
    case responses
    /// Parameter Object.
    case parameters
    /// Example Object.
    case examples
    /// Request Body Object.
    case requestBodies
    /// Header Object.
    case headers
    /// Security Scheme Object.
    case securitySchemes
    /// Link Object.
    case links
    /// Callback Object.
    case callbacks
    /// Path Item Object.
    case pathItems
    /// Media Type Object (3.2).
    case mediaTypes
}

/// An object that `components` can hold and that a `$ref` may name.
public protocol ReferencableObject: Sendable {
    /// Its section of `components`.
    static var referenceKind: ReferenceKind { get }
}
