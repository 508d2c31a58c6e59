import ApusJSON
import Testing

/// Branches that nothing tells apart: of those that decode, the one that leaves the least unknown.
@Suite struct BestMatchTests {
    struct Colour: OpenEnum {
        let rawValue: String
        static var knownValues: [Colour] { [.init(rawValue: "red")] }
    }

    /// Every member may be missing.
    struct Cat: JSONModel {
        var name: String?
        var lives: Int?
        var colour: Colour?
        var friend: Animal?
        var unknownFields: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            name = try object.optional("name")
            lives = try object.optional("lives")
            colour = try object.optional("colour")
            friend = try object.optional("friend")
            unknownFields = try object.unknownFields()
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject(unknownFields)
            writer.optional("name", name)
            writer.optional("lives", lives)
            writer.optional("colour", colour)
            writer.optional("friend", friend)
            writer.endObject()
        }
    }

    struct Dog: JSONModel {
        var name: String?
        var chip: Int?
        var colour: String?
        var friend: Animal?
        var unknownFields: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            name = try object.optional("name")
            chip = try object.optional("chip")
            colour = try object.optional("colour")
            friend = try object.optional("friend")
            unknownFields = try object.unknownFields()
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject(unknownFields)
            writer.optional("name", name)
            writer.optional("chip", chip)
            writer.optional("colour", colour)
            writer.optional("friend", friend)
            writer.endObject()
        }
    }

    indirect enum Animal: JSONModel {
        case cat(Cat)
        case dog(Dog)
        case unknown(JSONValue)

        init(json: borrowing JSONReader) throws(JSONError) {
            var match = BestMatch()
            var best: Self?
            if let value: Cat = match.better(json) { best = .cat(value) }
            if let value: Dog = match.better(json) { best = .dog(value) }
            if let best {
                self = best
                return
            }
            self = .unknown(json.unmatchedValue())
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .cat(let value): value.write(to: &writer)
            case .dog(let value): value.write(to: &writer)
            case .unknown(let value): value.write(to: &writer)
            }
        }

        var word: String {
            switch self {
            case .cat: "cat"
            case .dog: "dog"
            case .unknown: "unknown"
            }
        }
    }

    /// A branch with a constant, which servers may leave out.
    struct Note: JSONModel {
        var text: String?
        var inner: Item?
        var unknownFields: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            object.constant("type", "note")
            text = try object.optional("text")
            inner = try object.optional("inner")
            unknownFields = try object.unknownFields()
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject(unknownFields)
            writer.constant("type", "note")
            writer.optional("text", text)
            writer.optional("inner", inner)
            writer.endObject()
        }
    }

    struct Mark: JSONModel {
        var x: Int?
        var unknownFields: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            object.constant("type", "mark")
            x = try object.optional("x")
            unknownFields = try object.unknownFields()
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject(unknownFields)
            writer.constant("type", "mark")
            writer.optional("x", x)
            writer.endObject()
        }
    }

    indirect enum Item: JSONModel {
        case note(Note)
        case mark(Mark)
        case unknown(JSONValue)

        init(json: borrowing JSONReader) throws(JSONError) {
            var match = BestMatch()
            var best: Self?
            if let value: Note = match.better(json) { best = .note(value) }
            if let value: Mark = match.better(json) { best = .mark(value) }
            self = best ?? .unknown(json.unmatchedValue())
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .note(let value): value.write(to: &writer)
            case .mark(let value): value.write(to: &writer)
            case .unknown(let value): value.write(to: &writer)
            }
        }

        var word: String {
            switch self {
            case .note: "note"
            case .mark: "mark"
            case .unknown: "unknown"
            }
        }
    }

    @Test(arguments: [
        (#"{"name":"a"}"#, "cat"), (#"{"name":"a","lives":9}"#, "cat"), (#"{"name":"a","chip":7}"#, "dog"),
        // Null is known, a value of another type is not.
        (#"{"chip":null,"name":"a"}"#, "dog"), (#"{"lives":null,"x":1}"#, "cat"), (#"{"lives":"nine"}"#, "dog"),
        // An enumeration knows its values, others fit it less.
        (#"{"colour":"red"}"#, "cat"), (#"{"colour":"green"}"#, "dog"),
        // Equally well: the first.
        ("{}", "cat"), (#"{"x":1}"#, "cat"),
        // What is inside counts.
        (#"{"friend":{"chip":1},"lives":1}"#, "cat"), (#"{"friend":{"x":1},"chip":1}"#, "dog"),
        (#"{"friend":4,"chip":1}"#, "dog"),
        ("[]", "unknown"), ("1", "unknown"),
    ])
    func theOneThatFitsBest(text: String, want: String) throws {
        let animal = try Animal(jsonText: text)
        #expect(animal.word == want)
        #expect(try JSONValue(encoding: animal) == JSONValue(jsonText: text))
    }

    /// Constants tell branches apart: with another one a value is of no branch, and is kept as it came.
    @Test(arguments: [
        (#"{"type":"note","text":"a"}"#, "note"), (#"{"text":"a"}"#, "note"), (#"{"type":"mark","x":1}"#, "mark"),
        (#"{"type":"new","text":"a"}"#, "unknown"), (#"{"type":1}"#, "unknown"),
        // The constant of what is inside says nothing of the branch.
        (#"{"type":"note","inner":{"type":"new"}}"#, "note"), (#"{"type":"new","inner":{"type":"note"}}"#, "unknown"),
    ])
    func anotherConstantIsNoBranch(text: String, want: String) throws {
        let item = try Item(jsonText: text)
        #expect(item.word == want)
        #expect(try JSONValue(encoding: item)["inner"] == JSONValue(jsonText: text)["inner"])
    }

    /// Each level could try each branch for each of the one around it: the budget of a text ends that.
    @Test func nestingDoesNotDoubleTheWork() throws {
        var text = #"{"x":1}"#
        for _ in 0..<60 { text = #"{"friend":\#(text),"x":1}"# }
        let animal = try Animal(jsonText: text)
        #expect(try JSONValue(encoding: animal) == JSONValue(jsonText: text))
    }
}
