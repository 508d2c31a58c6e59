/// The members of an object, taken by name. Asked in the order of the text, each costs one comparison, since the
/// reader remembers where the last one stood; otherwise it searches. It knows which members nobody took.
public struct JSONObjectReader: ~Copyable {
    let document: JSONDocument
    let object: TapePointer
    /// The name of the member behind the last one found, and its position.
    private var cursor: TapePointer
    private var position = 0
    private var taken = MemberSet()

    init(_ document: JSONDocument, _ object: TapePointer) {
        self.document = document
        self.object = object
        cursor = object + 1
    }

    private var memberCount: Int { Int(object.pointee.length) }

    /// The value of the member `key`, or nil. A found one stands at `position - 1`.
    @inline(__always)
    private mutating func find(_ key: JSONKey) -> TapePointer? {
        let name = cursor
        if position < memberCount, JSONReader.matches(name, in: document.bytes, key.utf8Bytes) {
            cursor = (name + 1).next
            position &+= 1
            return name + 1
        }
        return search(key.utf8Bytes)
    }

    /// Looks from the cursor to the end, then from the beginning to the cursor.
    @inline(never)
    private mutating func search(_ key: UnsafeBufferPointer<UInt8>) -> TapePointer? {
        let bytes = document.bytes
        var name = cursor
        var candidate = position
        for _ in 0..<memberCount {
            if candidate == memberCount { (name, candidate) = (object + 1, 0) }
            let value = name + 1
            if JSONReader.matches(name, in: bytes, key) {
                (cursor, position) = (value.next, candidate + 1)
                return value
            }
            (name, candidate) = (value.next, candidate + 1)
        }
        return nil
    }

    @inline(__always)
    private mutating func take() { taken.insert(position &- 1) }

    @inline(__always)
    private func decode<T: JSONCodable>(
        _ type: T.Type, _ key: JSONKey, _ value: TapePointer
    ) throws(JSONError) -> T {
        do {
            return try T(json: JSONReader(Unmanaged.passUnretained(document), value))
        } catch {
            throw error.prepending(.key(key.asString))
        }
    }
}

extension JSONObjectReader {
    /// The member `key`, which must be there.
    ///
    /// - Throws: `JSONError` when it is missing or no `T`.
    public mutating func required<T: JSONCodable>(_ key: JSONKey) throws(JSONError) -> T {
        guard let value = find(key) else { throw missing(key) }
        take()
        return try decode(T.self, key, value)
    }

    /// The member `key`, which may be null. One that is missing reads as null, since servers leave such members out.
    ///
    /// - Throws: `JSONError` when it is neither null nor a `T`.
    public mutating func nullable<T: JSONCodable>(_ key: JSONKey) throws(JSONError) -> T? {
        guard let value = find(key) else {
            // It would be written as null: a branch of a union that does without it fits better.
            document.choice.misfits += 1
            return nil
        }
        take()
        if value.pointee.kind == .null { return nil }
        return try decode(T.self, key, value)
    }

    /// The member `key`, which may be missing. One that is null reads as missing, and stays among the unknown fields,
    /// so that writing the object again gives it back. So does an empty text where a format is expected, which is how
    /// many servers say that there is no value.
    ///
    /// - Throws: `JSONError` when it is there, not null and no `T`.
    public mutating func optional<T: JSONCodable>(_ key: JSONKey) throws(JSONError) -> T? {
        guard let value = find(key) else { return nil }
        guard value.pointee.kind != .null else {
            // It stays among the unknown fields, but is known.
            document.choice.misfits -= 1
            return nil
        }
        do {
            let decoded = try decode(T.self, key, value)
            take()
            return decoded
        } catch {
            if T.self is any JSONTextFormat.Type, isEmptyText(value) { return nil }
            throw error
        }
    }

    @inline(never)
    private func isEmptyText(_ value: TapePointer) -> Bool {
        let reader = JSONReader(Unmanaged.passUnretained(document), value)
        return reader.isKind(.string) && reader.stringContent.isEmpty
    }

