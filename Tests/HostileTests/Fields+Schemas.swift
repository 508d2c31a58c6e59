/// Schemas, and names of components.
extension Field {
    static let schemas =
        [
            "title", "description", "$comment", "format", "pattern", "contentEncoding", "contentMediaType", "$schema",
            "$id", "$anchor",
            "$dynamicAnchor", "x-unknown", "example", "default", "const",
        ].map {
            Field("schema's \($0)", schema: ##""type": "string", "\##($0)": «»"##)
        }
        + [
            "minLength", "maximum", "multipleOf", "required", "nullable", "type", "items", "unknownKeyword", "examples",
            "$ref", "$dynamicRef", "$recursiveRef",
        ].map {
            Field("schema's \($0)", schema: ##""\##($0)": «»"##)
        } + [
            Field(
                "named schema",
                responses:
                    ##""200": {"description": "d", "content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"$ref": «#/components/schemas/¶»}}}}}}"##,
                schemas: ##"«»: {"type": "object", "properties": {"a": {"type": "string"}}},"##),
            Field(
                "reference to a name", schema: ##""properties": {"a": {"$ref": "#/components/schemas/N"}}"##,
                schemas:
                    ##""N": {"type": "object", "title": «», "properties": {"n": {"type": "object", "title": «», "properties": {«»: {}}}}},"##
            ),
            Field("property", schema: ##""type": "object", "required": [«»], "properties": {«»: {"type": "string"}}"##),
            Field(
                "property's words",
                schema:
                    ##""type": "object", "properties": {"p": {"type": "string", "title": «», "description": «», "deprecated": true, "x-apus-deprecation-message": «»}}"##
            ),
            Field(
                "property's type",
                schema:
                    ##""type": "object", "properties": {«»: {"type": "object", "properties": {«»: {"type": "array", "items": {"type": "object", "properties": {«»: {}}}}}}}"##
            ),
            Field(
                "property override",
                schema: ##""type": "object", "properties": {"p": {"type": "string", "x-apus-name": «»}}"##),
            Field(
                "property's default",
                schema:
                    ##""type": "object", "properties": {"p": {"type": "string", "default": «»}, "l": {"type": "array", "items": {"type": "string"}, "default": [«»]}, "o": {"default": {«»: «»}}}"##
            ),
            Field(
                "property's constant",
                schema: ##""type": "object", "properties": {"p": {"const": «»}, "o": {"const": {«»: [«»]}}}"##),
            Field("enumeration", schema: ##""type": "string", "enum": [«», "b"]"##),
            Field("enumeration of several kinds", schema: ##""enum": [«», 1, true, null]"##),
            Field(
                "enumeration names",
                schema:
                    ##""type": "integer", "enum": [1, 2], "x-enum-varnames": [«», «»], "x-enum-descriptions": [«», «»]"##
            ),
            Field(
                "enumeration map",
                schema:
                    ##""type": "string", "enum": ["a", «»], "x-speakeasy-enums": {"a": «», «»: «»}, "x-speakeasy-unknown-values": «»"##
            ),
            Field(
                "enumeration's default",
                schema: ##""type": "object", "properties": {"p": {"type": "string", "enum": [«»], "default": «»}}"##),
            Field(
                "pattern properties",
                schema:
                    ##""type": "object", "patternProperties": {«»: {"type": "string"}}, "propertyNames": {"pattern": «»}"##
            ),
            Field(
                "dependencies",
                schema:
                    ##""type": "object", "dependentRequired": {«»: [«»]}, "dependentSchemas": {«»: {"properties": {«»: {"type": "string"}}}}"##
            ),
            Field(
                "definitions",
                schema:
                    ##""type": "object", "$defs": {«»: {"type": "string"}}, "definitions": {«»: {}}, "$vocabulary": {«»: true}"##
            ),
            Field(
                "further members",
                schema:
                    ##""type": "object", "additionalProperties": {"type": "object", "title": «», "description": «», "properties": {«»: {}}}"##
            ),
            Field(
                "XML words",
                schema:
                    ##""type": "object", "xml": {"name": «», "namespace": «», "prefix": «», "nodeType": «»}, "externalDocs": {"url": «», "description": «»}"##
            ),
            Field(
                "tuple",
                schema:
                    ##""type": "array", "prefixItems": [{"type": "string", "title": «», "description": «»}, {"const": «»}]"##
            ),
            Field(
                "map of a form",
                schema:
                    ##""type": "object", "properties": {«»: {"type": "string", "format": "date-time"}, "b": {"type": "string", "format": "byte", "description": «»}}"##
            ),
            Field(
                "not",
                schema:
                    ##""type": "object", "not": {"const": «»}, "if": {"title": «»}, "then": {"properties": {«»: {}}}, "else": {"properties": {«»: {"description": «»}}}"##
            ),
            Field(
                "recursion",
                schema:
                    ##""type": "object", "title": «», "required": [«»], "properties": {«»: {"$ref": "#/components/schemas/S"}}"##
            ),
            Field(
                "sibling words",
                schema:
                    ##""type": "object", "properties": {"p": {"$ref": "#/components/schemas/N", "description": «», "deprecated": true}}"##,
                schemas: ##""N": {"type": "string"},"##),
        ]

    static let unions = [
        Field(
            "branches",
            schema:
                ##""oneOf": [{"type": "string", "title": «»}, {"type": "object", "title": «», "description": «», "properties": {«»: {"type": "string"}}}]"##
        ),
        Field(
            "branch constants",
            schema:
                ##""anyOf": [{"type": "object", "required": ["t"], "properties": {"t": {"const": «»}}}, {"type": "object", "required": ["t"], "properties": {"t": {"const": "b"}}}]"##
        ),
        Field(
            "branch members",
            schema:
                ##""oneOf": [{"type": "object", "required": [«»], "properties": {«»: {"type": "string"}}}, {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}}]"##
        ),
        Field("branch of a name", schema: ##""oneOf": [{"$ref": «»}, {"type": "string"}]"##),
        Field(
            "all of",
            schema:
                ##""allOf": [{"title": «», "description": «», "properties": {«»: {"type": "string"}}}, {"required": [«»]}]"##
        ),
        Field("branches' values", schema: ##""anyOf": [{"const": «»}, {"enum": [«», "b"]}, {"type": "integer"}]"##),
    ]

    static let hierarchies = [
        discriminated("discriminator", ##""propertyName": «»"##),
        discriminated("mapping value", ##""propertyName": «», "mapping": {«»: "#/components/schemas/A", "b": "B"}"##),
        discriminated("mapping target", ##""propertyName": "t", "mapping": {"a": «», "b": "B"}"##),
        discriminated("default mapping", ##""propertyName": "t", "defaultMapping": «»"##),
        Field(
            "discriminated name",
            schema:
                ##""oneOf": [{"$ref": «#/components/schemas/¶»}, {"$ref": "#/components/schemas/B"}], "discriminator": {"propertyName": "t"}"##,
            schemas: ##"«»: {"type": "object"}, \##(branches)"##),
        Field(
            "parent",
            schema:
                ##""type": "object", "required": ["t"], "properties": {"t": {"type": "string"}}, "discriminator": {"propertyName": "t", "mapping": {«»: "C"}}"##,
            schemas:
                ##""C": {"allOf": [{"$ref": "#/components/schemas/S"}], "description": «»}, «»: {"allOf": [{"$ref": "#/components/schemas/S"}]},"##
        ),
    ]

    private static let branches =
        ##""A": {"type": "object", "properties": {"t": {"type": "string"}}}, "B": {"type": "object", "properties": {"t": {"type": "string"}}},"##

    private static func discriminated(_ name: String, _ words: String) -> Field {
        Field(
            name,
            schema:
                ##""oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}], "discriminator": {\##(words)}"##,
            schemas: branches)
    }

    static let extensions = [
        Field(
            "extension of a schema",
            schema:
                ##""type": "object", "x-swift-type": «», "x-go-type-import": {"path": «»}, "x-apus-ignore": «», «»: «»"##
        ),
        Field("type choices", schema: ##""type": "string", "format": "date-time", "x-apus-type": «», "x-type": «»"##),
    ]

    static let components =
        [
            ("responses", ##"{"description": «»}"##), ("parameters", ##"{"name": "p", "in": "query", "schema": {}}"##),
            ("examples", ##"{"summary": «», "value": «»}"##), ("requestBodies", ##"{"content": {"a/b": {}}}"##),
            ("headers", ##"{"schema": {}}"##),
            ("securitySchemes", ##"{"type": "http", "scheme": "bearer"}"##), ("links", ##"{"operationId": «»}"##),
            ("callbacks", "{}"),
            ("pathItems", ##"{"summary": «»}"##), ("mediaTypes", ##"{"schema": {"type": "string"}}"##),
            ("unknownKind", "{}"),
        ].map { kind, value in Field("name among \(kind)", components: ##""\##(kind)": {«»: \##(value)},"##) } + [
            Field(
                "used response",
                responses:
                    ##""200": {"$ref": "#/components/responses/R"}, "404": {"$ref": "#/components/responses/R"}"##,
                components:
                    ##""responses": {"R": {"description": «», "content": {"application/json": {"schema": {"type": "object", "properties": {«»: {}}}}}}},"##
            ),
            Field(
                "used example",
                responses:
                    ##""200": {"description": "d", "content": {"application/json": {"schema": {}, "examples": {"e": {"$ref": "#/components/examples/E"}}}}}"##,
                components: ##""examples": {"E": {"value": «»}},"##),
        ]
}
