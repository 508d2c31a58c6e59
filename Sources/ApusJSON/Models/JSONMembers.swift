/// Visits the members of a record, to read them, to write them, or to give back what was read before a member failed.
///
/// While members are read, their places hold no values: each is initialised, and the first failure ends that. The visit that
/// follows it releases as many as were initialised.
public struct JSONMembers: ~Copyable {
    private enum Pass { case reading, failed, releasing, writing }

    private var pass: Pass
    private let object: UnsafeMutablePointer<JSONObjectReader>!
    private let writer: UnsafeMutablePointer<JSONWriter>!
    /// How many places hold values.
    private var count = 0
    /// What ended the reading.
    private(set) var problem: JSONError?

    init(reading object: UnsafeMutablePointer<JSONObjectReader>) {
        pass = .reading
        self.object = object
        writer = nil
    }

    init(writing writer: UnsafeMutablePointer<JSONWriter>) {
        pass = .writing
        object = nil
        self.writer = writer
    }

    /// The next visit releases what this one has initialised.
    mutating func release() { pass = .releasing }

    /// What a visit of one place does. Inlined, so that a type that is known costs no metadata.
    @inline(__always)
    mutating func visit<T>(
        _ place: inout T, read: (inout JSONObjectReader) throws(JSONError) -> T, write: (inout JSONWriter, T) -> Void
    ) {
        withUnsafeMutablePointer(to: &place) { place in
            switch pass {
            case .reading:
                do throws(JSONError) {
                    place.initialize(to: try read(&object.pointee))
                    count &+= 1
                } catch {
                    problem = error
                    pass = .failed
                }
            case .failed: break
            case .releasing:
                guard count > 0 else { break }
                count &-= 1
                place.deinitialize(count: 1)
            case .writing: write(&writer.pointee, place.pointee)
            }
        }
    }
}

extension JSONMembers {
    /// The members that the type does not know: the first of a visit, because what was kept of them is written with the others.
    public mutating func begin(_ unknownFields: inout JSONObject) {
        if pass == .writing { writer.pointee.beginObject(unknownFields) }
    }

    /// The members that the type does not know: the last of a visit, because the others have been read then.
    public mutating func end(_ unknownFields: inout JSONObject) {
        visit(&unknownFields) { object throws(JSONError) in
            try object.unknownFields()
        } write: { writer, _ in
            writer.endObject()
        }
    }

    /// A member whose value the schema fixes; see `JSONObjectReader.constant` and `JSONWriter.constant`.
    public mutating func constant<T: JSONCodable & Equatable>(_ key: JSONKey, _ value: T) {
        switch pass {
        case .reading: object.pointee.constant(key, value)
        case .writing: writer.pointee.constant(key, value)
        case .failed, .releasing: break
        }
    }

    /// A member that is not taken over.
    public mutating func omitted(_ key: JSONKey) {
        if pass == .reading { object.pointee.discard(key) }
    }

    /// The members beside the others, where they are of one type.
    public mutating func additional<T: JSONCodable>(_ place: inout [String: T]) {
        visit(&place) { object throws(JSONError) in
            try object.additionalProperties()
        } write: { writer, value in
            writer.additional(value)
        }
    }

    /// A member that must be there.
    public mutating func required<T: JSONCodable>(_ key: JSONKey, _ place: inout T) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.required(key, value)
        }
    }

    /// A member that may be null; see `JSONObjectReader.nullable`.
    public mutating func nullable<T: JSONCodable>(_ key: JSONKey, _ place: inout T?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullable(key, value)
        }
    }

    /// A member that may be left out; see `JSONObjectReader.optional`.
    public mutating func optional<T: JSONCodable>(_ key: JSONKey, _ place: inout T?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optional(key, value)
        }
    }

    /// A member that may be left out, be null, or have a value.
    public mutating func presence<T: JSONCodable>(_ key: JSONKey, _ place: inout Presence<T>) {
        visit(&place) { object throws(JSONError) in
            try object.presence(key)
        } write: { writer, value in
            writer.presence(key, value)
        }
    }
}
