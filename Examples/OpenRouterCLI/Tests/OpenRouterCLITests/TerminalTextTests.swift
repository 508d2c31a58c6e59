import Testing

@testable import OpenRouterCLI

/// What a terminal would obey is shown instead.
@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("Grüße 東京", "Grüße 東京"),
        ("\u{1B}[31mred", "<U+001B>[31mred"), ("\u{9B}31m", "<U+009B>31m"),
        ("a\nb\tc\rd", "a<U+000A>b<U+0009>c<U+000D>d"),
        ("\u{1B}]0;title\u{7}", "<U+001B>]0;title<U+0007>"), ("del\u{7F}", "del<U+007F>"),
        ("\u{202E}txt.exe", "<U+202E>txt.exe"), ("a\u{2028}b", "a<U+2028>b"), ("\u{E0041}", "<U+E0041>"),
        ("👩\u{200D}🚀", "👩\u{200D}🚀"),
    ]) func line(given: String, want: String) {
        #expect(TerminalText.line(given) == want)
    }

    @Test(arguments: [
        ("a\nb\tc", "a\nb\tc"), ("a\r\nb", "a\nb"), ("50 %\r60 %", "50 %<U+000D>60 %"), ("\u{1B}c\n", "<U+001B>c\n"),
    ]) func lines(given: String, want: String) {
        #expect(TerminalText.lines(given) == want)
    }

    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"b"}"#), ("{\"a\":\"\u{9B}31m\"}", #"{"a":"\u009B31m"}"#),
        ("[\"\u{E0041}\",\n1]", "[\"\\uDB40\\uDC41\",\n1]"), ("[\"\u{7F}é\"]", #"["\u007Fé"]"#),
    ]) func json(given: String, want: String) {
        #expect(TerminalText.json(given) == want)
    }

    @Test(arguments: [("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("🚀", 2)])
    func columns(given: String, want: Int) {
        #expect(TerminalText.columns(given) == want)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("東京都", 4, "東…"), ("", 0, ""),
    ]) func cut(given: String, width: Int, want: String) {
        #expect(TerminalText.cut(given, to: width) == want)
    }
}
