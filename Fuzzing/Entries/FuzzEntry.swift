/// One reader of bytes from outside, with what must hold for every input. It traps when something does not.
public struct FuzzEntry: Sendable {
    /// Its name, also of its folder in `Fuzzing/Found` and its dictionary.
    public let name: String
    /// Reads the bytes.
    public let run: @Sendable ([UInt8]) -> Void

    /// All of them.
    public static let all: [FuzzEntry] = [
        FuzzEntry(name: "yaml", run: readYAML),
        FuzzEntry(name: "document", run: generate),
        FuzzEntry(name: "template", run: renderTemplate),
        FuzzEntry(name: "json", run: readJSON),
        FuzzEntry(name: "record", run: readRecord),
        FuzzEntry(name: "events", run: readEvents),
        FuzzEntry(name: "records", run: readRecords),
        FuzzEntry(name: "retry-after", run: readRetryAfter),
        FuzzEntry(name: "url", run: buildURL),
        FuzzEntry(name: "redirect", run: readRedirect),
        FuzzEntry(name: "media-type", run: readMediaType),
    ]
}
