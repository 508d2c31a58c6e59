import ApusJSON
import Testing

/// Branches that nothing tells apart: of those that decode, the one that leaves the least unknown.
@Suite struct BestMatchTests {
    struct Colour: OpenEnum {
        let rawValue: String
        static var knownValues: [Colour] { [.init(rawValue: "red")] }
    }

    /// Every member may be missing.
    struct Cat: JSONFormDefaults, JSONModel {
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

    struct Dog: JSONFormDefaults, JSONModel {
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

    indirect enum Animal: JSONUnion {
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

    /// A branch with a constant.
    struct Note: JSONFormDefaults, JSONModel {
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

    struct Mark: JSONFormDefaults, JSONModel {
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

    indirect enum Item: JSONUnion {
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

    /// Constants tell branches apart: with another one or without it a value is of no branch, and is kept as it came.
    @Test(arguments: [
        (#"{"type":"note","text":"a"}"#, "note"), (#"{"type":"mark","x":1}"#, "mark"),
        (#"{"type":"new","text":"a"}"#, "unknown"), (#"{"type":1}"#, "unknown"),
        (#"{"text":"a"}"#, "unknown"), (#"{"x":1}"#, "unknown"), ("{}", "unknown"),
        (#"{"type":"note","inner":{"text":"a"}}"#, "note"),
        // The constant of what is inside says nothing of the branch.
        (#"{"type":"note","inner":{"type":"new"}}"#, "note"), (#"{"type":"new","inner":{"type":"note"}}"#, "unknown"),
    ])
    func anotherConstantIsNoBranch(text: String, want: String) throws {
        let item = try Item(jsonText: text)
        #expect(item.word == want)
        #expect(try JSONValue(encoding: item) == JSONValue(jsonText: text))
    }

    /// Lists of records: a constant that an element lacks would be added to it, so that another branch fits better.
    struct Sheet: OnlyRead {
        let word: String

        init(json: borrowing JSONReader) throws(JSONError) {
            var match = BestMatch()
            var best = "unknown"
            if let _: [Note] = match.better(json) { best = "notes" }
            if let _: [Cat] = match.better(json) { best = "cats" }
            word = best
        }
    }

    @Test(arguments: [
        (#"[{"type":"note","x":1}]"#, "notes"), (#"[{"x":1}]"#, "cats"), (#"[{"type":"note"},{"lives":1}]"#, "cats"),
        ("[]", "notes"), ("1", "unknown"),
    ])
    func aMissingConstantInsideCounts(text: String, want: String) throws {
        #expect(try Sheet(jsonText: text).word == want)
    }

    /// A required member that may be null would be written as null: a branch that does without it fits better.
    @Test(arguments: [
        (#"{"status":1}"#, "status"), (#"{"status":1,"latency":null}"#, "attempt"),
        (#"{"status":1,"latency":2}"#, "attempt"),
        // Both leave as much unknown: the first.
        (#"{"status":1,"latency":null,"chip":2}"#, "attempt"), (#"{"latency":2}"#, "status"), ("[]", "unknown"),
    ])
    func aMissingNullableMemberCounts(text: String, want: String) throws {
        struct Word: OnlyRead {
            let word: String

            init(json: borrowing JSONReader) throws(JSONError) {
                var match = BestMatch()
                var best = "unknown"
                if let _: Attempt = match.better(json) { best = "attempt" }
                if let _: Status = match.better(json) { best = "status" }
                word = best
            }
        }
        struct Status: OnlyRead {
            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                let _: Int? = try object.optional("status")
                _ = try object.unknownFields()
            }
        }
        #expect(try Word(jsonText: text).word == want)
    }

    /// Each level could try each branch for each of the one around it: the budget of a text ends that.
    @Test func nestingDoesNotDoubleTheWork() throws {
        var text = #"{"x":1}"#
        for _ in 0..<60 { text = #"{"friend":\#(text),"x":1}"# }
        let animal = try Animal(jsonText: text)
        #expect(try JSONValue(encoding: animal) == JSONValue(jsonText: text))
    }
}
