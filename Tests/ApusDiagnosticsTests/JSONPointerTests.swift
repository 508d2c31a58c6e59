import ApusDiagnostics
import Testing

@Suite("JSON pointers")
struct JSONPointerTests {
    @Test(
        "the examples of RFC 6901, section 5, read and written",
        arguments: [
            ("", []),
            ("/foo", ["foo"]),
            ("/foo/0", ["foo", "0"]),
            ("/", [""]),
            ("/a~1b", ["a/b"]),
            ("/c%d", ["c%d"]),
            ("/e^f", ["e^f"]),
            ("/g|h", ["g|h"]),
            ("/i\\j", ["i\\j"]),
            ("/k\"l", ["k\"l"]),
            ("/ ", [" "]),
            ("/m~0n", ["m~n"]),
            // Further ones.
            ("/~01", ["~1"]),
            ("//", ["", ""]),
            ("/paths/~1a~1{b}/get", ["paths", "/a/{b}", "get"]),
            ("/e\u{301}/\r\n", ["e\u{301}", "\r\n"]),
            ("/~1\u{301}", ["/\u{301}"]),  // a mark does not hide the slash
        ] as [(String, [String])])
    func rows(text: String, tokens: [String]) {
        #expect(JSONPointer(parsing: text)?.tokens == tokens)
        #expect(JSONPointer(tokens).description == text)
    }

    @Test("what is no pointer is refused", arguments: ["foo", "#/foo", "/~", "/~2", "/a~", "/a~/b", " /a"])
    func refused(text: String) {
        #expect(JSONPointer(parsing: text) == nil)
    }

    @Test("going deeper")
    func appending() {
        #expect(JSONPointer().appending("a/b").appending(3).description == "/a~1b/3")
    }
}
