/// The members of an object for a type whose code is generated: what fails is kept, and thrown once, at the end.
///
/// An initialiser that can throw between two of its properties must be able to destroy those before, at each place: its
/// code grows with the square of their number. Here only members without any harmless value in their place throw where
/// they stand. After a failure nothing is read any more; whoever reads must end with `unknownFields()`.
public struct JSONRecordReader: ~Copyable {
    private var object: JSONObjectReader
    private var problem: JSONError?

    init(_ object: consuming JSONObjectReader) { self.object = object }

    @inline(__always)
    private mutating func read<T>(
        otherwise fallback: @autoclosure () -> T, _ read: (inout JSONObjectReader) throws(JSONError) -> T
    ) -> T {
        guard problem == nil else { return fallback() }
        do {
            return try read(&object)
        } catch {
            problem = error
            return fallback()
        }
    }
}

extension JSONReader {
    /// The members of the value, for generated code.
    ///
    /// - Throws: `JSONError` when it is not an object.
    public func record() throws(JSONError) -> JSONRecordReader { JSONRecordReader(try object()) }
}

extension JSONRecordReader {
    /// The member `key`, which must be there.
    ///
    /// - Throws: `JSONError` when it is missing or no `T`, or when an earlier member failed.
    public mutating func required<T: JSONDecodable>(_ key: StaticString) throws(JSONError) -> T {
        if let problem { throw problem }
        return try object.required(key)
    }

    /// The member `key`, which must be a string.
    public mutating func string(_ key: StaticString) -> String {
        read(otherwise: "") { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be a boolean.
    public mutating func boolean(_ key: StaticString) -> Bool {
        read(otherwise: false) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be a whole number.
    public mutating func integer(_ key: StaticString) -> Int {
        read(otherwise: 0) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be a number.
    public mutating func double(_ key: StaticString) -> Double {
        read(otherwise: 0) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be a list.
    public mutating func array<T: JSONDecodable>(_ key: StaticString) -> [T] {
        read(otherwise: []) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be an object of members of one type.
    public mutating func map<T: JSONDecodable>(_ key: StaticString) -> [String: T] {
        read(otherwise: [:]) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which must be of an enumeration of texts.
    public mutating func enumeration<T: OpenEnumDefaults>(_ key: StaticString) -> T where T.RawValue == String {
        read(otherwise: T(rawValue: "")) { object throws(JSONError) in try object.required(key) }
    }

    /// The member `key`, which may be null; see `JSONObjectReader.nullable`.
    public mutating func nullable<T: JSONDecodable>(_ key: StaticString) -> T? {
        read(otherwise: nil) { object throws(JSONError) in try object.nullable(key) }
    }

    /// The member `key`, which may be missing; see `JSONObjectReader.optional`.
    public mutating func optional<T: JSONDecodable>(_ key: StaticString) -> T? {
        read(otherwise: nil) { object throws(JSONError) in try object.optional(key) }
    }

    /// The member `key`, with missing and null told apart.
    public mutating func presence<T: JSONDecodable>(_ key: StaticString) -> Presence<T> {
        read(otherwise: .absent) { object throws(JSONError) in try object.presence(key) }
    }

    /// Takes the member `key` when it has the value that its schema fixes; see `JSONObjectReader.constant`.
    public mutating func constant<T: JSONDecodable & Equatable>(_ key: StaticString, _ value: T) {
        object.constant(key, value)
    }

    /// Takes the member `key` and drops its value; see `JSONObjectReader.discard`.
    public mutating func discard(_ key: StaticString) { object.discard(key) }

    /// The members that nobody took and that are `T`s; see `JSONObjectReader.additionalProperties`.
    public mutating func additionalProperties<T: JSONDecodable>() -> [String: T] {
        read(otherwise: [:]) { object throws(JSONError) in try object.additionalProperties() }
    }

    /// The members that nobody took, in the order of the text: the end of reading.
    ///
    /// - Throws: `JSONError`, the first that a member met, or one of kind `.duplicateKey` when two members of the object
    ///   have one name.
    public mutating func unknownFields() throws(JSONError) -> JSONObject {
        if let problem { throw problem }
        return try object.unknownFields()
    }
}
