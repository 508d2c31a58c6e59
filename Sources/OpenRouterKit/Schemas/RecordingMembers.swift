import OpenRouter

/// An object whose members are made up as they are asked for.
struct RecordingMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: SchemaRecorder
    let record: RecordedValue
    let codingPath: [any CodingKey]

    /// Whoever asks which members there are takes them by names that nobody knows here.
    var allKeys: [Key] {
        _ = recorder.fail(
            "it reads members whose names its code does not fix (as enumerations without raw values do); "
                + "give it a schema with `SchemaDescribing`")
        return []
    }

    func contains(_ key: Key) -> Bool {
        record.noteOptional(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        record.noteOptional(key.stringValue)
        return false
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try made(type, key) }

    /// Without a value: a type may hold itself optionally.
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        record.noteOptional(key.stringValue)
        record.note(key.stringValue, try recorder.at(key.stringValue) { try recorder.schema(of: type) })
        return nil
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { try decoder(key.stringValue).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try recorder.at(key.stringValue) { try decoder(key.stringValue).unkeyedContainer() }
    }

    func superDecoder() throws -> any Decoder { decoder("super") }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key.stringValue) }

    private func decoder(_ name: String) -> RecordingDecoder {
        let nested = RecordedValue()
        record.note(name, nested)
        return RecordingDecoder(recorder: recorder, record: nested, codingPath: codingPath)
    }

    private func made<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T {
        let recorded = try recorder.at(key.stringValue) { try recorder.record(type) }
        record.note(key.stringValue, recorded.schema)
        return recorded.value
    }

    // The protocol names these one by one; each goes the way of all types.
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try made(type, key) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try made(type, key) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try made(type, key) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try made(type, key) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try made(type, key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try made(type, key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try made(type, key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try made(type, key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try made(type, key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try made(type, key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try made(type, key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try made(type, key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try made(type, key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try made(type, key) }
}
