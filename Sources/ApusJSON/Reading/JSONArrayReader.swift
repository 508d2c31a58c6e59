/// The elements of an array, one after the other.
public struct JSONArrayReader: ~Copyable {
    private let document: JSONDocument
    private let array: TapePointer
    private var upcoming: TapePointer
    /// The index of the element that comes next.
    public private(set) var index = 0

    init(_ document: JSONDocument, _ array: TapePointer) {
        self.document = document
        self.array = array
        upcoming = array + 1
    }

    /// The number of all elements.
    public var count: Int { Int(array.pointee.length) }

    /// Whether every element has been read.
    public var isAtEnd: Bool { index == count }

    /// Reads the next element; nil behind the last one.
    ///
    /// - Throws: `JSONError` when the element is no `T`.
    public mutating func next<T: JSONCodable>(_ type: T.Type = T.self) throws(JSONError) -> T? {
        isAtEnd ? nil : try element()
    }

    /// The next element, for lists whose items differ by position.
    ///
    /// - Throws: `JSONError` when there is none, or it is no `T`.
    public mutating func required<T: JSONCodable>() throws(JSONError) -> T {
        guard !isAtEnd else {
            throw JSONError(.missingKey, "this required item is missing", byteOffset: array.errorOffset)
                .prepending(.index(index))
        }
        return try element()
    }

    /// The next element; nil where there is none, or null.
    ///
    /// - Throws: `JSONError` when it is neither null nor a `T`.
    public mutating func optional<T: JSONCodable>() throws(JSONError) -> T? {
        isAtEnd ? nil : try element()
    }

    /// The elements that have not been read.
    ///
    /// - Throws: `JSONError` when one is no `T`.
    public mutating func rest<T: JSONCodable>() throws(JSONError) -> [T] {
        var elements: [T] = []
        while !isAtEnd { elements.append(try element()) }
        return elements
    }

    /// The next element, which must be there. Returned straight from its initialiser: each copy on the way would cost
    /// stack at every level of a recursive type.
    mutating func element<T: JSONCodable>() throws(JSONError) -> T {
        let current = upcoming
        upcoming = current.next
        index += 1
        do {
            return try T(json: JSONReader(Unmanaged.passUnretained(document), current))
        } catch {
            throw error.prepending(.index(index - 1))
        }
    }
}
