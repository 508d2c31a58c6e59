/// Texts that break out of something, or hide, in a tool that takes them as they are.
struct Payload: Sendable {
    /// What no text may be outside of a string literal or a comment. No identifier holds it: names are made of words, and
    /// an underscore ends one.
    static let token = "zq_evil"

    let name: String
    let text: String

    /// A row of the table.
    private init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// Every payload, in one text: for what is slow to look at.
    static let joined = Payload("all together", all.map(\.text).joined(separator: " "))

    static let all: [Payload] = breaks + literals + comments + hidden + code

    /// All line breaks that any reader of Swift, YAML, HTTP or a terminal honours.
    private static let breaks = [
        Payload("CR", "a\rzq_evil() //"), Payload("LF", "a\nzq_evil() //"), Payload("CRLF", "a\r\nzq_evil() //"),
        Payload("NEL", "a\u{85}zq_evil() //"), Payload("VT", "a\u{0B}zq_evil() //"),
        Payload("FF", "a\u{0C}zq_evil() //"),
        Payload("LS", "a\u{2028}zq_evil() //"), Payload("PS", "a\u{2029}zq_evil() //"),
    ]

    private static let literals = [
        Payload("quote", #"a"; zq_evil(); let b=""#), Payload("quote and accent", "a\"\u{301}; zq_evil() //"),
        Payload("prepended mark", "\u{600}\"; zq_evil(); \u{600}\\(zq_evil())"),
        Payload("interpolation", #"\(zq_evil())"#),
        Payload("raw interpolation", "\\#(zq_evil()) \\##(zq_evil())"), Payload("raw end", ##"x"#; zq_evil() //"##),
        Payload("multi-line end", "\"\"\"\n zq_evil()\n\"\"\""), Payload("trailing backslash", #"zq_evil\"#),
        Payload("escapes", #"\u{22}; zq_evil() \n\t\0 \u{0}"#),
    ]

    private static let comments = [
        Payload("block end", "*/ zq_evil() /*"), Payload("re-formed end", "**// zq_evil() /*/ /**/"),
        Payload("backticks", "a`; zq_evil(); } ``` `"), Payload("backtick and accent", "a`\u{301}; zq_evil()"),
        Payload("markup", "]] zq_evil <script> [a](javascript:zq_evil) {{zq_evil}} {{{zq_evil}}} {{> zq_evil}}"),
    ]

    private static let hidden = [
        Payload("bidi", "\u{202E}zq_evil()\u{2066}x\u{2069}"),
        Payload("joiners", "\u{FEFF}zq\u{200D}_evil zq_evil\u{AD}"),
        Payload("NUL", "zq_evil\u{0}()\u{0}"),
        Payload("ANSI", "\u{1B}[31mzq_evil\u{1B}]0;x\u{7}\u{9B}2J\u{8}\u{7F}"),
        Payload("no characters", "\u{FFFE}zq_evil\u{FFFF}\u{E000}\u{10FFFF}"),
    ]

    private static let code = [
        Payload("attribute", #"x"), @available(*, unavailable, message: "zq_evil") struct zq_evil {}"#),
        Payload("manifest", #"A", targets: [.plugin(name: "zq_evil", capability: .buildTool())], x: ""#),
        Payload("directive", "\n#if zq_evil\n#sourceLocation(file: \"zq_evil\", line: 1)\n#endif\n"),
        Payload("symbol", "\n@_silgen_name(\"zq_evil\") func zq_evil()\n"),
        Payload("path", "../../../zq_evil/./%2e%2e/\\..\\zq_evil"),
        Payload("reserved name", "init zq_evil self.$0 Type"),
    ]
}
