import OpenRouter

/// One response, and what the client makes of it in the words of `docs/response-matrix.md`.
struct MatrixRow: Sendable {
    /// As it stands in the document.
    var name: String
    var operation = GetGenerationRequest.operation.id
    var status = 200
    var contentType: String? = "application/json"
    var contentEncoding: String?
    var body: [UInt8]
    /// The member of `data` whose value a success shows, as the model writes it again.
    var field: String?
    var want: String
}

/// The rows, in the order of the document.
enum ResponseMatrix {
    static func rows() throws -> [MatrixRow] {
        try statuses() + contentTypes() + charsets() + codings() + successBodies() + errorBodies() + members()
    }

    static let good = Array(ModelTests.example.utf8)

    /// The standard shape of an error.
    static func error(_ code: Int) -> [UInt8] { Array(#"{"error":{"code":\#(code),"message":"sorry"}}"#.utf8) }

    /// The text in ISO-8859-1.
    static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    // MARK: - Statuses

    private static func statuses() -> [MatrixRow] {
        let documented = [
            (401, "unauthorized"), (402, "paymentRequired"), (404, "notFound"), (429, "tooManyRequests"),
            (500, "internalServer"), (502, "badGateway"), (524, "edgeNetworkTimeout"), (529, "providerOverloaded"),
        ].map { status, name in failed(status, "`\(name)`, body; code \(status): sorry") }
        let others = [400, 403, 408, 409, 410, 413, 418, 422, 451, 499, 503, 504, 599].map { status in
            failed(status, "`unexpectedStatus`; code \(status): sorry")
        }
        let unnamed = [
            (201, "Created"), (202, "Accepted"), (206, "Partial Content"), (299, "status 299"), (399, "status 399"),
            (600, "status 600"),
        ].map { status, phrase in
            MatrixRow(name: "\(status), a good body", status: status, body: good, want: undocumented(status, phrase))
        }
        return documented + others + ofContent + unnamed + bodiless
    }

    private static func failed(_ status: Int, _ want: String) -> MatrixRow {
        MatrixRow(name: "\(status)", status: status, body: error(status), want: want)
    }

    private static let ofContent = [
        (400, "`unexpectedStatus`"), (402, "`unexpectedStatus`"), (403, "`forbidden`, body"), (404, "`notFound`, body"),
    ].map { status, name in
        MatrixRow(
            name: "`listGenerationContent`: \(status)", operation: ListGenerationContentRequest.operation.id,
            status: status, body: error(status), want: "\(name); code \(status): sorry")
    }

    private static let bodiless = [
        MatrixRow(name: "204", status: 204, contentType: nil, body: [], want: undocumented(204, "No Content")),
        MatrixRow(
            name: "301", status: 301, body: [],
            want: "`unexpectedStatus`: Moved Permanently: redirects are not followed; this one points to nowhere "
                + "(it has no `Location`)"),
        MatrixRow(name: "304", status: 304, contentType: nil, body: [], want: undocumented(304, "Not Modified")),
    ]

    private static func undocumented(_ status: Int, _ phrase: String) -> String {
        "`unexpectedStatus`: \(phrase): the API's document does not name the status \(status)"
    }

    // MARK: - Content types

    private static func contentTypes() -> [MatrixRow] {
        let json = ["APPLICATION/JSON", "application/json; charset=utf-8", "application/problem+json"].flatMap {
            (type: String) in pair("`\(type)`", type, "value", "`notFound`, body; code 404: sorry")
        }
        let others = [
            "text/json", "text/html", "text/plain", "application/octet-stream", "application/json, text/html",
        ].flatMap { (type: String) in wrongType("`\(type)`", type, "content type `\(type)`") }
        return json + others + wrongType("no content type", nil, "no content type")
            + wrongType("an empty content type", "", "no content type")
    }

    /// A success and an error of this type.
    private static func pair(_ name: String, _ type: String?, _ success: String, _ failure: String) -> [MatrixRow] {
        [
            MatrixRow(name: "200, \(name)", contentType: type, body: good, want: success),
            MatrixRow(name: "404, \(name)", status: 404, contentType: type, body: error(404), want: failure),
        ]
    }

    private static func wrongType(_ name: String, _ type: String?, _ found: String) -> [MatrixRow] {
        let explanation = "\(found) where `application/json` is documented"
        return pair(
            name, type, "`unexpectedStatus`: OK: \(explanation)",
            "`unexpectedStatus`; code 404: sorry [\(explanation)]")
    }

    // MARK: - Character encodings

    private static func charsets() throws -> [MatrixRow] {
        let text = String(decoding: try ModelTests.generation([("origin", "café")]), as: UTF8.self)
        let value = #"value, `origin` is `"café"`"#
        let rows: [(encoding: String, label: String, body: [UInt8], want: String)] = [
            ("ISO-8859-1", "; charset=iso-8859-1", latin1(text), value),
            ("UTF-8", "; charset=iso-8859-1", Array(text.utf8), value),
            ("UTF-8", "; charset=us-ascii", Array(text.utf8), value),
            ("UTF-16", "; charset=utf-16", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, value),
            ("KOI8-R", "; charset=koi8-r", latin1(text), "`decoding`: the bytes are not UTF-8"),
            ("ISO-8859-1", "", latin1(text), "`decoding`: the bytes are not UTF-8"),
        ]
        return rows.map { row in
            let type = "application/json" + row.label
            return MatrixRow(
                name: "200, a body in \(row.encoding), `\(type)`", contentType: type, body: row.body, field: "origin",
                want: row.want)
        } + [latin1Error, strayByte]
    }

    private static let latin1Error = MatrixRow(
        name: "404, a body in ISO-8859-1, `application/json; charset=iso-8859-1`", status: 404,
        contentType: "application/json; charset=iso-8859-1",
        body: latin1(#"{"error":{"code":404,"message":"désolé"}}"#), want: "`notFound`, body; code 404: désolé")

    private static let strayByte = MatrixRow(
        name: "404, a message with a byte that is not UTF-8", status: 404,
        body: error(404).map { $0 == UInt8(ascii: "y") ? 0xFF : $0 },
        want: "`notFound`, no body; code 404: sorr\u{FFFD}")

    // MARK: - Content codings

    private static func codings() -> [MatrixRow] {
        var corrupt = Gzip.stored(good)
        // No block has this type (RFC 1951, section 3.2.3).
        corrupt[Gzip.headerLength] = 0b111
        return [
            MatrixRow(name: "200, gzip", contentEncoding: "gzip", body: Gzip.stored(good), want: "value"),
            MatrixRow(
                name: "404, gzip", status: 404, contentEncoding: "gzip", body: Gzip.stored(error(404)),
                want: "`notFound`, body; code 404: sorry"),
            MatrixRow(
                name: "200, corrupt gzip", contentEncoding: "gzip", body: corrupt,
                want: "`transport`: protocolViolation"),
        ]
    }
}
