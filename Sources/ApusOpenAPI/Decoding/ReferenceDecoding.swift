import ApusDiagnostics
import ApusYAML

extension Member {
    /// An object in place, or a `$ref` to one, which the context keeps for linking.
    func referenced<Object: DecodableObject & ReferencableObject>(_ type: Object.Type) -> Referenced<Object>? {
        guard let mapping = node.mapping, mapping["$ref"] != nil else { return object(type).map { .inline($0) } }
        // A path item's `$ref` may stand beside other keys, whose meaning is undefined when both name one.
        let reader = ObjectReader(context: context, mapping: mapping, place: place, title: "a Reference Object")
        return decodeReference(reader, kind: Object.referenceKind).map { .reference($0) }
    }

    /// A list of objects or references.
    func referencedItems<Object: DecodableObject & ReferencableObject>(_ type: Object.Type) -> [Referenced<Object>] {
        items().compactMap { $0.referenced(type) }
    }

    /// A map of names to objects or references.
    func referencedMap<Object: DecodableObject & ReferencableObject>(
        _ type: Object.Type
    ) -> OrderedMap<Referenced<Object>> {
        map { $0.referenced(type) }
    }

    private func decodeReference(_ reader: ObjectReader, kind: ReferenceKind) -> Reference? {
        var text: Member?
        var summary: String?
        var description: String?
        for pair in reader.mapping.pairs {
            let member = Member(context: context, pair: pair, parent: reader.place.path)
            switch pair.key {
            case "$ref": text = member
            case "summary": summary = member.string()
            case "description": description = member.string()
            case _ where pair.key.isExtensionKey: break
            default:
                context.report(
                    .warning(
                        "ignored-sibling", "`\(pair.key)` beside `$ref` is ignored", at: pair.keyRange,
                        pointer: member.place.pointer, hint: "Only `summary` and `description` may stand there."))
            }
        }
        return text?.reference(kind, summary: summary, description: description)
    }

    /// The value of a `$ref`.
    func reference(_ kind: ReferenceKind, summary: String? = nil, description: String? = nil) -> Reference? {
        guard let text = string() else { return nil }
        let reference = Reference(text: text, place: place, summary: summary, description: description)
        context.references.append((kind, reference))
        return reference
    }
}
