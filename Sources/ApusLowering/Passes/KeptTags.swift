import ApusIR

/// What tells the branches of a union apart travels both ways, whatever the document says: without it nobody could know
/// which branch a value is.
enum KeptTags {
    static func keep(in types: inout [TypeDefinition]) {
        let tags = tags(types)
        guard !tags.isEmpty else { return }
        for index in types.indices {
            guard let keys = tags[types[index].id], case .record(var record) = types[index].kind else { continue }
            for field in record.fields.indices
            where record.fields[field].constant != nil || keys.contains(record.fields[field].key) {
                record.fields[field].access = .readWrite
            }
            types[index].kind = .record(record)
        }
    }

    /// The records that are branches, with the keys that discriminators name.
    private static func tags(_ types: [TypeDefinition]) -> [TypeID: Set<String>] {
        let index = types.positions
        var tags: [TypeID: Set<String>] = [:]
        for type in types {
            guard case .union(let union) = type.kind else { continue }
            for variant in union.variants {
                var keys: Set<String> = []
                if case .tag(let key, _) = variant.test { keys.insert(key) }
                for id in records(variant.type, types, index) { tags[id, default: []].formUnion(keys) }
            }
        }
        return tags
    }

    /// The records that a branch can be, through other names and other unions.
    private static func records(
        _ reference: TypeReference, _ types: [TypeDefinition], _ index: [TypeID: Int]
    ) -> [TypeID] {
        var records: [TypeID] = []
        var seen: Set<TypeID> = []
        var open = [reference]
        while let next = open.popLast() {
            guard case .named(let id) = next.nonNull, seen.insert(id).inserted, let position = index[id] else {
                continue
            }
            switch types[position].kind {
            case .record: records.append(id)
            case .alias(let target): open.append(target)
            case .union(let union): open += union.variants.map(\.type)
            case .enumeration, .tuple, .form: break
            }
        }
        return records
    }
}
