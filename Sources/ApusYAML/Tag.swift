import ApusDiagnostics

/// An explicit tag. Only those of JSON's types have a meaning here (YAML 1.2.2, 10.1 and 10.2); `!`, the non-specific
/// tag, makes a plain scalar a string.
struct Tag {
    private static let prefix = "tag:yaml.org,2002:"
    /// As libyaml resolved it, such as `tag:yaml.org,2002:str`.
    private let name: String

    init(_ name: String) { self.name = name }

    /// `str` of `!!str`; `nil` for a tag of another vocabulary.
    private var type: Substring? { name.hasPrefix(Self.prefix) ? name.dropFirst(Self.prefix.count) : nil }

    /// How the user wrote it, most likely.
    private var shown: String { type.map { "!!\($0)" } ?? name }

    /// Whether the tag makes a key with this text a merge key, as tools that write out tags have it: `!!merge <<: *a`.
    func isMerge(_ text: String) -> Bool { type == "merge" && text == "<<" }

    /// The scalar with the tag's type; what does not fit is reported and stays as it is.
    func apply(
        to scalar: YAMLScalar, _ bytes: UnsafeBufferPointer<UInt8>, at place: Place, _ builder: inout NodeBuilder
    ) throws(Unreadable) -> YAMLScalar {
        let kind: YAMLScalar.Kind?
        switch type {
        case nil where name == "!", "str": kind = .string
        case "merge": kind = isMerge(scalar.text) ? .string : nil
        case "null": kind = CoreSchema.isNull(bytes) ? .null : nil
        case "bool": kind = CoreSchema.boolean(bytes).map { .boolean($0) }
        case "int": kind = CoreSchema.isInteger(bytes) ? .integer : nil
        case "float": kind = CoreSchema.isFloat(bytes) || CoreSchema.isInteger(bytes) ? .float : nil
        case "map", "seq": kind = nil
        default:
            try builder.report(builder.unsupportedTag(shown, at: builder.range(place)))
            return scalar
        }
        guard let kind else {
            try builder.report(builder.unfitTag(shown, scalar.text, at: builder.range(place)))
            return scalar
        }
        return YAMLScalar(text: scalar.text, kind: kind)
    }

    /// Reports a tag that does not fit a collection.
    func check(isMapping: Bool, at place: Place, _ builder: inout NodeBuilder) throws(Unreadable) {
        switch type {
        case nil where name == "!": return
        case isMapping ? "map" : "seq": return
        case "str", "null", "bool", "int", "float", "map", "seq", "merge":
            try builder.report(builder.unfitTag(shown, nil, at: builder.range(place)))
        default: try builder.report(builder.unsupportedTag(shown, at: builder.range(place)))
        }
    }
}
