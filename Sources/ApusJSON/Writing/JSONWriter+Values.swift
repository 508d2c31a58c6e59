extension JSONWriter {
    /// Opens an array.
    public mutating func beginArray() {
        beginValue()
        buffer.append(.openBracket)
        needsComma = false
    }

    /// Closes an array.
    public mutating func endArray() {
        buffer.append(.closeBracket)
        needsComma = true
    }

    /// Writes an array of these elements.
    public mutating func writeArray<T: JSONCodable>(_ elements: some Sequence<T>) {
        beginArray()
        var index = 0
        for element in elements {
            writeValue(element, at: .index(index))
            index &+= 1
        }
        endArray()
    }

    /// Writes any value. Iterative, so that depth costs no stack.
    public mutating func write(_ value: JSONValue) {
        var open: [OpenValue] = []
        writeTop(value, &open)
        while !open.isEmpty {
            if let next = open[open.count - 1].next(&self) {
                writeTop(next, &open)
            } else {
                open.removeLast()
            }
        }
    }

    /// Writes a scalar, or opens a container.
    private mutating func writeTop(_ value: JSONValue, _ open: inout [OpenValue]) {
        switch value {
        case .null: writeNull()
        case .bool(let value): write(value)
        case .number(let value): write(value)
        case .string(let value): write(value)
        case .array(let elements):
            beginArray()
            open.append(.array(elements.makeIterator()))
        case .object(let members):
            beginObject()
            open.append(.object(members.makeIterator()))
        }
    }

    /// A container that is being written.
    private enum OpenValue {
        case array(IndexingIterator<[JSONValue]>)
        case object(IndexingIterator<JSONObject>)

        /// The next value inside, its name already written; at the end nil, the container closed.
        mutating func next(_ writer: inout JSONWriter) -> JSONValue? {
            switch self {
            case .array(var elements):
                let next = elements.next()
                self = .array(elements)
                if next == nil { writer.endArray() }
                return next
            case .object(var members):
                let next = members.next()
                self = .object(members)
                if let next { writer.writeName(next.key) } else { writer.endObject() }
                return next?.value
            }
        }
    }
}
