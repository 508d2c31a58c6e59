// The commonest member types once more, not generic: they save the bookkeeping of `Optional<T>` at run time, which is
// half of what writing a small member costs, and make calls smaller. They have names of their own, not those of the
// generic methods: choosing among overloads took a tenth of the time of building a module.
extension JSONWriter {
    /// Writes a member that is a string.
    public mutating func string(_ key: JSONKey, _ value: String) { writeMember(key, value) }

    /// Writes a member that is a string; nil as null.
    public mutating func nullableString(_ key: JSONKey, _ value: String?) {
        if let value { writeMember(key, value) } else { writeNull(key) }
    }

    /// Writes a member that is a string; nil leaves it out.
    public mutating func optionalString(_ key: JSONKey, _ value: String?) {
        if let value { writeMember(key, value) } else { writeUnknown(key) }
    }

    /// Writes a member that is a whole number.
    public mutating func integer(_ key: JSONKey, _ value: Int) { writeMember(key, value) }

    /// Writes a member that is a whole number; nil as null.
    public mutating func nullableInteger(_ key: JSONKey, _ value: Int?) {
        if let value { writeMember(key, value) } else { writeNull(key) }
    }

    /// Writes a member that is a whole number; nil leaves it out.
    public mutating func optionalInteger(_ key: JSONKey, _ value: Int?) {
        if let value { writeMember(key, value) } else { writeUnknown(key) }
    }

    /// Writes a member that is a number.
    public mutating func double(_ key: JSONKey, _ value: Double) { writeMember(key, value) }

    /// Writes a member that is a number; nil as null.
    public mutating func nullableDouble(_ key: JSONKey, _ value: Double?) {
        if let value { writeMember(key, value) } else { writeNull(key) }
    }

    /// Writes a member that is a number; nil leaves it out.
    public mutating func optionalDouble(_ key: JSONKey, _ value: Double?) {
        if let value { writeMember(key, value) } else { writeUnknown(key) }
    }

    /// Writes a member that is a boolean.
    public mutating func boolean(_ key: JSONKey, _ value: Bool) { writeMember(key, value) }

    /// Writes a member that is a boolean; nil as null.
    public mutating func nullableBoolean(_ key: JSONKey, _ value: Bool?) {
        if let value { writeMember(key, value) } else { writeNull(key) }
    }

    /// Writes a member that is a boolean; nil leaves it out.
    public mutating func optionalBoolean(_ key: JSONKey, _ value: Bool?) {
        if let value { writeMember(key, value) } else { writeUnknown(key) }
    }
}
