import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Schemas in other files than the document: `models/droplet.yml` is as good a name as one in `components`.
extension Builder {
    /// A component that is nothing but a `$ref` to a schema of the same name in another file is that schema: both are
    /// one type, which goes by the component's ID.
    func adoptFiles() {
        for entry in document.components.schemas {
            guard let target = plainTarget(of: entry.value), typeIDs[ObjectIdentifier(target)] == nil else { continue }
            let path = target.place.path
            guard path.file != nil, path.isDefinition, Self.letters(path.typeName) == Self.letters(entry.key) else {
                continue
            }
            typeIDs[ObjectIdentifier(target)] = typeIDs[ObjectIdentifier(entry.value)]
        }
    }

    /// Where several files have schemas of one name, or a component has it too, the folders tell them apart:
    /// `apps/models/tag.yml` is `AppsTag`. Which name a schema gets does not depend on the order of the references.
    func qualifyFileNames() {
        // Most documents are one file: their names need not be counted.
        guard pending.contains(where: { $0.schema.place.path.file != nil }) else { return }
        var counts: [String: Int] = [:]
        for type in types {
            if case .named(let name) = type.name { counts[Self.letters(name), default: 0] += 1 }
        }
        for (schema, id) in pending where schema.nameOverride == nil {
            guard schema.place.path.file != nil, let slot = slots[id], case .named(let name) = types[slot].name,
                counts[Self.letters(name), default: 0] > 1, let folder = schema.place.path.tellingFolder
            else { continue }
            types[slot].name = .named("\(folder) \(name)")
        }
    }

    /// A name without case and without what divides words, as two names of types are compared.
    private static func letters(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." && $0 != " " }
    }
}

extension DocumentPath {
    /// The identity of the type of a schema that is no component. A schema in another file is named there, unless it
    /// stands inside another one.
    var typeID: String {
        let pointer = JSONPointer(tokens).description
        guard let file else { return "pointers" + pointer }
        let text = parent == nil ? file : file + "#" + pointer
        return (isDefinition ? "files/" : "pointers/") + text
    }

    /// Whether what stands here has a name: a whole file, or an entry of a map of definitions.
    var isDefinition: Bool {
        var current: DocumentPath = self
        while let parent = current.parent {
            if parent.parent != nil, Self.words.contains(parent.token) { return false }
            current = parent
        }
        return parent == nil || !Self.words.contains(token) && Int(token) == nil
    }

    /// The token that tells best what is there: not an index, nor a media type, nor one of the specification's own words. Of a whole file
    /// it is the file's name.
    var typeName: String {
        var current: DocumentPath = self
        while let parent = current.parent {
            let isMediaType = parent.token == "content"
            if !isMediaType, !Self.words.contains(current.token), Int(current.token) == nil { return current.token }
            current = parent
        }
        return current.token.isEmpty ? token : current.fileName
    }

    /// The name of a component, or of the schema that a file is.
    var schemaName: String { parent == nil ? fileName : token }

    /// The file's name without what only says that it is a schema; where nothing else is left, the folder's.
    private var fileName: String {
        let parts = token.split(separator: "/").map(String.init)
        let stems = parts.last?.split(separator: ".").map(String.init) ?? []
        let telling = stems.prefix { !Self.endings.contains($0.lowercased()) }
        if let first = telling.first, first.lowercased() != "index" { return telling.joined(separator: ".") }
        return parts.dropLast().last { $0 != ".." } ?? stems.first ?? token
    }

    /// The nearest folder of the file that says more than what kind of things it holds.
    fileprivate var tellingFolder: String? {
        let parts = (file ?? "").split(separator: "/").map(String.init)
        let name = fileName
        return parts.dropLast().last { !Self.folders.contains($0.lowercased()) && $0 != name }
    }

    private static let words: Set<String> = [
        "schema", "items", "properties", "content", "allOf", "anyOf", "oneOf", "additionalProperties",
        "patternProperties", "prefixItems", "not",
    ]
    private static let endings: Set<String> = ["yaml", "yml", "json", "schema", "model", "openapi"]
    private static let folders: Set<String> = [
        "..", "models", "model", "schemas", "schema", "components", "definitions", "types", "objects", "resources",
        "attributes", "parameters", "responses", "src", "spec", "specs", "openapi",
    ]
}
