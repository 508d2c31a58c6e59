/// The styles, over shapes whose texts are escaped already.
extension ParameterShape {
    /// Style simple (RFC 6570 section 3.2.2); `nil` for nothing.
    func simple(_ explode: Bool) -> String? {
        switch self {
        case .undefined: nil
        case .text(let text): text
        case .list(let items): items.joined(separator: ",")
        case .members(let members): Self.joined(members, explode, ",")
        }
    }

    /// Style label (RFC 6570 section 3.2.5); the separator is that of what is not exploded.
    func label(_ explode: Bool, separator: String = ",") -> String {
        switch self {
        case .undefined: ""
        case .text(let text): ".\(text)"
        case .list(let items): "." + items.joined(separator: explode ? "." : separator)
        case .members(let members): "." + Self.joined(members, explode, explode ? "." : separator)
        }
    }

    /// Style matrix (RFC 6570 section 3.2.7).
    func matrix(_ name: String, _ explode: Bool) -> String {
        switch self {
        case .undefined: ""
        case .text(let text): Self.matrixPair(name, text)
        case .list(let items) where explode: items.map { Self.matrixPair(name, $0) }.joined()
        case .list(let items): Self.matrixPair(name, items.joined(separator: ","))
        case .members(let members) where explode: members.map { Self.matrixPair($0.key, $0.text) }.joined()
        case .members(let members): Self.matrixPair(name, Self.joined(members, false, ","))
        }
    }

    /// Style form (RFC 6570 section 3.2.8), and the styles that differ from it by the separator.
    func form(_ name: String, _ explode: Bool, separator: String = ",") -> [EncodedPair] {
        switch self {
        case .undefined: []
        case .text(let text): [EncodedPair(name: name, value: text)]
        case .list(let items) where explode: items.map { EncodedPair(name: name, value: $0) }
        case .list(let items): [EncodedPair(name: name, value: items.joined(separator: separator))]
        case .members(let members) where explode: members.map { EncodedPair(name: $0.key, value: $0.text) }
        case .members(let members): [EncodedPair(name: name, value: Self.joined(members, false, separator))]
        }
    }

    /// The shape with its texts escaped.
    func encoded(_ kept: PercentEncoding.Kept) -> ParameterShape {
        func encode(_ text: String) -> String { PercentEncoding.encode(text, keeping: kept) }
        switch self {
        case .undefined: return .undefined
        case .text(let text): return .text(encode(text))
        case .list(let items): return .list(items.map(encode))
        // A member's name stands where a parameter's name stands: reserved bytes in it are always escaped.
        case .members(let members):
            let nameKept: PercentEncoding.Kept =
                switch kept {
                case .reserved: .formUnreserved
                case .segment: .unreserved
                default: kept
                }
            return .members(members.map { (PercentEncoding.encode($0.key, keeping: nameKept), encode($0.text)) })
        }
    }

    private static func matrixPair(_ name: String, _ text: String) -> String {
        text.isEmpty ? ";\(name)" : ";\(name)=\(text)"
    }

    private static func joined(
        _ members: [(key: String, text: String)], _ explode: Bool, _ separator: String
    ) -> String {
        let between = explode ? "=" : separator
        return members.map { "\($0.key)\(between)\($0.text)" }.joined(separator: separator)
    }
}
