/// Values by schema, known by its identity.
///
/// Lowering asks what it knows of a schema tens of thousands of times. A dictionary hashes so that no input can make keys
/// collide, which takes longer than the question; where objects lie in memory, no input chooses.
struct SchemaTable<Value> {
    /// Zero where a place is free. At most half of them are taken; a key lies at its hash or in the next free place behind it.
    private var keys: [UInt] = []
    private var values: [Value?] = []
    private var count = 0
    private var shift = UInt(UInt.bitWidth)

    subscript(schema: ObjectIdentifier) -> Value? {
        get {
            guard count > 0 else { return nil }
            let place = place(of: UInt(bitPattern: schema))
            return keys[place] == 0 ? nil : values[place]
        }
        set {
            if 2 * (count + 1) > keys.count { grow() }
            put(UInt(bitPattern: schema), newValue)
        }
    }

    private mutating func put(_ key: UInt, _ value: Value?) {
        let place = place(of: key)
        if keys[place] == 0 {
            keys[place] = key
            count += 1
        }
        values[place] = value
    }

    /// Where the key lies, or will lie.
    private func place(of key: UInt) -> Int {
        // The last bits of an address are zero; the multiplication spreads the others to the first bits of the product.
        var place = Int(((key >> 4) &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        let size = max(64, 2 * oldKeys.count)
        shift = UInt(UInt.bitWidth - size.trailingZeroBitCount)
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
        count = 0
        for index in oldKeys.indices where oldKeys[index] != 0 { put(oldKeys[index], oldValues[index]) }
    }
}
