// Members whose type is known once more, not generic: calls are smaller, and reading and writing is faster. They have names
// of their own, not those of the generic methods: choosing among overloads took a tenth of the time of building a module.
extension JSONMembers {
    /// A member whose value the schema fixes to a text; see `constant`.
    public mutating func stringConstant(_ key: JSONKey, _ value: String) { constant(key, value) }

    /// A member that must be a string.
    public mutating func string(_ key: JSONKey, _ place: inout String) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.string(key, value)
        }
    }

    /// A member that is a string, or null.
    public mutating func nullableString(_ key: JSONKey, _ place: inout String?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullableString(key, value)
        }
    }

    /// A member that is a string, or left out.
    public mutating func optionalString(_ key: JSONKey, _ place: inout String?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optionalString(key, value)
        }
    }

    /// A member that must be a boolean.
    public mutating func boolean(_ key: JSONKey, _ place: inout Bool) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.boolean(key, value)
        }
    }

    /// A member that is a boolean, or null.
    public mutating func nullableBoolean(_ key: JSONKey, _ place: inout Bool?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullableBoolean(key, value)
        }
    }

    /// A member that is a boolean, or left out.
    public mutating func optionalBoolean(_ key: JSONKey, _ place: inout Bool?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optionalBoolean(key, value)
        }
    }

    /// A member that must be a whole number.
    public mutating func integer(_ key: JSONKey, _ place: inout Int) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.integer(key, value)
        }
    }

    /// A member that is a whole number, or null.
    public mutating func nullableInteger(_ key: JSONKey, _ place: inout Int?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullableInteger(key, value)
        }
    }

    /// A member that is a whole number, or left out.
    public mutating func optionalInteger(_ key: JSONKey, _ place: inout Int?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optionalInteger(key, value)
        }
    }

    /// A member that must be a number.
    public mutating func double(_ key: JSONKey, _ place: inout Double) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.double(key, value)
        }
    }

    /// A member that is a number, or null.
    public mutating func nullableDouble(_ key: JSONKey, _ place: inout Double?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullableDouble(key, value)
        }
    }

    /// A member that is a number, or left out.
    public mutating func optionalDouble(_ key: JSONKey, _ place: inout Double?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optionalDouble(key, value)
        }
    }

    /// A member that must be a list.
    public mutating func array<T: JSONCodable>(_ key: JSONKey, _ place: inout [T]) {
        visit(&place) { object throws(JSONError) in
            try object.required(key)
        } write: { writer, value in
            writer.required(key, value)
        }
    }

    /// A member that is a list, or null.
    public mutating func nullableArray<T: JSONCodable>(_ key: JSONKey, _ place: inout [T]?) {
        visit(&place) { object throws(JSONError) in
            try object.nullable(key)
        } write: { writer, value in
            writer.nullable(key, value)
        }
    }

    /// A member that is a list, or left out.
    public mutating func optionalArray<T: JSONCodable>(_ key: JSONKey, _ place: inout [T]?) {
        visit(&place) { object throws(JSONError) in
            try object.optional(key)
        } write: { writer, value in
            writer.optional(key, value)
        }
    }

    /// A member that must be there, stored elsewhere.
    public mutating func indirectRequired<T: JSONCodable>(_ key: JSONKey, _ place: inout Indirect<T>) {
        visit(&place) { object throws(JSONError) in
            .stored(try object.required(key))
        } write: { writer, value in
            writer.required(key, value.wrappedValue)
        }
    }

    /// A member that may be null, stored elsewhere.
    public mutating func indirectNullable<T: JSONCodable>(_ key: JSONKey, _ place: inout Indirect<T?>) {
        visit(&place) { object throws(JSONError) in
            .stored(try object.nullable(key))
        } write: { writer, value in
            writer.nullable(key, value.wrappedValue)
        }
    }

    /// A member that may be left out, stored elsewhere.
    public mutating func indirectOptional<T: JSONCodable>(_ key: JSONKey, _ place: inout Indirect<T?>) {
        visit(&place) { object throws(JSONError) in
            .stored(try object.optional(key))
        } write: { writer, value in
            writer.optional(key, value.wrappedValue)
        }
    }

    /// A member that may be left out, be null, or have a value, stored elsewhere.
    public mutating func indirectPresence<T: JSONCodable>(_ key: JSONKey, _ place: inout Indirect<Presence<T>>) {
        visit(&place) { object throws(JSONError) in
            .stored(try object.presence(key))
        } write: { writer, value in
            writer.presence(key, value.wrappedValue)
        }
    }
}
