import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// The user's mapping, looked up while types are made. An entry that speaks of nothing in the document is an error: it is
/// misspelt, or the document changed.
struct TypeMappings {
    private let formats: [String: Primitive]
    private var schemas: [ObjectIdentifier: Primitive] = [:]
    private var pointers: [String: Primitive] = [:]
    /// The formats that the document has, as far as anybody asks.
    private var seen: Set<String> = []
    private var used: Set<String> = []

    init(_ mapping: TypeMapping) {
        formats = Dictionary(mapping.formats.map { ($0.name, $0.target.primitive) }, uniquingKeysWith: { $1 })
        for entry in mapping.properties where entry.name.isPointer {
            pointers[entry.name.withoutHash] = entry.target.primitive
        }
    }

    /// What a format is to be read as.
    mutating func primitive(_ format: String) -> Primitive? {
        guard !formats.isEmpty else { return nil }
        seen.insert(format)
        return formats[format]
    }

    /// What a schema is to be read as.
    mutating func primitive(_ schema: Schema) -> Primitive? {
        guard !schemas.isEmpty || !pointers.isEmpty else { return nil }
        if let known = schemas[ObjectIdentifier(schema)] { return known }
        guard !pointers.isEmpty else { return nil }
        let pointer = schema.place.pointer.description.withoutHash
        guard let found = pointers[pointer] else { return nil }
        used.insert(pointer)
        return found
    }

    fileprivate mutating func set(_ schema: Schema, _ target: TypeMapping.Target) {
        schemas[ObjectIdentifier(schema)] = target.primitive
    }

    /// The formats that no schema has, with those that some have.
    fileprivate var unusedFormats: (names: [String], known: [String]) {
        (formats.keys.filter { !seen.contains($0) }.sorted(), seen.sorted())
    }

    fileprivate var unusedPointers: [String] { pointers.keys.filter { !used.contains($0) }.sorted() }
}

extension Builder {
    /// Finds the schemas that the mapping speaks of.
    func findMappedSchemas() {
        let mapping = options.types
        for entry in mapping.schemas {
            if let schema = document.components.schemas[entry.name] {
                mappings.set(schema, entry.target)
            } else {
                reportUnmatched("no component of the document is the schema", entry, names: componentNames)
            }
        }
        for entry in mapping.properties where !entry.name.isPointer {
            if let property = property(at: entry.name) {
                mappings.set(property, entry.target)
            } else {
                reportUnmatched("no schema has the property", entry, names: propertyNames(near: entry.name))
            }
        }
    }

    /// Tells of the entries that turned out to speak of nothing.
    func reportUnusedMappings() {
        let (unused, known) = mappings.unusedFormats
        for name in unused {
            reportUnmatched("no schema that is generated has the format", .init(name, .any), names: known)
        }
        for name in mappings.unusedPointers {
            reportUnmatched("no schema that is generated stands at", .init(name, .any), names: [])
        }
    }

    private var componentNames: [String] { document.components.schemas.map(\.key) }

    /// The schema of `Schema.property.property`. Names may hold dots: the longest that fit are meant.
    private func property(at path: String) -> Schema? {
        let components = document.components.schemas.filter { path.hasPrefix($0.key + ".") }
        for entry in components.sorted(by: { $0.key.utf8.count > $1.key.utf8.count }) {
            let rest = String(path.dropFirst(entry.key.count + 1))
            if let found = property(rest, in: entry.value, depth: 0) { return found }
        }
        return nil
    }

    private func property(_ path: String, in schema: Schema, depth: Int) -> Schema? {
        guard depth < 32 else { return nil }
        var shape = flatten(schema)
        // The members of a list's elements are meant by the list's name.
        for _ in 0..<8 where shape.isArray { shape = shape.items.map(flatten) ?? Shape(schema) }
        if let exact = shape.property(path) { return exact }
        for candidate in shape.properties.sorted(by: { $0.key.utf8.count > $1.key.utf8.count })
        where path.hasPrefix(candidate.key + ".") {
            let rest = String(path.dropFirst(candidate.key.count + 1))
            if let found = property(rest, in: candidate.schema, depth: depth + 1) { return found }
        }
        return nil
    }

    private func propertyNames(near path: String) -> [String] {
        let name = path.split(separator: ".").first.map(String.init) ?? path
        guard let schema = document.components.schemas[name] else { return componentNames.map { $0 + "." } }
        return flatten(schema).properties.map { "\(name).\($0.key)" }
    }

    private func reportUnmatched(_ what: String, _ entry: TypeMapping.Entry, names: [String]) {
        let known = names.count > 12 ? "" : names.map { "`\($0)`" }.joined(separator: ", ")
        diagnostics.append(
            .error(
                "unmatched-type", "\(what) `\(entry.name)` whose type is to be changed",
                hint: didYouMean(names, insteadOf: entry.name) ?? (known.isEmpty ? nil : "There are \(known).")))
    }
}

extension TypeMapping.Target {
    fileprivate var primitive: Primitive {
        switch self {
        case .any: .any
        case .string: .string
        case .boolean: .boolean
        case .integer: .integer
        case .int32: .int32
        case .int64: .int64
        case .double: .double
        case .float: .float
        case .decimal: .decimal
        case .dateTime: .dateTime
        case .date: .date
        case .uuid: .uuid
        case .uri: .uri
        case .bytes: .base64
        }
    }
}

extension String {
    /// Whether it is a JSON Pointer, as a fragment or not.
    fileprivate var isPointer: Bool { hasPrefix("/") || hasPrefix("#/") }

    fileprivate var withoutHash: String { hasPrefix("#") ? String(dropFirst()) : self }
}
