import ApusJSON

// Types in the shape that generated code has.

/// A type of which a test needs the reading alone.
protocol OnlyRead: JSONCodable {}

extension OnlyRead {
    func write(to writer: inout JSONWriter) { writer.fail("only read") }
}

/// A type of which a test needs the writing alone.
protocol OnlyWritten: JSONCodable {}

extension OnlyWritten {
    init(json: borrowing JSONReader) throws(JSONError) { throw json.invalidValue("only written") }
}

struct Status: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static let ok = Status(rawValue: "ok")
}

struct Level: OpenEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static let low = Level(rawValue: 1)
}

struct Attempt: JSONFormDefaults, JSONModel {
    var status: Int
    var latency: Double?
    var unknownFields: JSONObject = [:]

    init(status: Int, latency: Double? = nil) {
        self.status = status
        self.latency = latency
    }

    init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        status = try object.required("status")
        latency = try object.nullable("latency")
        unknownFields = try object.unknownFields()
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject(unknownFields)
        writer.required("status", status)
        writer.nullable("latency", latency)
        writer.endObject()
    }
}

struct Record: JSONFormDefaults, JSONModel {
    var id: String
    var cost: Double?
    var note: String?
    var patch: Presence<Int>
    var state: Status?
    var attempts: [Attempt]?
    var labels: [String: [Int]]?
    var unknownFields: JSONObject = [:]

    init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        object.constant("type", "record")
        id = try object.required("id")
        cost = try object.nullable("cost")
        note = try object.optional("note")
        patch = try object.presence("patch")
        state = try object.optional("state")
        attempts = try object.optional("attempts")
        labels = try object.optional("labels")
        unknownFields = try object.unknownFields()
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject(unknownFields)
        writer.constant("type", "record")
        writer.required("id", id)
        writer.nullable("cost", cost)
        writer.optional("note", note)
        writer.presence("patch", patch)
        writer.optional("state", state)
        writer.optional("attempts", attempts)
        writer.optional("labels", labels)
        writer.endObject()
    }
}

/// An object whose further members are numbers.
struct Scores: JSONFormDefaults, JSONModel {
    var name: String
    var additional: [String: Int]

    init(name: String, additional: [String: Int]) {
        self.name = name
        self.additional = additional
    }

    init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        name = try object.required("name")
        additional = try object.additional()
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.required("name", name)
        writer.additional(additional)
        writer.endObject()
    }
}

enum Shape: JSONUnion {
    case text(String)
    case count(Int)
    case circle(JSONObject)
    case two(JSONObject)
    case sized(JSONObject)
    case unknown(JSONValue)

    init(json: borrowing JSONReader) throws(JSONError) {
        if json.isKind(.string) {
            self = .text(try String(json: json))
        } else if json.isKind(.integer) {
            self = .count(try Int(json: json))
        } else if json.tag("type", is: "circle") {
            self = .circle(try JSONObject(json: json))
        } else if json.tag("version", equals: 2) {
            self = .two(try JSONObject(json: json))
        } else if json.has("width", "height") {
            self = .sized(try JSONObject(json: json))
        } else {
            self = .unknown(json.value())
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let value): value.write(to: &writer)
        case .count(let value): value.write(to: &writer)
        case .circle(let value), .two(let value), .sized(let value): value.write(to: &writer)
        case .unknown(let value): value.write(to: &writer)
        }
    }
}

/// A type that nests in itself.
struct Tree: JSONFormDefaults, JSONModel {
    var children: [Tree]?
    var unknownFields: JSONObject = [:]

    init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        children = try object.optional("children")
        unknownFields = try object.unknownFields()
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject(unknownFields)
        writer.optional("children", children)
        writer.endObject()
    }
}
