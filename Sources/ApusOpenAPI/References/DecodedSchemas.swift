import ApusDiagnostics

/// The schemas that were decoded, by where they stand in the text, so that a reference to a part of another schema leads to
/// that part and not to a copy. The index is made when the first such reference asks.
struct DecodedSchemas {
    private struct Spot: Hashable {
        let file: ObjectIdentifier
        let start: SourcePosition

        init(_ range: SourceRange) {
            file = ObjectIdentifier(range.file)
            start = range.start
        }
    }

    private var schemas: [Schema] = []
    private var indexed = 0
    private var bySpot: [Spot: Schema] = [:]

    mutating func append(_ schema: Schema) { schemas.append(schema) }

    /// Takes those of a part, of which no index was made yet.
    mutating func append(_ part: DecodedSchemas) { schemas += part.schemas }

    /// The schema that begins where the range does.
    mutating func schema(at range: SourceRange) -> Schema? {
        while indexed < schemas.count {
            let schema = schemas[indexed]
            let spot = Spot(schema.place.range)
            if bySpot[spot] == nil { bySpot[spot] = schema }
            indexed += 1
        }
        return bySpot[Spot(range)]
    }
}
