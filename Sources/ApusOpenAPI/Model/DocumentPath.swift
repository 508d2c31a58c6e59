public import ApusDiagnostics

/// A place in the document as a chain from the inside out.
///
/// A ``JSONPointer`` holds all of its tokens, so making one for every node of a large document would copy the outer
/// tokens again and again. A chain shares them and becomes a pointer only when somebody asks.
public final class DocumentPath: Sendable {
    /// The chain of what holds this place; `nil` for the document.
    public let parent: DocumentPath?
    /// The key or index in the parent; of a document that references lead to, its path from the first one's folder.
    public let token: String

    /// The document that was asked for.
    public static let root = DocumentPath(parent: nil, token: "")

    /// The file's path from the folder of the document that was asked for; `nil` in that document itself.
    public var file: String? {
        var path = self
        while let parent = path.parent { path = parent }
        return path.token.isEmpty ? nil : path.token
    }

    /// How many tokens the pointer has.
    private let depth: Int
    /// In a document that was upgraded on entry: what below this place came from elsewhere.
    private let moves: MovedNode?

    init(parent: DocumentPath?, token: String, moves: MovedNode? = nil) {
        self.parent = parent
        self.token = token
        self.moves = moves
        depth = parent.map { $0.depth + 1 } ?? 0
    }

    /// The path one level deeper.
    public func appending(_ token: String) -> DocumentPath {
        DocumentPath(parent: self, token: token, moves: moves?.children[ByteKey(token)])
    }

    /// The pointer to what the user wrote: of a document that was upgraded on entry, to the place before the upgrade.
    public var pointer: JSONPointer {
        var tokens: [String] = []
        tokens.reserveCapacity(depth)
        write(into: &tokens)
        return JSONPointer(tokens)
    }

    /// The tokens of this chain itself, which tell places apart that came from a single one.
    public var tokens: [String] {
        var tokens: [String] = []
        tokens.reserveCapacity(depth)
        var path = self
        while let parent = path.parent {
            tokens.append(path.token)
            path = parent
        }
        return tokens.reversed()
    }

    /// Every field of the API has a pointer. Recursion, which is no deeper than a document may be, gets along without
    /// counting references to each link on the way, as a loop would.
    private func write(into tokens: inout [String]) {
        if let origin = moves?.origin { return origin.write(into: &tokens) }
        guard let parent else { return }
        parent.write(into: &tokens)
        tokens.append(token)
    }
}

/// Where an object of the document stands: in the text and in the document.
public struct Place: Sendable {
    /// The stretch of the text.
    public let range: SourceRange
    /// The place in the document.
    public let path: DocumentPath

    /// A place from its parts.
    public init(range: SourceRange, path: DocumentPath) {
        self.range = range
        self.path = path
    }

    /// The place as a JSON Pointer; built anew at each call.
    public var pointer: JSONPointer { path.pointer }
}
