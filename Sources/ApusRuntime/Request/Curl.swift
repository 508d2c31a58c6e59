/// Writes a request as a `curl` command for a POSIX shell.
enum Curl {
    /// The command. Values of header fields that are likely to hold secrets are redacted.
    static func command(_ head: HTTPRequest, body: RequestBody?) -> String {
        var words = ["curl", head.method == .head ? "--head" : "--request \(head.method.rawValue)"]
        // Brackets and braces would be patterns to curl.
        words += ["--globoff", quoted("\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")")]
        for field in head.headerFields {
            let value = HeaderRules.isSecret(field.name.canonicalName) ? Secrets.mark : field.value
            words.append("--header \(quoted("\(field.name.rawName): \(value)"))")
        }
        guard let body else { return words.joined(separator: " ") }
        if let bytes = body.bytes, let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
            return (words + ["--data-raw \(quoted(text))"]).joined(separator: " ")
        }
        // An argument cannot hold every byte, nor a file; a pipe can.
        let sources = body.segments.map(source)
        let piped = sources.count == 1 ? sources[0] : "{ \(sources.joined(separator: "; ")); }"
        return "\(piped) | \((words + ["--data-binary @-"]).joined(separator: " "))"
    }

    /// The command that prints a part of the body. A stream is whatever comes in at standard input.
    private static func source(_ segment: RequestBody.Segment) -> String {
        switch segment {
        case .bytes(let bytes): "printf %s \(Base64Data(bytes).base64) | base64 -d"
        case .file(let path): "cat -- \(quoted(path))"
        case .stream, .once: "cat"
        }
    }

    /// The text as one word of a POSIX shell: in single quotes nothing but the quote itself is special.
    static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: #"'\''"#))'"
    }
}
