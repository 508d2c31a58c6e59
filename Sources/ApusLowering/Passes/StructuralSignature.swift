import ApusIR

/// A declaration as bytes that are equal exactly when two declarations are, words for people aside.
///
/// Every text is preceded by its length and every alternative by a byte of its own, so that no two declarations can run
/// into the same bytes.
struct StructuralSignature: Hashable {
    private let bytes: [UInt8]

    /// - Parameter names: types that are known to be others.
    init(of kind: TypeKind, _ names: [TypeID: TypeID]) {
        var writer = SignatureWriter(names)
        writer.add(kind)
        bytes = writer.bytes
    }

    /// Hashes the bytes in one piece, which an array's own hash does one by one.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

private struct SignatureWriter {
    private(set) var bytes: [UInt8] = []
    private let names: [TypeID: TypeID]

    init(_ names: [TypeID: TypeID]) {
        self.names = names
        bytes.reserveCapacity(256)
    }

    mutating func add(_ kind: TypeKind) {
        switch kind {
        case .record(let record): add(record)
        case .enumeration(let enumeration): add(enumeration)
        case .union(let union): add(union)
        case .tuple(let tuple): add(tuple)
        case .form(let form): add(form)
        case .alias(let reference):
            bytes.append(4)
            add(reference)
        }
    }

    private mutating func add(_ record: Record) {
        bytes.append(1)
        add(record.fields.count)
        for index in record.fields.indices { add(record.fields[index]) }
        add(record.additional)
        add(record.omitted.count)
        for key in record.omitted { add(key) }
    }

    private mutating func add(_ additional: AdditionalMembers) {
        switch additional {
        case .untyped: bytes.append(0)
        case .forbidden: bytes.append(1)
        case .typed(let reference):
            bytes.append(2)
            add(reference)
        }
    }

    private mutating func add(_ form: MultipartForm) {
        bytes.append(8)
        add(form.parts.count)
        for part in form.parts {
            add(part.field)
            bytes.append(part.isNamed ? 1 : 0)
            add(part.contentType)
            add(part.style)
            bytes.append(part.explode.map { $0 ? 2 : 1 } ?? 0)
            add(part.headers.count)
            for header in part.headers { add(header.name) }
        }
        add(form.additional)
    }

    private mutating func add(_ field: Field) {
        add(field.key)
        add(field.nameOverride)
        add(field.type)
        bytes.append(field.isRequired ? 1 : 0)
        add(field.constant)
        add(field.defaultValue)
        // Which way a field travels has shaped the types already.
        // That something is deprecated shows in the code, not only in its words.
        bytes.append(field.deprecation == nil ? 0 : 1)
        add(field.deprecation?.message)
    }

    private mutating func add(_ enumeration: Enumeration) {
        switch enumeration.rawType {
        case .string: bytes.append(2)
        case .integer: bytes.append(3)
        case .number: bytes.append(7)
        }
        bytes.append(enumeration.isClosed ? 1 : 0)
        add(enumeration.cases.count)
        for value in enumeration.cases {
            add(value.nameOverride)
            add(value.value)
        }
    }

    private mutating func add(_ tuple: Tuple) {
        bytes.append(6)
        add(tuple.items.count)
        for item in tuple.items {
            add(item.name)
            add(item.type)
            bytes.append(item.isRequired ? 1 : 0)
        }
        add(tuple.rest)
    }

    private mutating func add(_ union: Union) {
        bytes.append(5)
        add(union.rule.rawValue)
        add(union.variants.count)
        for variant in union.variants {
            add(variant.name)
            add(variant.type)
            add(variant.test)
        }
    }

    private mutating func add(_ test: Union.Test) {
        switch test {
        case .tag(let key, let values):
            bytes.append(1)
            add(key)
            add(.array(values))
        case .kind(let kind):
            bytes.append(2)
            add(kind.rawValue)
        case .keys(let keys):
            bytes.append(3)
            add(keys.count)
            for key in keys { add(key) }
        case .decodes: bytes.append(4)
        }
    }

    private mutating func add(_ reference: TypeReference) {
        switch reference {
        case .named(let id):
            bytes.append(1)
            add(names.isEmpty ? id.rawValue : (names[id] ?? id).rawValue)
        case .primitive(let primitive):
            bytes.append(2)
            add(primitive.rawValue)
        case .array(let inner):
            bytes.append(3)
            add(inner)
        case .map(let inner):
            bytes.append(4)
            add(inner)
        case .nullable(let inner):
            bytes.append(5)
            add(inner)
        }
    }

    private mutating func add(_ literal: Literal?) {
        guard let literal else { bytes.append(0); return }
        bytes.append(1)
        switch literal {
        case .null: bytes.append(1)
        case .boolean(let value): bytes.append(value ? 2 : 3)
        case .number(let text):
            bytes.append(4)
            add(text)
        case .string(let text):
            bytes.append(5)
            add(text)
        case .array(let items):
            bytes.append(6)
            add(items.count)
            for item in items { add(item) }
        case .object(let members):
            bytes.append(7)
            add(members.count)
            for member in members {
                add(member.key)
                add(member.value)
            }
        }
    }

    private mutating func add(_ text: String?) {
        guard let text else { bytes.append(0); return }
        bytes.append(1)
        add(text)
    }

    private mutating func add(_ text: String) {
        add(text.utf8.count)
        // In one piece where the string has its bytes in a row, as nearly all do.
        let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if isAdded == nil { bytes.append(contentsOf: text.utf8) }
    }

    private mutating func add(_ count: Int) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
}
