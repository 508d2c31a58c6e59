/// An XML document as text. Apus does not read or write XML: a coder of your choice makes values of it.
///
/// ```swift
/// // Conform the coder once, …
/// struct PlainXML: XMLCoding {
///     func encode<T: Encodable>(_ value: T) throws -> String { … }
///     func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T { … }
/// }
/// // … then send and read values.
/// let pet = try await client.pets.addPet(body: .xml(.init(newPet, with: PlainXML()))).decode(Pet.self, with: PlainXML())
/// ```
public struct XMLText: Sendable, Hashable {
    /// The text. It is sent in UTF-8, and so its declaration, if it has one, should say that or nothing.
    public var text: String

    /// A document from its text.
    public init(_ text: String) { self.text = text }

    /// A document that a coder writes.
    public init<T: Encodable>(_ value: T, with coder: some XMLCoding) throws { text = try coder.encode(value) }

    /// The value that a coder reads from the document.
    public func decode<T: Decodable>(_ type: T.Type = T.self, with coder: some XMLCoding) throws -> T {
        try coder.decode(type, from: text)
    }
}

extension XMLText: ExpressibleByStringLiteral {
    /// A document from its text.
    public init(stringLiteral value: String) { text = value }
}

extension XMLText: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}

/// What turns values into XML text and back, by Swift's own protocols: a wrapper of a few lines around any XML library.
public protocol XMLCoding: Sendable {
    /// Writes a value as an XML document.
    func encode<T: Encodable>(_ value: T) throws -> String
    /// Reads a value from an XML document.
    func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T
}
