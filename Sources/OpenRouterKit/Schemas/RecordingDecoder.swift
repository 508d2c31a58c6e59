import OpenRouter

/// A decoder that gives made-up values and notes what is asked for.
struct RecordingDecoder: Decoder {
    let recorder: SchemaRecorder
    let record: RecordedValue
    var codingPath: [any CodingKey] = []
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RecordingMembers<Key>(recorder: recorder, record: record, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw recorder.fail("it reads an array by itself; give it a schema with `SchemaDescribing`")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        RecordingSingle(recorder: recorder, record: record, codingPath: codingPath)
    }
}

/// One value that is read as a whole.
struct RecordingSingle: SingleValueDecodingContainer {
    let recorder: SchemaRecorder
    let record: RecordedValue
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool {
        record.noteNullable()
        return false
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try made(type) }

    // The protocol names these one by one; each goes the way of all types.
    func decode(_ type: Bool.Type) throws -> Bool { try made(type) }
    func decode(_ type: String.Type) throws -> String { try made(type) }
    func decode(_ type: Double.Type) throws -> Double { try made(type) }
    func decode(_ type: Float.Type) throws -> Float { try made(type) }
    func decode(_ type: Int.Type) throws -> Int { try made(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try made(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try made(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try made(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try made(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try made(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try made(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try made(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try made(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try made(type) }

    private func made<T: Decodable>(_ type: T.Type) throws -> T {
        let recorded = try recorder.record(type)
        record.note(single: recorded.schema)
        return recorded.value
    }
}
