import ApusYAML

extension PathItemObject: DecodableObject {
    static let title = "a Path Item Object"

    enum Key: String, ObjectKey {
        case summary, description, get, put, post, delete, options, head, patch, trace, query, additionalOperations
        case servers, parameters
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .query, .additionalOperations: .v32
            default: .v30
            }
        }
    }

    static func decode(_ reader: ObjectReader) -> PathItemObject {
        var object = PathItemObject(place: reader.place)
        var additional: [(method: String, operation: OperationObject)] = []
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .servers: object.servers = member.objects(ServerObject.self)
            case .parameters: object.parameters = member.referencedItems(ParameterObject.self)
            case .additionalOperations:
                let operations = member.map { entry -> OperationObject? in
                    reader.reportMethod(entry)
                    return entry.object(OperationObject.self)
                }
                for entry in operations { additional.append((entry.key, entry.value)) }
            case .get, .put, .post, .delete, .options, .head, .patch, .trace, .query:
                if let operation = member.object(OperationObject.self) {
                    object.operations.append((key.rawValue.uppercased(), operation))
                }
            }
        }
        object.operations += additional
        return object
    }
}

extension ObjectReader {
    /// OpenAPI 3.2, Path Item Object: no additional operation has a method that has a field of its own. What cannot be sent
    /// at all, or is there twice, is left out later.
    fileprivate func reportMethod(_ member: Member) {
        let field = member.key.lowercased()
        guard member.key == member.key.uppercased(), PathItemObject.Key.table[field] != nil, mapping[field] == nil
        else { return }
        member.warn(
            "misplaced-method", "`\(member.key)` is no additional operation: a path item has the key `\(field)` for it",
            hint: "Move it there.", isKey: true)
    }
}

extension OperationObject: DecodableObject {
    static let title = "an Operation Object"

    enum Key: String, ObjectKey {
        case tags, summary, description, externalDocs, operationId, parameters, requestBody, responses, callbacks
        case deprecated, security, servers
        static let table = makeTable()
    }

    static func decode(_ reader: ObjectReader) -> OperationObject {
        var object = OperationObject(place: reader.place)
        object.extensions = reader.read(Key.self) { key, member in
            switch key {
            case .tags: object.tags = member.strings()
            case .summary: object.summary = member.string()
            case .description: object.description = member.string()
            case .externalDocs: object.externalDocs = member.object(ExternalDocumentationObject.self)
            case .operationId:
                object.operationID = member.string()
                object.operationIDPlace = member.place
            case .parameters: object.parameters = member.referencedItems(ParameterObject.self)
            case .requestBody: object.requestBody = member.referenced(RequestBodyObject.self)
            case .responses:
                object.hasResponses = true
                object.responses = member.responses()
            case .callbacks: object.callbacks = member.referencedMap(CallbackObject.self)
            case .deprecated: object.isDeprecated = member.boolean() ?? false
            case .security: object.security = member.objects(SecurityRequirementObject.self)
            case .servers: object.servers = member.objects(ServerObject.self)
            }
        }
        return object
    }
}

extension CallbackObject: DecodableObject {
    static let title = "a Callback Object"

    static func decode(_ reader: ObjectReader) -> CallbackObject {
        var object = CallbackObject(place: reader.place)
        var entries: [OrderedMap<Referenced<PathItemObject>>.Entry] = []
        object.extensions = reader.readNames { member in
            guard let item = member.referenced(PathItemObject.self) else { return }
            entries.append(.init(key: member.key, keyRange: member.keyRange, value: item))
        }
        object.pathItems = OrderedMap(entries)
        return object
    }
}
