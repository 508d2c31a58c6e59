import Foundation
import OpenRouter
import OpenRouterKit

// What the schemas' tests derive.

struct Nothing: Decodable {}

struct Flat: Decodable {
    var name: String
    var age: Int
    var weight: Double?
    var isMember: Bool

    enum CodingKeys: String, CodingKey {
        case name, age, weight
        case isMember = "is_member"
    }
}

struct Deep: Decodable {
    var flat: Flat?
    var rows: [[Int?]]
    var size: UInt8
}

struct Loose: Decodable {
    var tags: Set<String>
    var counts: [String: Int]
    var anything: JSONValue?
}

enum Unit: String, Decodable, CaseIterable { case celsius, fahrenheit }
enum Level: Int, Decodable, CaseIterable { case low = 1, high }

struct Enumerations: Decodable {
    var unit: Unit
    var levels: [Level]
    var other: Unit?
}

struct Formats: Decodable {
    var at: Date
    var id: UUID
    var link: URL
    var bytes: Data
    var price: Decimal
    var share: Float
}

struct Tree: Decodable {
    var value: Int
    var children: [Tree]
}

struct Forest: Decodable {
    var first: Tree
    var others: [Tree]
}

final class Chain: Decodable, Sendable {
    let next: Chain?
}

struct Described: SchemaDescribing {
    var city: String
    var unit: Unit?
    static let schemaDescription: String? = "A place."
    static let schemaDescriptions = ["city": "In English.", "unit": "Of the temperature."]
}

/// Refuses what is no address, and so says what it is.
struct Address: SchemaDescribing, Sendable {
    var text: String

    init(text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        guard text.contains("@") else { throw Refused() }
    }

    struct Refused: Error {}
    static let jsonSchema: JSONValue? = ["type": "string", "format": "email"]
    static var schemaSample: Address? { Address(text: "a@b") }
}

struct Contact: Decodable { var address: Address }

/// A text in a type of its own.
struct Wrapped: RawRepresentable, Decodable { var rawValue: String }

/// Reads by hand: a nested object, a member that may be missing, one that may be null.
struct ByHand: Decodable {
    var inner: Int
    var maybe: String
    var other: Wrapped

    enum CodingKeys: String, CodingKey { case outer, maybe, other }
    enum Inner: String, CodingKey { case inner }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        inner = try container.nestedContainer(keyedBy: Inner.self, forKey: .outer).decode(Int.self, forKey: .inner)
        maybe = container.contains(.maybe) ? try container.decode(String.self, forKey: .maybe) : ""
        other = try container.decode(Wrapped.self, forKey: .other)
    }
}

class Animal: Decodable { var legs: Int }

final class Dog: Animal {
    var name: String

    enum CodingKeys: String, CodingKey { case name }

    required init(from decoder: any Decoder) throws {
        name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
        try super.init(from: decoder)
    }
}

// What cannot be derived.

enum Open: String, Decodable { case one }
enum Payload: Decodable { case text(String), number(Int) }
struct HasPayload: Decodable { var items: [Payload] }
struct HasOpen: Decodable { var open: Open }

struct Positions: Decodable {
    var first: Int

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        first = try container.decode(Int.self)
    }
}

final class Endless: Decodable, Sendable {
    let inner: Endless
}

struct Misnamed: SchemaDescribing {
    var city: String
    static let schemaDescriptions = ["town": "?"]
}

/// Goes on after errors.
struct Swallowing: Decodable {
    var open: Open?

    enum CodingKeys: String, CodingKey { case open }

    init(from decoder: any Decoder) throws {
        open = try? decoder.container(keyedBy: CodingKeys.self).decode(Open.self, forKey: .open)
    }
}

struct BadKeys: Decodable { var counts: [Unit: Int] }
