import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// `readOnly` and `writeOnly`: what a schema and its parts say.
struct Access: OptionSet {
    let rawValue: UInt8

    /// From the API only.
    static let readOnly = Access(rawValue: 1)
    /// To the API only.
    static let writeOnly = Access(rawValue: 2)
}

extension Builder {
    /// In which direction a property travels.
    ///
    /// JSON Schema 2020-12 Validation, section 9.4: where several schemas speak of one value, one `true` is enough.
    func access(of property: Shape.Property) -> FieldAccess {
        var access: Access = []
        access.formUnion(self.access(of: property.schema))
        for schema in property.earlier { access.formUnion(self.access(of: schema)) }
        for schema in property.notes { access.formUnion(self.access(of: schema)) }
        switch access {
        case .readOnly: return .readOnly
        case .writeOnly: return .writeOnly
        case []: return .readWrite
        default:
            warn(
                "no-direction", "`\(property.key)` is both `readOnly` and `writeOnly`; it is read as neither",
                at: property.schema.place, category: .document)
            return .readWrite
        }
    }

    private func access(of schema: Schema) -> Access {
        var access: Access = schema.keywords.isReadOnly ? .readOnly : []
        if schema.keywords.isWriteOnly { access.insert(.writeOnly) }
        guard schema.keywords.reference != nil || schema.keywords.allOf != nil else { return access }
        if let known = accesses[ObjectIdentifier(schema)] { return known }
        // A part that leads back here adds nothing.
        accesses[ObjectIdentifier(schema)] = access
        for part in [target(of: schema)].compactMap(\.self) + (schema.keywords.allOf ?? []) {
            access.formUnion(self.access(of: part))
        }
        accesses[ObjectIdentifier(schema)] = access
        return access
    }
}
