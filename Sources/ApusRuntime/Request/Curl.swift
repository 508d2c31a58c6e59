/// Writes a request as a `curl` command for a POSIX shell.
enum Curl {
    /// The command. Values of header fields that are likely to hold secrets are redacted.
    static func command(_ head: HTTPRequest, body: [UInt8]?) -> String {
        var words = ["curl", head.method == .head ? "--head" : "--request \(head.method.rawValue)"]
        // Brackets and braces would be patterns to curl.
        words += ["--globoff", quoted("\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")")]
        for field in head.headerFields {
            let value = HeaderRules.isSecret(field.name.canonicalName) ? Secrets.mark : field.value
            words.append("--header \(quoted("\(field.name.rawName): \(value)"))")
        }
        guard let body else { return words.joined(separator: " ") }
        if let text = String(validating: body, as: UTF8.self), !body.contains(0) {
            return (words + ["--data-raw \(quoted(text))"]).joined(separator: " ")
        }
        // An argument cannot hold every byte; a pipe can.
        let decode = "printf %s \(Base64Data(body).base64) | base64 -d"
        return "\(decode) | \((words + ["--data-binary @-"]).joined(separator: " "))"
    }

    /// The text as one word of a POSIX shell: in single quotes nothing but the quote itself is special.
    static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: #"'\''"#))'"
    }
}
