import ApusDiagnostics
import ApusYAML

extension Member {
    /// An object in place, or a `$ref` to one, which the context keeps for linking.
    func referenced<Object: DecodableObject & ReferencableObject>(_ type: Object.Type) -> Referenced<Object>? {
        guard let mapping = node.mapping, mapping["$ref"] != nil else { return object(type).map { .inline($0) } }
        if Object.self == PathItemObject.self, mapping.hasPathItemSiblings {
            return (pathItem() as? Object).map { .inline($0) }
        }
        let reader = ObjectReader(context: context, mapping: mapping, place: place, title: "a Reference Object")
        return decodeReference(reader, kind: Object.referenceKind).map { .reference($0) }
    }

    /// A list of objects or references.
    func referencedItems<Object: DecodableObject & ReferencableObject>(_ type: Object.Type) -> [Referenced<Object>] {
        list { $0.referenced(type) }
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
    /// - Parameter text: what it means, where that is not what is written.
    func reference(
        _ kind: ReferenceKind, text: String? = nil, summary: String? = nil, description: String? = nil,
        isMapping: Bool = false, isDynamic: Bool = false
    ) -> Reference? {
        guard let text = text ?? string() else { return nil }
        let reference = Reference(
            text: text, place: place, summary: summary, description: description, isMapping: isMapping,
            isDynamic: isDynamic, base: context.base)
        context.references.append((kind, reference))
        return reference
    }
}
