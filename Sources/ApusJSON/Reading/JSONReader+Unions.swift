// What the cases of a union ask to find out which of them is meant. Nothing here throws or consumes.
extension JSONReader {
    /// Whether the value is of that kind; `.integer` asks for a number without fraction.
    public func isKind(_ kind: JSONKind) -> Bool {
        kind == .integer ? isInteger : self.kind == kind
    }

    /// Whether the value is a number whose value is whole: `25`, `25.0`, `1e3` (JSON Schema 2020-12, section 6.1.1).
    public var isInteger: Bool {
        guard entry.pointee.kind == .number else { return false }
        return !entry.pointee.isComplex || DecimalParts(content).isInteger
    }

    /// Whether the value is a whole number that fits the type.
    public func isInteger<T: FixedWidthInteger>(_ type: T.Type) -> Bool {
        guard entry.pointee.kind == .number else { return false }
        let value: T? = NumberParsing.integer(content)
        return value != nil
    }

    /// Whether the value is an object that has all these members.
    public func has(_ keys: StaticString...) -> Bool {
        entry.pointee.kind == .object && keys.allSatisfy { member(JSONKey(stringLiteral: $0)) != nil }
    }

    /// The string that the object's member `key` is, unescaped; nil when there is no such string.
    public func tag(_ key: JSONKey) -> String? {
        guard let value = member(key), value.pointee.kind == .string else { return nil }
        return JSONReader(document, value).stringContent
    }

    /// Whether the object's member `key` is this string.
    public func tag(_ key: JSONKey, is value: JSONKey) -> Bool {
        guard let found = member(key), found.pointee.kind == .string else { return false }
        return JSONReader.matches(found, in: document._withUnsafeGuaranteedRef { $0.bytes }, value.utf8Bytes)
    }

    /// Whether the object's member `key` is one of these strings.
    public func tag(_ key: JSONKey, isOneOf values: StaticString...) -> Bool {
        guard let text = tag(key) else { return false }
        return values.contains { $0.utf8Bytes.elementsEqual(text.utf8) }
    }

    /// Whether the object's member `key` equals `literal`: for tags that are no strings.
    public func tag(_ key: JSONKey, equals literal: JSONValue) -> Bool {
        guard let value = member(key) else { return false }
        return JSONReader(document, value).value() == literal
    }

    /// The value of the object's first member of that name.
    private func member(_ key: JSONKey) -> TapePointer? {
        guard entry.pointee.kind == .object else { return nil }
        let bytes = document._withUnsafeGuaranteedRef { $0.bytes }
        var name = entry + 1
        for _ in 0..<entry.pointee.length {
            if JSONReader.matches(name, in: bytes, key.utf8Bytes) { return name + 1 }
            name = (name + 1).next
        }
        return nil
    }
}
