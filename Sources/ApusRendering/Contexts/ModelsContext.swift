import ApusSwift
import ApusTemplates

/// What `Models.swift` is rendered from.
struct ModelsContext {
    let template: TemplateObject

    init(_ file: ModelsFile, _ frame: Frame) {
        template = [
            "import": .text(frame.importKeyword),
            "imports": .init(file.imports),
            "needsFoundation": .bool(file.needsFoundation),
            "access": .text(frame.access),
            "isPublic": .bool(frame.isPublic),
            "string": .text(frame.string),
            "types": .init(file.types.map { TypeContext($0).template }),
        ]
    }
}

/// What `partials/type` is rendered from.
struct TypeContext {
    let template: TemplateObject

    init(_ type: TypeDeclaration) {
        var record: TemplateObject?
        var enumeration: TemplateObject?
        var union: TemplateObject?
        var tuple: TemplateObject?
        var form: TemplateObject?
        var alias: String?
        switch type.kind {
        case .record(let declaration): record = Self.record(declaration)
        case .enumeration(let declaration): enumeration = Self.enumeration(declaration)
        case .union(let declaration): union = Self.union(declaration)
        case .tuple(let declaration): tuple = Self.tuple(declaration)
        case .form(let declaration): form = FormContext(declaration).template
        case .alias(let spelled): alias = spelled
        }
        template = [
            "scope": .init(type.scope),
            "name": .text(type.name),
            "documentation": .documentation(type.documentation.isEmpty ? ["A type of the API."] : type.documentation),
            "record": .init(record),
            "initializer": .init(Self.initializer(type)),
            "enumeration": .init(enumeration),
            "union": .init(union),
            "tuple": .init(tuple),
            "form": .init(form),
            "alias": .init(alias),
        ]
    }

    /// The initialiser of a record with members of its own, which stands outside of the type: it calls the one that the
    /// compiler makes, which a type with one in its braces does not have.
    private static func initializer(_ type: TypeDeclaration) -> TemplateObject? {
        guard case .record(let declaration) = type.kind, declaration.hasMembers else { return nil }
        var arguments = declaration.properties.map { (label: $0.storage.filter { $0 != "`" }, name: $0.name) }
        if declaration.additionalType != nil { arguments.append(("additionalProperties", "additionalProperties")) }
        return [
            "qualifiedName": .text(type.scope.map { "\($0).\(type.name)" } ?? type.name),
            "properties": .init(
                declaration.properties.map {
                    ["label": .text($0.label), "type": .text($0.type), "default": .init($0.defaultValue)]
                        as TemplateObject
                }),
            "additional": .init(additional(declaration)),
            "arguments": .init(
                arguments.enumerated().map { index, argument -> TemplateObject in
                    [
                        "label": .text(argument.label), "name": .text(argument.name),
                        "comma": .comma(after: index, of: arguments.count),
                    ]
                }),
        ]
    }

    private static func additional(_ record: RecordDeclaration) -> TemplateObject? {
        record.additionalType.map { TemplateObject([("type", .text($0))]) }
    }

    private static func record(_ record: RecordDeclaration) -> TemplateObject {
        [
            "properties": .init(record.properties.map(property)),
            "constants": .init(
                record.constants.map {
                    ["key": .text($0.keyLiteral), "value": .text($0.value), "visitor": .text($0.visitor)]
                        as TemplateObject
                }),
            "omitted": .init(record.omitted),
            "additional": .init(additional(record)),
            "hasMembers": .bool(record.hasMembers),
        ]
    }

    private static func property(_ property: PropertyDeclaration) -> TemplateObject {
        let lines =
            property.documentation.isEmpty
            ? ["The member \(property.keyLiteral)."] : property.documentation
        return [
            "name": .text(property.name),
            "storage": .text(property.storage),
            "key": .text(property.keyLiteral),
            "type": .text(property.type),
            "visitor": .text(property.visitor),
            "visited": .text(property.visited),
            "isIndirect": .bool(property.isIndirect),
            "documentation": .documentation(lines),
            "deprecation": .init(property.deprecationLiteral),
        ]
    }

    private static func enumeration(_ enumeration: EnumerationDeclaration) -> TemplateObject {
        let cases = enumeration.cases.map { item -> TemplateObject in
            [
                "name": .text(item.name),
                "value": .text(item.valueLiteral),
                "documentation": .documentation(item.documentation),
                "comma": .trailingComma(of: enumeration.cases.count),
            ]
        }
        return [
            "rawType": .text(enumeration.rawType), "cases": .init(cases),
            "protocol": .text(enumeration.isClosed ? "ClosedEnum" : "OpenEnum"),
            "isClosed": .bool(enumeration.isClosed),
        ]
    }

    private static func tuple(_ tuple: TupleDeclaration) -> TemplateObject {
        let items = tuple.items.enumerated().map { index, item -> TemplateObject in
            [
                "name": .text(item.name),
                "label": .text(item.label),
                "type": .text(item.type),
                "default": .init(item.defaultValue),
                "codec": .text(item.codec.rawValue),
                "isIndirect": .bool(item.isIndirect),
                "documentation": .documentation(
                    item.documentation.isEmpty ? ["The item at index \(index)."] : item.documentation),
            ]
        }
        return ["items": .init(items), "restType": .text(tuple.restType)]
    }

    private static func union(_ union: UnionDeclaration) -> TemplateObject {
        // Where decoding decides between several, that which fits best is taken.
        let isCompared = union.variants.count { $0.condition == nil } > 1
        let variants = union.variants.map { variant -> TemplateObject in
            [
                "name": .text(variant.name),
                "type": .text(variant.type),
                "condition": .init(variant.condition),
                // A line holds 120 columns, of which a nested type's indentation takes 16.
                "isWide": .bool(variant.name.utf8.count + variant.type.utf8.count > 78),
                "isWideMatch": .bool(variant.name.utf8.count + variant.type.utf8.count > 53),
                "hasFurtherConditions": .bool(!variant.furtherConditions.isEmpty),
                "furtherConditions": .init(variant.furtherConditions),
                "isTried": .bool(variant.condition == nil && !isCompared),
                "isCompared": .bool(variant.condition == nil && isCompared),
                "documentation": .documentation(
                    variant.documentation.isEmpty ? ["A value of type `\(variant.type)`."] : variant.documentation),
            ]
        }
        return [
            "isIndirect": .bool(union.isIndirect), "hasCompared": .bool(isCompared), "variants": .init(variants),
        ]
    }
}
