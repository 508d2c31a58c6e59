import OpenRouter

extension ResponseMatrix {
    /// Successes whose body is not what the API documents.
    static func successBodies() -> [MatrixRow] {
        let good = ModelTests.example
        let rows: [(name: String, body: String, want: String)] = [
            ("an empty body", "", "`decoding`: the text is empty, expected a JSON value"),
            ("`{`", "{", "`decoding`: expected a member name in quotes, found the end of the text"),
            ("`null`", "null", "`decoding`: expected an object, found null"),
            ("`[]`", "[]", "`decoding`: expected an object, found an array"),
            ("`\"text\"`", "\"text\"", "`decoding`: expected an object, found a string"),
            ("`{}`", "{}", "`decoding` at `data`: this required member is missing"),
            ("an HTML page", "<html>busy</html>", "`decoding`: expected a value, found `<`"),
            (
                "more text behind the value", good + "x",
                "`decoding`: expected nothing after the value, found a letter"
            ),
            (
                "a byte order mark", "\u{FEFF}" + good,
                "`decoding`: the text begins with a byte order mark, which JSON does not allow (RFC 8259, section 8.1)"
            ),
            (
                "`NaN` for a number", good.replacing("\"latency\": 1250", with: "\"latency\": NaN"),
                "`decoding`: expected a value, found a letter"
            ),
            (
                "`app_id` twice", good.replacing("\"app_id\": 12345", with: "\"app_id\": 1, \"app_id\": 2"),
                "`decoding` at `data`: the object has two members of one name"
            ),
        ]
        return rows.map { MatrixRow(name: "200, \($0.name)", body: Array($0.body.utf8), want: $0.want) }
            + errorsInSuccesses
    }

    private static let errorsInSuccesses = [
        (#"{"error":{"code":404,"message":"sorry"}}"#, "`notFound`, body; code 404: sorry"),
        (#"{"error":{"code":"404","message":"sorry"}}"#, "`notFound`, no body; code 404: sorry"),
        (
            #"{"error":{"code":418,"message":"sorry"}}"#,
            "`unexpectedStatus`; code 418: sorry [an error inside of a success's body]"
        ),
        (#"{"error":"sorry"}"#, "`unexpectedStatus`: sorry [an error inside of a success's body]"),
    ].map { body, want in MatrixRow(name: "200, `\(body)`", body: Array(body.utf8), want: want) }

    /// Documented errors whose body is not what the API documents.
    static func errorBodies() -> [MatrixRow] {
        let rows: [(body: String, want: String)] = [
            ("", "`notFound`, no body: Not Found"), ("{", "`notFound`, no body: Not Found"),
            ("null", "`notFound`, no body: Not Found"), ("{}", "`notFound`, no body: Not Found"),
            (#"{"error":"sorry"}"#, "`notFound`, no body: sorry"),
            (#"{"error":{"message":"sorry"}}"#, "`notFound`, no body: sorry"),
            (#"{"error":{"code":404}}"#, "`notFound`, no body; code 404: Not Found"),
            (#"{"error":{"code":true,"message":7}}"#, "`notFound`, no body: Not Found"),
            (#"{"error":{"code":"404","message":"sorry"}}"#, "`notFound`, no body; code 404: sorry"),
            (#"{"error":{"code":404.0,"message":"sorry"}}"#, "`notFound`, body; code 404: sorry"),
            (#"{"error":{"code":"not_found","message":"sorry"}}"#, "`notFound`, no body; code not_found: sorry"),
            (#"{"error":{"code":null,"message":"sorry"}}"#, "`notFound`, no body: sorry"),
            (#"{"error":{"code":404,"message":""}}"#, "`notFound`, body; code 404: Not Found"),
            (
                #"{"error":{"error_type":"gone","http_status":404,"message":"sorry"}}"#,
                "`notFound`, no body; code gone: sorry"
            ),
        ]
        return rows.map { body, want in
            let name = body.isEmpty ? "an empty body" : "`\(body)`"
            return MatrixRow(name: "404, \(name)", status: 404, body: Array(body.utf8), want: want)
        } + [
            MatrixRow(
                name: "404, a byte order mark", status: 404, body: [0xEF, 0xBB, 0xBF] + error(404),
                want: "`notFound`, no body; code 404: sorry")
        ]
    }

    /// Successes in which one member of `data` is odd.
    static func members() throws -> [MatrixRow] {
        let rows: [(key: String, json: String?, want: String)] = [
            ("id", nil, "`decoding` at `data.id`: this required member is missing"),
            ("id", "null", "`decoding` at `data.id`: expected a string, found null"),
            ("id", "7", "`decoding` at `data.id`: expected a string, found a number"),
            ("workspace_id", nil, "value, `workspace_id` is `null`"),
            ("app_id", "\"25\"", "`decoding` at `data.app_id`: expected an integer, found a string"),
            ("app_id", "25.0", "value, `app_id` is `25`"), ("app_id", "1e3", "value, `app_id` is `1000`"),
            ("app_id", "true", "`decoding` at `data.app_id`: expected an integer, found a boolean"),
            ("app_id", "1.5", "`decoding` at `data.app_id`: expected an integer, found a number that is not whole"),
            ("app_id", "12345678901234567890123", "`decoding` at `data.app_id`: the number does not fit Int"),
            ("is_byok", "1", "`decoding` at `data.is_byok`: expected a boolean, found a number"),
            ("is_byok", "\"yes\"", "`decoding` at `data.is_byok`: expected a boolean, found a string"),
            ("total_cost", "\"1.5\"", "`decoding` at `data.total_cost`: expected a number, found a string"),
            ("total_cost", "0.12345678901234567890", "value, `total_cost` is `0.12345678901234568`"),
            ("data_region", "\"mars\"", #"value, `data_region` is `"mars"`"#),
            ("data_region", "\"\"", #"value, `data_region` is `""`"#),
            ("data_region", "3", "`decoding` at `data.data_region`: expected a string, found a number"),
            ("data_region", "null", "`decoding` at `data.data_region`: expected a string, found null"),
            ("new_field", #"{"a":[1]}"#, #"value, `new_field` is `{"a":[1]}`"#),
        ]
        return try rows.map { row in
            let value = try row.json.map { try JSONValue(jsonBytes: Array($0.utf8)) }
            return MatrixRow(
                name: "200, `\(row.key)` " + (row.json.map { "is `\($0)`" } ?? "is missing"),
                body: try ModelTests.generation([(row.key, value)]), field: row.key, want: row.want)
        }
    }
}
