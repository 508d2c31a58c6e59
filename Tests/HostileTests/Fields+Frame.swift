/// What stands around the operations.
extension Field {
    static let info = [
        Field("title", info: ##""title": «», "version": "1""##),
        Field("version", info: ##""title": "T", "version": «»"##),
        Field("info summary", info: ##""title": "T", "version": "1", "summary": «»"##),
        Field("info description", info: ##""title": "T", "version": "1", "description": «»"##),
        Field("terms of service", info: ##""title": "T", "version": "1", "termsOfService": «»"##),
        Field("contact", info: ##""title": "T", "version": "1", "contact": {"name": «», "url": «», "email": «»}"##),
        Field("licence", info: ##""title": "T", "version": "1", "license": {"name": «», "identifier": «»}"##),
        Field("licence URL", info: ##""title": "T", "version": "1", "license": {"name": «», "url": «»}"##),
        Field("info extension", info: ##""title": "T", "version": "1", "x-logo": {"url": «»}, "x-y": «»"##),
    ]

    static let roots = [
        Field("OpenAPI version", document: ##"{"openapi": «», "info": {"title": "T", "version": "1"}, "paths": {}}"##),
        Field("dialect", root: ##""jsonSchemaDialect": «»,"##), Field("own address", root: ##""$self": «»,"##),
        Field("external docs", root: ##""externalDocs": {"url": «», "description": «»},"##),
        Field("unknown key", root: "«»: 1,"), Field("unknown value", root: ##""unknown": «»,"##),
        Field("unknown extension", root: ##""x-import": «», "x-swift-type": «», "x-install": {"command": «»},"##),
        Field(
            "global parameter",
            root: ##""x-apus-globals": {"parameters": [{"name": «», "in": "query", "schema": {}}]},"##),
        Field(
            "global parameter's words",
            root: ##"""
                "x-apus-globals": {"parameters": [{"name": "g", "in": "header", "description": «», "x-apus-name": «»,
                "schema": {"type": "string"}}]},
                """##, operation: ##""parameters": [{"name": "g", "in": "header", "schema": {"type": "string"}}],"##),
        Field("retry strategy", root: ##""x-apus-retries": {"strategy": «», "statusCodes": [«»]},"##),
    ]

    static let servers = [
        Field("server URL", root: ##""servers": [{"url": «»}],"##),
        Field(
            "server path",
            document: serverDocument(##""url": "https://a.example/{p}", "variables": {"p": {"default": «»}}"##)),
        Field(
            "server name",
            root: ##""servers": [{"url": "https://a.example", "name": «»}, {"url": "https://b.example"}],"##),
        Field(
            "server description",
            root: ##""servers": [{"url": "https://a.example", "description": «»}, {"url": "https://b.example"}],"##),
        Field(
            "server variable",
            document: serverDocument(
                ##""url": "https://a.example/{p}", "variables": {«»: {"default": "1"}, "p": {"default": "1"}}"##)),
        Field(
            "server variable's words",
            document: serverDocument(
                ##""url": "https://a.example/{p}", "variables": {"p": {"default": "1", "description": «»}}"##)),
        Field(
            "server variable's values",
            document: serverDocument(
                ##""url": "https://a.example/{p}", "variables": {"p": {"default": "1", "enum": ["1", «»]}}"##)),
        Field(
            "server extension name", root: ##""servers": [{"url": "https://a.example", "x-speakeasy-server-id": «»}],"##
        ),
        Field("path's server", item: ##""servers": [{"url": «», "description": «»}],"##),
        Field(
            "operation's server", operation: ##""servers": [{"url": «»}, {"url": "https://c.example", "name": «»}],"##),
    ]

    private static func serverDocument(_ server: String) -> String {
        ##"{"openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "servers": [{\##(server)}], "paths": {}}"##
    }

    static let tags = [
        Field("tag", operation: ##""tags": [«»],"##),
        Field("declared tag", root: ##""tags": [{"name": «», "description": "d"}],"##, operation: ##""tags": [«»],"##),
        Field("tag's words", root: ##""tags": [{"name": "t", "description": «»}],"##, operation: ##""tags": ["t"],"##),
        Field("tag summary", root: ##""tags": [{"name": "t", "summary": «»}],"##, operation: ##""tags": ["t"],"##),
        Field(
            "tag's rest",
            root:
                ##""tags": [{"name": "t", "parent": «», "kind": «», "externalDocs": {"url": «», "description": «»}}],"##,
            operation: ##""tags": ["t"],"##),
    ]

    static let security = [
        Field(
            "security scheme name", root: "\"security\": [{«»: []}],",
            components: scheme("«»", ##""type": "http", "scheme": "bearer""##)),
        Field(
            "security description",
            root: used,
            components: scheme(
                ##""k""##, ##""type": "http", "scheme": "bearer", "description": «», "bearerFormat": «»"##)),
        Field("security type", root: used, components: scheme(##""k""##, ##""type": «»"##)),
        Field("HTTP scheme", root: used, components: scheme(##""k""##, ##""type": "http", "scheme": «»"##)),
        Field(
            "API key in a header", root: used,
            components: scheme(##""k""##, ##""type": "apiKey", "in": "header", "name": «»"##)),
        Field(
            "API key in a query", root: used,
            components: scheme(##""k""##, ##""type": "apiKey", "in": "query", "name": «»"##)),
        Field(
            "API key in a cookie", root: used,
            components: scheme(##""k""##, ##""type": "apiKey", "in": "cookie", "name": «»"##)),
        Field(
            "API key in nowhere", root: used,
            components: scheme(##""k""##, ##""type": "apiKey", "in": «», "name": "n""##)),
        Field(
            "OAuth addresses",
            root: used,
            components: oauth(
                ##""authorizationCode": {"authorizationUrl": «», "tokenUrl": «», "refreshUrl": «», "scopes": {}}"##)),
        Field(
            "OAuth scope", root: ##""security": [{"k": [«»]}],"##,
            components: oauth(##""clientCredentials": {"tokenUrl": "https://a.example", "scopes": {«»: "d"}}"##)),
        Field(
            "OAuth scope's words",
            root: used, components: oauth(##""password": {"tokenUrl": "https://a.example", "scopes": {"s": «»}}"##)),
        Field(
            "OAuth device",
            root: used,
            components: oauth(
                ##""deviceAuthorization": {"deviceAuthorizationUrl": «», "tokenUrl": «», "scopes": {«»: «»}}"##)),
        Field("OAuth flow", root: used, components: oauth(##"«»: {"tokenUrl": "https://a.example", "scopes": {}}"##)),
        Field(
            "OAuth metadata",
            root: used, components: scheme(##""k""##, ##""type": "oauth2", "oauth2MetadataUrl": «», "flows": {}"##)),
        Field(
            "OpenID address", root: used,
            components: scheme(##""k""##, ##""type": "openIdConnect", "openIdConnectUrl": «»"##)),
        Field(
            "security of an operation", operation: ##""security": [{«»: [«»]}],"##,
            components: scheme(##""k""##, ##""type": "http", "scheme": "basic""##)),
    ]

    private static let used = ##""security": [{"k": []}],"##

    private static func scheme(_ name: String, _ text: String) -> String {
        ##""securitySchemes": {\##(name): {\##(text)}},"##
    }

    private static func oauth(_ flow: String) -> String {
        scheme(##""k""##, ##""type": "oauth2", "flows": {\##(flow)}"##)
    }

    /// The same places of Swagger 2.0, and those that only it has.
    static let swagger = [
        swagger("Swagger host", root: ##""host": «»,"##),
        swagger("Swagger base path", root: ##""host": "a.example", "basePath": «»,"##),
        swagger("Swagger scheme", root: ##""host": "a.example", "schemes": [«»],"##),
        swagger(
            "Swagger consumes",
            operation:
                ##""consumes": [«»], "parameters": [{"name": "b", "in": "body", "schema": {"type": "string"}}],"##),
        swagger("Swagger produces", operation: ##""produces": [«»],"##),
        swagger(
            "Swagger form",
            operation:
                ##""consumes": ["multipart/form-data"], "parameters": [{"name": «», "in": "formData", "type": "file", "description": «»}],"##
        ),
        swagger(
            "Swagger body name",
            operation:
                ##""parameters": [{"name": «», "in": "body", "schema": {"type": "object", "properties": {«»: {"type": "string"}}}}],"##
        ),
        swagger(
            "Swagger collection",
            operation:
                ##""parameters": [{"name": "p", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": «»}],"##
        ),
        swagger(
            "Swagger definition",
            root:
                ##""definitions": {«»: {"type": "object", "discriminator": «», "properties": {«»: {"type": "string"}}, "required": [«»]}},"##
        ),
        swagger("Swagger example", response: ##""schema": {"type": "string"}, "examples": {«»: «»}"##),
        swagger(
            "Swagger security",
            root:
                ##""securityDefinitions": {«»: {"type": "oauth2", "flow": "implicit", "authorizationUrl": «», "scopes": {«»: «»}}},"##
        ),
    ]

    private static func swagger(
        _ name: String, root: String = "", operation: String = "", response: String = ##""schema": {"type": "string"}"##
    ) -> Field {
        Field(
            name,
            document: ##"""
                {"swagger": "2.0", "info": {"title": "T", "version": "1"}, \##(root)
                "paths": {"/a": {"post": {\##(operation) "responses": {"200": {"description": "d", \##(response)}}}}}}
                """##)
    }
}
