import ApusDiagnostics
import ApusYAML

extension ParameterObject: DecodableObject {
    static let title = "a Parameter Object"

    enum Key: String, ObjectKey {
        case name
        case location = "in"
        case description, required, deprecated, allowEmptyValue, style, explode, allowReserved, schema, content
        case example, examples
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> ParameterObject {
        var object = ParameterObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.name, .location]) { key, member in
            switch key {
            case .name: object.name = member.string() ?? ""
            case .location: object.decodeLocation(member)
            default: ValueKey(rawValue: key.rawValue).map { object.value.decode($0, member) }
            }
        }
        object.reportName(reader)
        object.value.reportConflicts(reader)
        if object.location != .querystring {
            reader.reportIgnored("style", beside: "content")
            reader.reportIgnored("explode", beside: "content")
        } else {
            object.reportWholeQuery(reader)
        }
        object.reportReserved(reader)
        return object
    }

    private mutating func decodeLocation(_ member: Member) {
        if let text = member.node.scalar?.text, ["body", "formData"].contains(text) {
            return member.warn(
                "unknown-value", "`in: \(text)` belongs to Swagger 2.0; the parameter is left out",
                hint: "Describe the body under `requestBody`.")
        }
        guard let location = member.oneOf(Location.self) else { return }
        self.location = location
        hasLocation = true
    }

    /// A name and a place are what a parameter is; a bad name of a header could smuggle in another one.
    var isUsable: Bool { !name.isEmpty && hasLocation && nameComplaint == nil }

    private var nameComplaint: (code: String, message: String, hint: String)? {
        guard location == .header || location == .cookie else { return nil }
        guard HTTPSyntax.isToken(name) else {
            return (
                "bad-header-name",
                "`\(name)` cannot be the name of a \(location.rawValue); the parameter is left out",
                "Letters, digits and ``!#$%&'*+-.^_`|~`` may stand there."
            )
        }
        guard location == .header, HTTPSyntax.isFraming(name) else { return nil }
        return (
            "framing-header", "`\(name)` is a header of the transport; the parameter is left out",
            "The transport sets it by itself."
        )
    }

    /// OpenAPI 3.2, Parameter Object: a whole query is described by `content`.
    private func reportWholeQuery(_ reader: ObjectReader) {
        if value.content.isEmpty {
            reader.context.report(
                .warning(
                    "querystring-schema",
                    "`\(name)` stands for the whole query but has no `content`; a form is taken",
                    at: reader.place.range, pointer: reader.place.pointer,
                    hint: "Write the schema under `content: {application/x-www-form-urlencoded: …}`.",
                    category: .document))
        }
        for key in ["style", "explode"] {
            reader.reportIgnored(key, "of a parameter that stands for the whole query")
        }
    }

    /// OpenAPI 3.2 lets paths, and cookies of style `form`, keep reserved characters, earlier versions only queries.
    private func reportReserved(_ reader: ObjectReader) {
        guard value.allowsReserved, hasLocation, location != .query || value.schema == nil else { return }
        let isLater = reader.context.version == .v32 && value.schema != nil
        if isLater, location == .path { return }
        let isCookie = isLater && location == .cookie && value.style != .cookie
        let subject = location == .query ? "a parameter with `content`" : "a \(location.rawValue) parameter"
        reader.context.report(
            .warning(
                "ignored-allow-reserved",
                isCookie
                    ? "cookies are percent-encoded all the same: `allowReserved` is not read there"
                    : "`allowReserved` says nothing of \(subject); it is ignored", at: reader.place.range,
                pointer: reader.place.path.appending("allowReserved").pointer,
                category: isCookie ? .limitation : .document))
    }

    private func reportName(_ reader: ObjectReader) {
        guard !name.isEmpty, let (code, message, hint) = nameComplaint else { return }
        reader.context.report(
            .warning(
                code, message, at: reader.place.range, pointer: reader.place.path.appending("name").pointer, hint: hint,
                category: .document))
    }
}

extension HeaderObject: DecodableObject {
    static let title = "a Header Object"

    static func decode(_ reader: ObjectReader) -> HeaderObject {
        var object = HeaderObject(place: reader.place)
        object.extensions = reader.read(ValueKey.self) { key, member in object.value.decode(key, member) }
        object.value.reportConflicts(reader)
        if object.value.allowsReserved, let pair = reader.mapping.pair("allowReserved") {
            reader.context.report(
                .warning(
                    "ignored-allow-reserved", "`allowReserved` says nothing of a header; it is ignored",
                    at: pair.value.range, pointer: reader.place.path.appending(pair.key).pointer, category: .document))
        }
        return object
    }
}

/// The keys that Parameter Objects and Header Objects share.
enum ValueKey: String, ObjectKey {
    case description, required, deprecated, allowEmptyValue, style, explode, allowReserved, schema, content
    case example, examples
    static let table = makeTable()
}

extension ValueDescription {
    /// What neither a parameter nor a header may have together.
    fileprivate func reportConflicts(_ reader: ObjectReader) {
        reader.reportExclusive([ValueKey.example, .examples], reading: "all of them are read")
        reader.reportExclusive([ValueKey.schema, .content], reading: "`schema` holds")
    }

    mutating func decode(_ key: ValueKey, _ member: Member) {
        switch key {
        case .description: description = member.string()
        case .required: isRequired = member.boolean() ?? false
        case .deprecated: isDeprecated = member.boolean() ?? false
        case .allowEmptyValue: allowsEmptyValue = member.boolean() ?? false
        case .style: style = member.oneOf(ParameterObject.Style.self)
        case .explode: explode = member.boolean()
        case .allowReserved: allowsReserved = member.boolean() ?? false
        case .schema: schema = member.schema()
        case .content: content = member.content()
        case .example: example = member.node
        case .examples: examples = member.exampleMap()
        }
    }
}
