extension JSONError: CustomStringConvertible {
    /// Path, message and place: `data.items[3].status: expected an integer, found a string, at byte 812 (line 1,
    /// column 813)`.
    public var description: String {
        let path = pathDescription
        var text = path.isEmpty ? message : "\(path): \(message)"
        if let byteOffset { text += ", at byte \(byteOffset)" }
        if let line, let column { text += " (line \(line), column \(column))" }
        return text
    }

    /// The path as text: `data.items[3].status`; a member of a map, whose name is not shown, is `{2}`; a name that is
    /// more than letters, digits, `_`, `-` and `$` is quoted: `["a.b"]`. Empty at the root.
    public var pathDescription: String {
        path.reduce(into: "") { text, token in
            switch token {
            case .index(let index): text += "[\(index)]"
            case .member(let index): text += "{\(index)}"
            case .key(let key) where key.utf8.allSatisfy(\.isPlainInPaths) && !key.isEmpty:
                text += text.isEmpty ? key : ".\(key)"
            case .key(let key): text += "[\(JSONValue.string(key))]"
            }
        }
    }
}

extension UInt8 {
    fileprivate var isPlainInPaths: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
