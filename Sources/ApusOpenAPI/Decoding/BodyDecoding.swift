extension RequestBodyObject: DecodableObject {
    static let title = "a Request Body Object"

    enum Key: String, ObjectKey {
        case description, content, required
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> RequestBodyObject {
        var object = RequestBodyObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.content]) { key, member in
            switch key {
            case .description: object.description = member.string()
            case .content: object.content = member.content()
            case .required: object.isRequired = member.boolean() ?? false
            }
        }
        return object
    }
}

extension ResponseObject: DecodableObject {
    static let title = "a Response Object"

    enum Key: String, ObjectKey {
        case summary, description, headers, content, links
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .summary: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> ResponseObject {
        var object = ResponseObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .headers: object.headers = member.headers()
            case .content: object.content = member.content()
            case .links: object.links = member.referencedMap(LinkObject.self)
            }
        }
        return object
    }
}

extension MediaTypeObject: DecodableObject {
    static let title = "a Media Type Object"

    enum Key: String, ObjectKey {
        case schema, itemSchema, example, examples, encoding, prefixEncoding, itemEncoding
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .itemSchema, .prefixEncoding, .itemEncoding: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> MediaTypeObject {
        var object = MediaTypeObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .schema: object.schema = member.schema()
            case .itemSchema: object.itemSchema = member.schema()
            case .example: object.example = member.node
            case .examples: object.examples = member.exampleMap()
            case .encoding: object.encoding = member.objectMap(EncodingObject.self)
            case .prefixEncoding: object.prefixEncoding = member.objects(EncodingObject.self)
            case .itemEncoding: object.itemEncoding = member.object(EncodingObject.self)
            }
        }
        reader.reportExclusive([Key.example, .examples], reading: "all of them are read")
        reader.reportExclusive([Key.encoding, .prefixEncoding], reading: "the properties' holds")
        reader.reportExclusive([Key.encoding, .itemEncoding], reading: "the properties' holds")
        return object
    }
}

extension EncodingObject: DecodableObject {
    static let title = "an Encoding Object"

    enum Key: String, ObjectKey {
        case contentType, headers, style, explode, allowReserved, encoding, prefixEncoding, itemEncoding
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .encoding, .prefixEncoding, .itemEncoding: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> EncodingObject {
        var object = EncodingObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .contentType: object.contentType = member.string()
            case .headers: object.headers = member.headers()
            case .style: object.style = member.oneOf(ParameterObject.Style.self)
            case .explode: object.explode = member.boolean()
            case .allowReserved: object.allowsReserved = member.boolean() ?? false
            case .encoding: object.encoding = member.objectMap(EncodingObject.self)
            case .prefixEncoding: object.prefixEncoding = member.objects(EncodingObject.self)
            case .itemEncoding: object.itemEncodings = member.object(EncodingObject.self).map { [$0] } ?? []
            }
        }
        reader.reportExclusive([Key.encoding, .prefixEncoding], reading: "the properties' holds")
        reader.reportExclusive([Key.encoding, .itemEncoding], reading: "the properties' holds")
        return object
    }
}
