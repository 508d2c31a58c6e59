/// Writes the items of a list that differ by position, each where it belongs: an item that is left out is null when another
/// one follows it, and nothing otherwise.
public struct JSONItems {
    /// The index of the next item that is written.
    private var index = 0
    /// Items that were left out since the last one that was written.
    private var leftOut = 0

    /// Writes an item.
    public mutating func required<T: JSONCodable>(_ value: T, to writer: inout JSONWriter) {
        for _ in 0..<leftOut { writer.writeNull() }
        index += leftOut
        leftOut = 0
        writer.writeValue(value, at: .index(index))
        index += 1
    }

    /// Writes an item, or leaves it out.
    public mutating func optional<T: JSONCodable>(_ value: T?, to writer: inout JSONWriter) {
        if let value { required(value, to: &writer) } else { leftOut += 1 }
    }

    /// Writes the items behind these.
    public mutating func rest<T: JSONCodable>(_ values: [T], to writer: inout JSONWriter) {
        for value in values { required(value, to: &writer) }
    }
}

extension JSONWriter {
    /// Opens an array whose items differ by position.
    public mutating func array() -> JSONItems {
        beginArray()
        return JSONItems()
    }
}
