/// Paths, operations, and what they take and give.
extension Field {
    static let paths = [
        Field("path", path: "«»"), Field("path behind a slash", path: "«/§»"),
        Field("path variable", path: "«/{§}»"),
        Field("path summary", item: ##""summary": «», "description": «»,"##),
        Field("path reference", path: ##""/b": {"$ref": «»}, "/a""##),
        Field("path extension", item: "\"x-a\": «», «»: 1,"),
        Field("method", item: ##""additionalOperations": {«»: {"responses": {"200": {"description": "d"}}}},"##),
    ]

    static let operations = [
        Field("operation ID", id: ##""operationId": «»,"##),
        Field("operation summary", operation: ##""summary": «»,"##),
        Field("operation description", operation: ##""description": «»,"##),
        Field("operation docs", operation: ##""externalDocs": {"url": «», "description": «»},"##),
        Field("deprecation", operation: ##""deprecated": true, "x-apus-deprecation-message": «»,"##),
        Field("replacement", operation: ##""deprecated": true, "x-speakeasy-deprecation-replacement": «»,"##),
        Field("name override", operation: ##""x-apus-name": «»,"##),
        Field("group", operation: ##""x-apus-group": «»,"##),
        Field("group of two names", operation: ##""x-speakeasy-group": «», "x-speakeasy-name-override": «»,"##),
        Field(
            "operation's retries",
            operation:
                ##""x-apus-retries": {"strategy": "backoff", "statusCodes": [«», "5XX"], "backoff": {"exponent": «»}},"##
        ),
        Field(
            "pagination",
            operation: ##"""
                "x-apus-pagination": {"type": "cursor", "inputs": [{"name": «», "in": "parameters", "type": "cursor"}],
                "outputs": {"nextCursor": «», "results": «»}},
                "parameters": [{"name": «», "in": "query", "schema": {"type": "string"}}],
                """##),
        Field("pagination's type", operation: ##""x-apus-pagination": {"type": «»},"##),
        Field(
            "stream field",
            operation:
                ##""x-apus-stream-field": «», "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {«»: {"type": "boolean"}}}}}},"##
        ),
        Field("callback name", operation: callback("«»", ##""{$request.body#/u}""##)),
        Field("callback address", operation: callback(##""c""##, "«»")),
        Field(
            "callback's words",
            operation: callback(
                ##""c""##, ##""{$request.body#/u}""##,
                ##""summary": «», "operationId": «», "deprecated": true, "x-apus-deprecation-message": «»,"##)),
    ]

    private static func callback(_ name: String, _ url: String, _ words: String = "") -> String {
        ##"""
        "callbacks": {\##(name): {\##(url): {"post": {\##(words) "requestBody": {"description": "d", "content": {"application/json":
        {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}, "responses": {"200": {"description": "d"}}}}}},
        """##
    }

    static let parameters =
        ["query", "header", "path", "cookie", "querystring"].map { place in
            parameter("\(place) parameter", ##""name": «», "in": "\##(place)", "required": true"##)
        } + [
            parameter("parameter description", ##""name": "p", "in": "query", "description": «»"##),
            parameter("parameter's place", ##""name": "p", "in": «»"##),
            parameter("style", ##""name": "p", "in": "query", "style": «»"##),
            parameter(
                "deprecated parameter",
                ##""name": "p", "in": "query", "deprecated": true, "x-apus-deprecation-message": «»"##),
            parameter("parameter's name override", ##""name": "p", "in": "query", "x-apus-name": «»"##),
            parameter("parameter example", ##""name": "p", "in": "query", "example": «»"##),
            parameter(
                "parameter examples",
                ##""name": "p", "in": "query", "examples": {«»: {"summary": «», "description": «», "value": «»}}"##),
            parameter(
                "parameter default", ##""name": "p", "in": "query""##, schema: ##""type": "string", "default": «»"##),
            parameter(
                "parameter values", ##""name": "p", "in": "query", "required": true"##,
                schema: ##""type": "string", "enum": [«», "b"], "default": «»"##),
            Field(
                "parameter content",
                operation:
                    ##""parameters": [{"name": "p", "in": "query", "content": {«»: {"schema": {"type": "string"}}}}],"##
            ),
            Field("parameter reference", operation: ##""parameters": [{"$ref": «»}],"##),
            Field(
                "unknown parameter key",
                operation: ##""parameters": [{"name": "p", "in": "query", «»: «», "schema": {}}],"##),
        ]

    private static func parameter(_ name: String, _ text: String, schema: String = ##""type": "string""##) -> Field {
        Field(name, operation: ##""parameters": [{\##(text), "schema": {\##(schema)}}],"##)
    }

    static let bodies = [
        Field(
            "body description",
            operation: body(##""application/json": {"schema": {"type": "string"}}"##, ##""description": «»,"##)),
        Field("body media type", operation: body(##"«»: {"schema": {"type": "string"}}"##)),
        Field(
            "media type's parameter",
            operation: body(##"«application/json; v=§»: {"schema": {"type": "string"}}, "text/plain": {}"##)),
        Field("body reference", operation: ##""requestBody": {"$ref": «»},"##),
        Field("body example", operation: body(##""application/json": {"schema": {"type": "string"}, "example": «»}"##)),
        Field(
            "form member",
            operation: body(
                ##""application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {«»: {"type": "string", "description": «»}}}}"##
            )),
        Field(
            "multipart member",
            operation: body(
                ##""multipart/form-data": {"schema": {"type": "object", "required": [«»], "properties": {«»: {"type": "string", "format": "binary", "description": «»}}}}"##
            )),
        Field(
            "encoding",
            operation: body(
                ##""multipart/form-data": {"schema": {"type": "object", "properties": {"f": {"type": "string"}}}, "encoding": {"f": {"contentType": «», "style": «»}}}"##
            )),
        Field(
            "encoding's member",
            operation: body(
                ##""multipart/form-data": {"schema": {"type": "object", "properties": {"f": {"type": "string"}}}, "encoding": {«»: {"contentType": "a/b"}}}"##
            )),
        Field(
            "encoding header",
            operation: body(
                ##""multipart/form-data": {"schema": {"type": "object", "properties": {"f": {"type": "string"}}}, "encoding": {"f": {"headers": {«»: {"description": «», "schema": {"type": "string"}}}}}}"##
            )),
        Field(
            "unnamed encoding",
            operation: body(
                ##""multipart/mixed": {"schema": {"type": "array"}, "prefixEncoding": [{"contentType": «»}], "itemEncoding": {"contentType": «»}}"##
            )),
        Field(
            "item schema",
            operation: body(
                ##""application/jsonl": {"itemSchema": {"type": "object", "title": «», "description": «», "properties": {«»: {"type": "string"}}}}"##
            )),
        Field(
            "XML body",
            operation: body(
                ##""application/xml": {"schema": {"type": "object", "description": «», "xml": {"name": «», "namespace": «», "prefix": «»}}}"##
            )),
    ]

    private static func body(_ content: String, _ words: String = "") -> String {
        ##""requestBody": {\##(words) "content": {\##(content)}},"##
    }

    static let responses = [
        Field("status", responses: ##""200": {"description": "d"}, «»: {"description": "d"}"##),
        Field("response description", responses: ##""200": {"description": «», "summary": «», \##(content)}"##),
        Field(
            "error description", responses: ##""200": {"description": "d"}, "404": {"description": «», \##(content)}"##),
        Field(
            "response media type",
            responses: ##""200": {"description": "d", "content": {«»: {"schema": {"type": "string"}}}}"##),
        Field(
            "second media type",
            responses:
                ##""200": {"description": "d", "content": {"application/json": {"schema": {"type": "string"}}, «»: {"schema": {"type": "string"}}}}"##
        ),
        Field("response reference", responses: ##""200": {"$ref": «»}"##),
        Field(
            "response header",
            responses: ##""200": {"description": "d", "headers": {«»: {"schema": {"type": "string"}}}}"##),
        Field(
            "header description",
            responses:
                ##""200": {"description": "d", "headers": {"X-A": {"description": «», "deprecated": true, "x-apus-deprecation-message": «», "x-apus-name": «», "schema": {"type": "string"}}}}"##
        ),
        Field(
            "response example",
            responses: ##""200": {"description": "d", "content": {"application/json": {"schema": {}, "example": «»}}}"##
        ),
        Field(
            "response examples",
            responses:
                ##""200": {"description": "d", "content": {"application/json": {"schema": {}, "examples": {«»: {"summary": «», "value": {«»: [«»]}}}}}}"##
        ),
        Field(
            "text example",
            responses:
                ##""200": {"description": "d", "content": {"text/plain": {"schema": {"type": "string"}, "examples": {"e": {"dataValue": «»}, "s": {"serializedValue": «»}, "x": {"externalValue": «»}}}}}"##
        ),
        Field(
            "sentinel",
            responses:
                ##""200": {"description": "d", "content": {"text/event-stream": {"x-apus-sentinel": «», "schema": {"type": "object", "properties": {"data": {"type": "string"}}}}}}"##
        ),
        Field(
            "link",
            responses:
                ##""200": {"description": "d", "links": {«»: {"operationId": «», "description": «», "parameters": {«»: «»}, "requestBody": «»}}}"##
        ),
        Field("link reference", responses: ##""200": {"description": "d", "links": {"l": {"operationRef": «»}}}"##),
    ]

    private static let content =
        ##""content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}"##

    static let webhooks = [
        webhook("webhook", "«»"),
        webhook("webhook's words", ##""w""##, ##""summary": «», "description": «», "tags": [«»],"##),
        webhook("webhook ID", ##""w""##, ##""operationId": «»,"##),
        webhook(
            "webhook parameter", ##""w""##,
            ##""parameters": [{"name": «», "in": "header", "schema": {}}, {"name": «», "in": "query", "description": «», "schema": {}}],"##
        ),
        webhook("webhook's deprecation", ##""w""##, ##""deprecated": true, "x-apus-deprecation-message": «»,"##),
        webhook(
            "webhook body", ##""w""##,
            ##""requestBody": {"description": «», "content": {«»: {"schema": {}}, "application/json": {"schema": {"type": "object", "properties": {«»: {"type": "string"}}}}}},"##
        ),
    ]

    private static func webhook(_ name: String, _ key: String, _ words: String = "") -> Field {
        Field(
            name, root: ##""webhooks": {\##(key): {"post": {\##(words) "responses": {"200": {"description": "d"}}}}},"##
        )
    }
}
