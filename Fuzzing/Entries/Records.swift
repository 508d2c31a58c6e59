import ApusJSON

/// A record in the style of generated code, with a member of each kind: its places are filled one by one, and given back when a
/// later member cannot be read.
struct FuzzRecord: JSONRecord {
    var unknownFields: JSONObject
    var name: String
    var count: Int?
    var list: [FuzzRecord]
    var words: [String: [String]]?
    var note: Presence<String>
    var choice: FuzzChoice
    var other: JSONValue?
    var ratio: Double?

    @inline(never)
    mutating func visit(_ members: inout JSONMembers) {
        members.begin(&unknownFields)
        members.string("name", &name)
        members.optionalInteger("count", &count)
        members.array("list", &list)
        members.optional("words", &words)
        members.presence("note", &note)
        members.required("choice", &choice)
        members.optional("other", &other)
        members.nullableDouble("ratio", &ratio)
        members.end(&unknownFields)
    }
}

/// A union in the style of generated code.
enum FuzzChoice: JSONUnion {
    case text(String)
    case record([FuzzRecord])
    case unknown(JSONValue)

    init(json: borrowing JSONReader) throws(JSONError) {
        if json.isKind(.string) {
            self = .text(try String(json: json))
        } else if json.isKind(.array) {
            self = .record(try [FuzzRecord](json: json))
        } else {
            self = .unknown(json.unmatchedValue())
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let value): value.write(to: &writer)
        case .record(let value): value.write(to: &writer)
        case .unknown(let value): value.write(to: &writer)
        }
    }
}

/// Records: what is read is written and read again as the same value; what fails leaves nothing behind, which the
/// sanitizers look after.
@Sendable func readRecord(_ bytes: [UInt8]) {
    guard let value = try? FuzzRecord(jsonBytes: bytes) else { return }
    guard let written = try? value.jsonBytes(), let again = try? FuzzRecord(jsonBytes: written) else {
        fatalError("what was read is not written, or what was written not read")
    }
    precondition(again == value, "another value")
}
