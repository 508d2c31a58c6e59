extension JSONWriter {
    /// Opens an object.
    ///
    /// - Parameter unknownFields: members that the type does not know, kept from reading. A member written with
    ///   `required`, `nullable` or `presence`, or a value written with `optional`, wins over the unknown one of its
    ///   name; an unknown one wins over a constant and over an `optional` nil. What remains is written at the end.
    public mutating func beginObject(_ unknownFields: JSONObject = [:]) {
        beginValue()
        outerObjects.append(object)
        object = OpenObject(start: buffer.count, unknownFields: unknownFields)
        buffer.append(.openBrace)
        needsComma = false
    }

    /// Writes the unknown fields that remain and closes the object.
    public mutating func endObject() {
        if !object.unknownFields.isEmpty {
            for (key, value) in object.unknownFields {
                writeName(key)
                write(value)
            }
        }
        buffer.append(.closeBrace)
        needsComma = true
        object = outerObjects.popLast() ?? OpenObject()
    }

    /// Writes a member.
    public mutating func required<T: JSONCodable>(_ key: JSONKey, _ value: T) {
        writeMember(key, value)
    }

    /// Writes a member; nil as null.
    public mutating func nullable<T: JSONCodable>(_ key: JSONKey, _ value: T?) {
        if let value { writeMember(key, value) } else { writeNull(key) }
    }

    /// Writes a member; nil leaves it out.
    public mutating func optional<T: JSONCodable>(_ key: JSONKey, _ value: T?) {
        if let value { writeMember(key, value) } else { writeUnknown(key) }
    }

    /// Writes a member; `.absent` leaves it out.
    public mutating func presence<T: JSONCodable>(_ key: JSONKey, _ value: Presence<T>) {
        switch value {
        case .absent: writeUnknown(key)
        case .null: writeNull(key)
        case .value(let value): writeMember(key, value)
        }
    }

    /// Writes a member whose value the schema fixes, unless another value of it was kept from reading.
    public mutating func constant<T: JSONCodable>(_ key: JSONKey, _ value: T) {
        if !writeUnknown(key) { writeMember(key, value) }
    }

    /// Writes members, sorted by name (by bytes). Those whose names have been written already are left out.
    public mutating func additional<T: JSONCodable>(_ members: [String: T]) {
        guard !members.isEmpty else { return }
        let written = writtenNames()
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (position, (key, value)) in sorted.enumerated() where !written.contains(JSONString(key)) {
            object.unknownFields.removeValue(forKey: key)
            writeName(key)
            writeValue(value, at: .member(position))
        }
    }

    @inline(__always)
    mutating func writeMember<T: JSONCodable>(_ key: JSONKey, _ value: T) {
        writeKnownName(key)
        writeValue(value, at: .key(key.asString))
    }

    @inline(never)
    mutating func writeNull(_ key: JSONKey) {
        writeKnownName(key)
        writeNull()
    }

    /// Writes the unknown field of that name, if there is one.
    @discardableResult
    mutating func writeUnknown(_ key: JSONKey) -> Bool {
        if object.unknownFields.isEmpty { return false }
        guard let value = removeUnknown(key) else { return false }
        writeName(key.asString)
        write(value)
        return true
    }

    @inline(never)
    private mutating func removeUnknown(_ key: JSONKey) -> JSONValue? {
        object.unknownFields.position(of: key.utf8Bytes).map { object.unknownFields.remove(at: $0) }
    }

    @inline(__always)
    private mutating func writeKnownName(_ key: JSONKey) {
        if !object.unknownFields.isEmpty { _ = removeUnknown(key) }
        beginValue()
        writeQuoted(key.utf8Bytes)
        endName()
    }

    mutating func writeName(_ key: String) {
        write(key)
        endName()
    }

    @inline(__always)
    private mutating func endName() {
        buffer.append(.colon)
        needsComma = false
    }

    /// The names that the open object has so far. Read back from the text: that costs only those who have additional
    /// members, while a list kept on the side would cost every object.
    private func writtenNames() -> Set<JSONString> {
        if buffer.count == object.start + 1 { return [] }
        let text = Array(buffer.bytes[object.start...]) + [.closeBrace]
        guard let object = try? JSONObject(jsonBytes: text, limits: .ownText) else { return [] }
        return Set(object.map { JSONString($0.key) })
    }
}
