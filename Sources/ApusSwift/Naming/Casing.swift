/// Makes identifiers of words, by the Swift API Design Guidelines: camel case, acronyms uniformly upper or lower case.
struct Casing: Sendable {
    /// Acronyms known without configuration, upper case.
    static let commonAcronyms: Set<String> = [
        "AI", "API", "CPU", "CSS", "CSV", "DNS", "GPU", "HTML", "HTTP", "HTTPS", "ID", "IP", "JPEG", "JSON", "JSONL",
        "JWT",
        "OS", "PDF", "PNG", "RPC", "SDK", "SQL", "SSE", "SSH", "SSL", "SSO", "TCP", "TLS", "TTL", "UDP", "UI", "URI",
        "URL", "USD", "UTC", "UTF", "UUID", "WAV", "XML", "YAML",
    ]
    /// The longest identifier; longer ones end in a hash of the whole.
    static let maximumLength = 120

    private let acronyms: Set<String>
    /// In bytes.
    private let longestAcronym: Int

    /// - Parameter acronyms: further acronyms, in any case.
    init(acronyms: [String] = []) {
        self.acronyms = Self.commonAcronyms.union(acronyms.map { $0.uppercased() })
        longestAcronym = self.acronyms.reduce(0) { max($0, $1.utf8.count) }
    }

    /// `GenerationResponse`, `UserID`, `_01AI`.
    func upperCamel(_ name: String) -> String {
        let isCapitals = name == name.uppercased()
        return bounded(prefixed(words(name).map { capitalised($0, isCapitals) }.joined()), source: name)
    }

    /// `createdAt`, `userID`, `apiKey`, `_1K`.
    func lowerCamel(_ name: String) -> String {
        let words = words(name)
        let isCapitals = name == name.uppercased()
        let rest = words.dropFirst().map { capitalised($0, isCapitals) }
        return bounded(prefixed(words[0].lowercased() + rest.joined()), source: name)
    }

    /// `HTTP_REFERER`.
    func upperSnake(_ name: String) -> String {
        Words.split(name).map { $0.uppercased() }.joined(separator: "_")
    }

    /// As many words as can show in an identifier: a name can be as long as its document.
    private func words(_ name: String) -> ArraySlice<String> { Words.split(name).prefix(Self.maximumLength + 1) }

    /// - Parameters:
    ///   - word: ASCII letters and digits.
    ///   - isCapitals: whether the whole name is written in capitals.
    private func capitalised(_ word: String, _ isCapitals: Bool) -> String {
        let upper = word.uppercased()
        if isAcronym(upper) { return upper }
        if upper.utf8.last == UInt8(ascii: "S"), isAcronym(String(upper.dropLast())) { return upper.dropLast() + "s" }
        // `OpenAIModel` keeps its `AI`; `TOO_MANY` is no row of acronyms but a name in capitals.
        let keepsCase = word != upper || !isCapitals
        return upper.prefix(1) + (keepsCase ? String(word.dropFirst()) : word.dropFirst().lowercased())
    }

    /// Longer words are none, which is cheaper to see than to look up.
    private func isAcronym(_ word: String) -> Bool { word.utf8.count <= longestAcronym && acronyms.contains(word) }

    private func prefixed(_ identifier: String) -> String {
        identifier.utf8.first.map(Words.isDigit) == true ? "_" + identifier : identifier
    }

    private func bounded(_ identifier: String, source: String) -> String {
        guard identifier.utf8.count > Self.maximumLength else { return identifier }
        return identifier.prefix(Self.maximumLength - 9) + "_" + Self.hash(source)
    }

    /// FNV-1a, 32 bits: stable on every machine and in every process, unlike `Hasher`.
    private static func hash(_ text: String) -> String {
        let value = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
