/// What generated records conform to: they name their members once, in `visit`, and are read and written by that.
public typealias JSONRecord = JSONRecordDefaults & JSONModel

/// What a `JSONRecord` gets for nothing: both requirements of `JSONCodable`.
///
/// One function a type, not one for reading and one for writing, and no initialiser that throws: an initialiser must be able
/// to destroy, wherever it can fail, all that it has read before, and returns what it made by copying it.
public protocol JSONRecordDefaults: JSONCodable {
    /// Shows every stored property to `members`, each once: first `begin`, last `end`, in between the others in the order of
    /// the document.
    ///
    /// For generated code. Where a value is read, the properties are memory without values: `visit` must not use them, but
    /// only pass them on.
    mutating func visit(_ members: inout JSONMembers)
}

extension JSONRecordDefaults {
    /// Reads the members of an object.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        self = try withUnsafeTemporaryAllocation(of: Self.self, capacity: 1) { buffer throws(JSONError) in
            let place = buffer.baseAddress.unsafelyUnwrapped
            try Self.read(&object, into: place)
            return place.move()
        }
    }

    /// Leaves `place` without a value when it throws.
    private static func read(
        _ object: inout JSONObjectReader, into place: UnsafeMutablePointer<Self>
    ) throws(JSONError) {
        let problem = withUnsafeMutablePointer(to: &object) { object -> JSONError? in
            var members = JSONMembers(reading: object)
            place.pointee.visit(&members)
            guard let problem = members.problem else { return nil }
            members.release()
            place.pointee.visit(&members)
            return problem
        }
        if let problem { throw problem }
    }

    /// Writes the members as an object.
    public func write(to writer: inout JSONWriter) {
        withUnsafePointer(to: self) { place in
            withUnsafeMutablePointer(to: &writer) { writer in
                var members = JSONMembers(writing: writer)
                // Nothing is changed through this pointer: members that are written are only looked at.
                UnsafeMutablePointer(mutating: place).pointee.visit(&members)
            }
        }
    }
}

// What `JSONFormDefaults` gives, once more: a protocol below both would be a conformance more for every record.
extension JSONRecordDefaults {
    /// Whether both have the same JSON form; see `JSONModel`.
    public static func == (left: Self, right: Self) -> Bool { JSONForm(left) == JSONForm(right) }

    /// Hashes the JSON form; see `JSONModel`.
    public func hash(into hasher: inout Hasher) { JSONForm(self).hash(into: &hasher) }

    /// The hash of the JSON form; see `JSONModel`. Given here, because the compiler would make one for each type.
    public var hashValue: Int { JSONForm(self).hashValue }

    /// Compact JSON, cut at about 1,000 characters.
    public var description: String { JSONForm(self).shortText }

    /// Reads from any decoder; see `JSONValue.init(from:)` for what other coders lose.
    public init(from decoder: any Decoder) throws { self = try JSONValue.decode(from: decoder) }

    /// Writes to any encoder; see `JSONValue.encode(to:)`.
    public func encode(to encoder: any Encoder) throws { try JSONValue(encoding: self).encode(to: encoder) }
}

extension JSONRecordDefaults where Self: Hashable {
    /// The hash of the JSON form for a set or a dictionary. Given here for the same reason.
    public func _rawHashValue(seed: Int) -> Int { JSONForm(self)._rawHashValue(seed: seed) }
}

extension JSONRecordDefaults {
    /// Makes a value of the members of another, by way of JSON: what the API takes from what it sent, as in
    /// `PetInput(copying: pet)`. Members that only the API sends are left behind.
    ///
    /// - Throws: `JSONError` when the other value lacks a member that this type must have.
    public init(copying other: some JSONCodable) throws(JSONError) {
        self = try JSONValue(encoding: other).decode(Self.self)
    }
}
