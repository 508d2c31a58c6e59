import ApusJSON
import ApusRuntime
import Testing

/// Webhooks as generated code declares them: what their bodies are read as.
@Suite struct WebhookTests {
    struct Pet: JSONCodable, Equatable {
        var name: String

        init(name: String) { self.name = name }

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            name = try object.required("name")
            _ = try object.unknownFields()
        }

        func write(to writer: inout JSONWriter) { writer.write(name) }
    }

    enum NewPet: Webhook {
        typealias Payload = Pet
        static let name = "newPet"
        static let method = "POST"
        static var statuses: [StatusPattern] { [.range(2)] }
    }

    enum Batch: Webhook {
        typealias Payload = [Pet]?
        static let name = "batch"
        static let method = "POST"
    }

    enum Picture: Webhook {
        typealias Payload = [UInt8]
        static let name = "picture"
        static let method = "PUT"
    }

    enum Gone: Webhook {
        typealias Payload = NoContent
        static let name = "gone"
        static let method = "DELETE"
    }

    @Test func jsonIsRead() throws {
        #expect(try NewPet.payload(from: Array(#"{"name": "Rex", "age": 3}"#.utf8)) == Pet(name: "Rex"))
        #expect(try Batch.payload(from: Array(#"[{"name": "Rex"}]"#.utf8)) == [Pet(name: "Rex")])
        #expect(try Batch.payload(from: Array("null".utf8)) == nil)
    }

    /// Bytes are no JSON array of numbers.
    @Test func otherBodiesStayBytes() throws {
        let bytes = Array("[1, 2]".utf8)
        #expect(try Picture.payload(from: bytes) == bytes)
        #expect(try Gone.payload(from: bytes) == NoContent())
    }

    @Test func whatDoesNotFitHasAPlace() {
        let error = #expect(throws: JSONError.self) { try NewPet.payload(from: Array(#"{"name": 1}"#.utf8)) }
        #expect(error?.description.contains("name") == true)
    }

    @Test func limitsHold() {
        let limits = JSONLimits(maximumBytes: 4)
        #expect(throws: JSONError.self) { try NewPet.payload(from: Array(#"{"name": "Rex"}"#.utf8), limits: limits) }
    }

    /// What reads any webhook takes the one that the protocol promises.
    @Test func genericCodeReadsTheSame() throws {
        func read<W: Webhook>(_ webhook: W.Type, _ text: String) throws(JSONError) -> W.Payload {
            try W.payload(from: Array(text.utf8), limits: .init())
        }
        #expect(try read(Picture.self, "[1]") == Array("[1]".utf8))
        #expect(try read(NewPet.self, #"{"name": "Rex"}"#).name == "Rex")
        #expect(NewPet.statuses.contains { $0.matches(204) } && Gone.statuses.isEmpty)
    }
}
