import ApusIR

/// Spells the use of a type so that nothing declared in the module can change its meaning.
struct TypeSpeller: Sendable {
    private let module: String
    private let paths: [TypeID: [String]]
    /// Simple names declared inside another type: one of them may hide a type of the root.
    private var nestedNames: Set<String>
    private var allNames: Set<String>

    init(names: NameTable, options: SwiftOptions) {
        module = options.module
        paths = names.types
        let groups = names.groupTypes.values
        nestedNames = Set(paths.values.filter { $0.count > 1 }.map { $0[$0.count - 1] })
            .union(groups).union(["Body", "Credentials", "Output", "Server"])
        if !names.headerSets.isEmpty { nestedNames.insert("Headers") }
        if !names.pageMethods.isEmpty { nestedNames.insert("Item") }
        allNames = Set(paths.values.flatMap { $0 }).union(names.requests.values).union(names.headerSets.values)
            .union(nestedNames)
    }

    /// A speller for a place where further names hide what the module's root declares.
    func hiding(_ names: some Sequence<String>) -> TypeSpeller {
        var speller = self
        speller.nestedNames.formUnion(names)
        speller.allNames.formUnion(names)
        return speller
    }

    /// The type as it stands in a declaration.
    func spell(_ type: TypeReference) -> String {
        switch type {
        case .named(let id): spell(path: paths[id] ?? [])
        case .primitive(let primitive): spell(primitive)
        case .array(let element): "[\(spell(element))]"
        case .map(let value): "[\(standard("String")): \(spell(value))]"
        case .nullable(let inner): spell(inner) + "?"
        }
    }

    /// A type of the standard library.
    func standard(_ name: String) -> String { allNames.contains(name) ? "Swift." + name : name }

    /// A declared type by its path.
    func spell(path: [String]) -> String {
        let isHidden = path.first.map(nestedNames.contains) ?? false
        return (isHidden ? [module] + path : path).joined(separator: ".")
    }

    /// Whether the type's spelling needs Foundation's names in scope.
    func needsFoundation(_ type: TypeReference) -> Bool {
        switch type {
        case .primitive(let primitive): [.dateTime, .uuid, .uri, .decimal].contains(primitive)
        case .array(let inner), .map(let inner), .nullable(let inner): needsFoundation(inner)
        case .named: false
        }
    }

    private func spell(_ primitive: Primitive) -> String {
        switch primitive {
        case .any: "ApusJSON.JSONValue"
        case .string: standard("String")
        case .boolean: standard("Bool")
        case .integer: standard("Int")
        case .int32: standard("Int32")
        case .int64: standard("Int64")
        case .double: standard("Double")
        case .float: standard("Float")
        case .decimal: foundation("Decimal")
        case .dateTime: foundation("Date")
        case .date: "ApusRuntime.CalendarDate"
        case .uuid: foundation("UUID")
        case .uri: foundation("URL")
        case .base64: "ApusRuntime.Base64Data"
        case .binary: "[\(standard("UInt8"))]"
        }
    }

    /// On Linux these live in FoundationEssentials: there is no qualified name that holds everywhere, so the runtime
    /// offers one where the plain name is taken.
    private func foundation(_ name: String) -> String {
        allNames.contains(name) ? "ApusRuntime.Foundation\(name)" : name
    }
}