    /// The member `key`, with missing and null told apart.
    ///
    /// - Throws: `JSONError` when it is there, not null and no `T`.
    public mutating func presence<T: JSONCodable>(_ key: JSONKey) throws(JSONError) -> Presence<T> {
        guard let value = find(key) else { return .absent }
        take()
        return value.pointee.kind == .null ? .null : .value(try decode(T.self, key, value))
    }

    /// Takes the member `key` when it has the value that its schema fixes; another value stays among the unknown
    /// fields, and wins when the object is written again. One that is missing is written.
    public mutating func constant<T: JSONCodable & Equatable>(_ key: JSONKey, _ value: T) {
        let found = find(key)
        if let found, let decoded = try? decode(T.self, key, found), decoded == value {
            take()
            return
        }
        // Another value is counted among the unknown fields. A missing constant would be written, and so counts too.
        if found == nil { document.choice.misfits += 1 }
        if document.choice.root == object { document.choice.lacksConstant = true }
    }

    /// Takes the member `key`, if it is there, so that it is not among the unknown fields.
    public mutating func discard(_ key: JSONKey) {
        if find(key) != nil { take() }
    }

    /// The members that nobody took, in the order of the text.
    ///
    /// - Throws: `JSONError` of kind `.duplicateKey` when two members of the object have one name.
    public mutating func unknownFields() throws(JSONError) -> JSONObject {
        var unknown = JSONObject()
        guard taken.count < memberCount else { return unknown }
        document.choice.misfits += memberCount - taken.count
        try forEachUntaken { name, reader, _ throws(JSONError) in
            unknown.append(name, reader.value())
        }
        return unknown
    }

    /// The members that nobody took, for objects whose further members have one type.
    ///
    /// - Throws: `JSONError` when one is no `T` (its place is in the path, its name is not), or when two members of the
    ///   object have one name.
    public mutating func additional<T: JSONCodable>() throws(JSONError) -> [String: T] {
        var rest: [String: T] = [:]
        guard taken.count < memberCount else { return rest }
        try forEachUntaken { name, reader, position throws(JSONError) in
            do throws(JSONError) {
                // Names that differ only in how Unicode composes them are one key of a Swift dictionary.
                guard try rest.updateValue(T(json: reader), forKey: name) == nil else { throw reader.duplicate() }
            } catch {
                throw error.prepending(.member(position))
            }
        }
        return rest
    }

    /// The members that nobody took and that are `T`s, for objects with fields whose further members have one type.
    /// What is no `T` stays among the unknown fields: servers add members of other types.
    public mutating func additionalProperties<T: JSONCodable>() throws(JSONError) -> [String: T] {
        var rest: [String: T] = [:]
        guard taken.count < memberCount else { return rest }
        var fitting: [Int] = []
        try forEachUntaken { name, reader, position throws(JSONError) in
            guard rest[name] == nil, let value = try? T(json: reader) else { return }
            rest[name] = value
            fitting.append(position)
        }
        for position in fitting { taken.insert(position) }
        return rest
    }

    /// Visits the members that nobody took, after a check that no other member has their name.
    private func forEachUntaken(
        _ visit: (String, borrowing JSONReader, Int) throws(JSONError) -> Void
    ) throws(JSONError) {
        let names = NameCheck(document, object, questions: memberCount - taken.count)
        try forEachMember { name, position throws(JSONError) in
            guard !taken.contains(position) else { return }
            let text = JSONReader(Unmanaged.passUnretained(document), name).stringContent
            let reader = JSONReader(Unmanaged.passUnretained(document), name + 1)
            guard names.isUnique(text) else { throw reader.duplicate() }
            try visit(text, reader, position)
        }
    }

    private func forEachMember(_ visit: (TapePointer, Int) throws(JSONError) -> Void) throws(JSONError) {
        var name = object + 1
        for position in 0..<memberCount {
            try visit(name, position)
            name = (name + 1).next
        }
    }

    @inline(never)
    private func missing(_ key: JSONKey) -> JSONError {
        JSONError(.missingKey, "this required member is missing", byteOffset: object.errorOffset)
            .prepending(.key(key.asString))
    }
}
