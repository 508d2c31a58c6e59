import ApusDiagnostics

/// A key of a Paths Object, taken apart. It should be a path alone; documents also write a query, to say what tells an
/// operation from another of the same path, or a fragment, to have several operations of one path and method.
public struct PathKey: Sendable, Hashable {
    /// A pair of the query.
    public struct Pair: Sendable, Hashable {
        /// The name, as written.
        public var name: String
        /// The value, as written; `nil` where there is none.
        public var value: String?

        /// The variable that the value is, such as `src` for `{src}`.
        public var variable: String? {
            guard let value, value.hasPrefix("{"), value.hasSuffix("}"), value.utf8.count > 2 else { return nil }
            return String(value.dropFirst().dropLast())
        }
    }

    /// The path, with its variables.
    public let path: String
    /// The query's pairs in order.
    public let query: [Pair]
    /// What is wrong with the key, and what to do.
    let complaints: [(message: String, hint: String)]

    /// Takes a key apart. `?` and `#` in a variable's name belong to the name.
    public init(_ key: String) {
        let (rest, fragment) = Self.split(key, at: "#")
        let (path, text) = Self.split(rest, at: "?")
        self.path = path
        query = (text ?? "").split(separator: "&").map { item in
            let (name, value) = Self.split(String(item), at: "=")
            return Pair(name: name, value: value)
        }
        var complaints: [(String, String)] = []
        if text != nil {
            complaints.append(
                (
                    "`\(key)` holds a query, which is sent with the call",
                    "Declare the query's values as parameters with `in: query`."
                ))
        }
        if fragment != nil {
            complaints.append(("the fragment of `\(key)` is ignored", "A fragment is never sent to a server."))
        }
        self.complaints = complaints
    }

    /// The variables that the query's values are.
    public var queryVariables: [String] { query.compactMap(\.variable) }

    private static func split(_ text: String, at separator: Character) -> (String, String?) {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "{": depth += 1
            case "}": depth -= 1
            case separator where depth == 0:
                return (String(text[..<index]), String(text[text.index(after: index)...]))
            default: break
            }
        }
        return (text, nil)
    }

    /// Whether the keys are the same, byte for byte.
    public static func == (left: PathKey, right: PathKey) -> Bool {
        ByteKey(left.path) == ByteKey(right.path) && left.query == right.query
    }

    /// Hashes the path.
    public func hash(into hasher: inout Hasher) { hasher.combine(ByteKey(path)) }
}
