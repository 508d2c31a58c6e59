/// The members of a JSON object in their order, each name once. Two objects are equal when they have equal members,
/// in whatever order. Names are compared byte for byte. Finding a member is a search in small objects and one look-up
/// in large ones. An empty object costs one null pointer.
public struct JSONObject: Sendable {
    /// One member.
    public typealias Element = (key: String, value: JSONValue)

    private final class Storage: @unchecked Sendable {
        // Changed only while one JSONObject alone refers to it, by methods that mutate that object: the compiler's
        // checks there make those of a class's properties at run time redundant.
        @exclusivity(unchecked) var members: [Element] = []
        /// Where each name stands, kept once there are more than `indexThreshold` members.
        @exclusivity(unchecked) var positions: [JSONString: Int] = [:]

        init() {}

        init(copying other: Storage) {
            members = other.members
            positions = other.positions
        }
    }

    private static let indexThreshold = 64
    private var storage: Storage?

    /// An object without members.
    public init() {}

    /// An object of these members. Of members of one name, the last counts, in the first one's place.
    public init(_ members: some Sequence<Element>) {
        for (key, value) in members { self[key] = value }
    }

    /// The value of the member `key`. Setting nil removes the member; setting another value keeps its place, and a new
    /// one goes to the end.
    public subscript(key: String) -> JSONValue? {
        get { storage.flatMap { storage in position(of: key).map { storage.members[$0].value } } }
        set {
            guard let newValue else {
                removeValue(forKey: key)
                return
            }
            guard let position = position(of: key) else {
                append(key, newValue)
                return
            }
            uniqueStorage().members[position].value = newValue
        }
    }

    /// Removes the member `key` and returns its value; nil when there is none. Takes time in the size of the object.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        position(of: key).map { remove(at: $0) }
    }

    /// Removes the member at a position and returns its value.
    mutating func remove(at position: Int) -> JSONValue {
        let storage = uniqueStorage()
        let value = storage.members.remove(at: position).value
        storage.positions = [:]
        JSONObject.index(storage)
        if storage.members.isEmpty { self.storage = nil }
        return value
    }

    mutating func reserveCapacity(_ count: Int) {
        if count > 0 { uniqueStorage().members.reserveCapacity(count) }
    }

    /// Adds a member whose name is known to be new.
    mutating func append(_ key: String, _ value: JSONValue) {
        let storage = uniqueStorage()
        storage.members.append((key, value))
        if storage.members.count > JSONObject.indexThreshold + 1 {
            storage.positions[JSONString(key)] = storage.members.count - 1
        } else {
            JSONObject.index(storage)
        }
    }

    private static func index(_ storage: Storage) {
        guard storage.members.count > indexThreshold else { return }
        for (position, member) in storage.members.enumerated() { storage.positions[JSONString(member.key)] = position }
    }

    private func position(of key: String) -> Int? {
        guard let storage else { return nil }
        if storage.members.count > JSONObject.indexThreshold { return storage.positions[JSONString(key)] }
        return storage.members.firstIndex { JSONString.areIdentical($0.key, key) }
    }

    /// Where the member of that name stands, without making a string of it in small objects.
    func position(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let storage else { return nil }
        guard storage.members.count <= JSONObject.indexThreshold else {
            return storage.positions[JSONString(String(decoding: key, as: UTF8.self))]
        }
        for index in storage.members.indices where JSONString.has(storage.members[index].key, key) { return index }
        return nil
    }

    private mutating func uniqueStorage() -> Storage {
        if !isKnownUniquelyReferenced(&storage) { storage = storage.map(Storage.init(copying:)) ?? Storage() }
        return storage!
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    public var startIndex: Int { 0 }
    /// The position behind the last member.
    public var endIndex: Int { storage?.members.count ?? 0 }

    /// The member at a position.
    public subscript(position: Int) -> Element {
        guard let storage else { preconditionFailure("an empty object has no members") }
        return storage.members[position]
    }

    /// Whether there are no members.
    public var isEmpty: Bool { storage == nil }

    /// The names, in order.
    public var keys: [String] { map(\.key) }
}

extension JSONObject: Hashable {
    /// Whether both have equal members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        JSONValue.object(left) == JSONValue.object(right)
    }

    /// Hashes the members so that their order does not matter.
    public func hash(into hasher: inout Hasher) { JSONValue.object(self).hash(into: &hasher) }
}

extension JSONObject: ExpressibleByDictionaryLiteral, CustomStringConvertible {
    /// The literal's members. Of members of one name, the last counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
    }

    /// Compact JSON.
    public var description: String { JSONValue.object(self).description }
}
