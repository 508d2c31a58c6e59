import OpenRouter
import Testing

/// The page in a browser, against the program itself.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: Browser.isInstalled, "Chromium is not installed (Debian: apt install chromium chromium-driver)."))
struct BrowserTests {
    @Test func aChat() async throws {
        let program = try Program.demo()
        let port = try await program.number(behind: "http://127.0.0.1:")
        try await Browser.run { browser in
            try await browser.open("http://127.0.0.1:\(port)/")
            #expect(await shows(browser, "#about", "openai/gpt-4o, a demo: the server makes the answers up."))
            try await theAnswerComesInPieces(browser)
            try await errorsShow(browser)
            try await stopAndNew(browser)
            #expect(try await browser.complaints() == [], "the console is empty")
            try await scriptsOfOthersDoNotRun(browser)
        }
    }

    /// Keeps every text that the first answer had, then asks.
    private func theAnswerComesInPieces(_ browser: Browser) async throws {
        try await browser.run(
            """
            window.seen = [];
            const log = document.getElementById("log");
            const look = () => seen.push(log.querySelector("article.assistant p")?.textContent ?? "");
            new MutationObserver(look).observe(log, { subtree: true, childList: true, characterData: true });
            """)
        // U+E007 is the key Enter.
        try await browser.type("Is <b>this</b> shown as it is?\u{E007}", into: "#message")
        #expect(await isDone(browser))
        #expect(try await browser.text("article.user p") == "Is <b>this</b> shown as it is?")
        let want =
            "You said: “Is <b>this</b> shown as it is?”. A model would have answered; this is the demo, and the words come "
            + "one by one."
        #expect(try await browser.text("article.assistant p") == want)
        #expect(try await browser.run("return document.querySelectorAll('#log b').length") == 0)
        #expect(try await browser.run("return new Set(seen).size > 3") == true, "the answer was seen growing")
        let isGrowing = try await browser.run(
            "return seen.every((text, at) => at === 0 || text.startsWith(seen[at - 1]))")
        #expect(isGrowing == true)
        #expect(try await browser.run("return document.getElementById('failure').hidden") == true)
    }

    private func errorsShow(_ browser: Browser) async throws {
        try await browser.type("429", into: "#message")
        try await browser.click("#send")
        #expect(await shows(browser, "#failure:not([hidden])", "Too many requests. Try again later."))
        #expect(await shows(browser, "article:last-child .note", "No answer came."))
        #expect(try await browser.run("return document.getElementById('message').value") == "429")
        try await browser.run("document.getElementById('message').value = ''")
        try await browser.type("break\u{E007}", into: "#message")
        #expect(await shows(browser, "#failure:not([hidden])", "The answer broke off. Try again."))
        #expect(await shows(browser, "article:last-child .note", "This answer is not whole."))
        #expect(try await browser.text("article:last-child p").hasPrefix("You said: “break”."))
    }

    private func stopAndNew(_ browser: Browser) async throws {
        try await browser.run("document.getElementById('message').value = ''")
        try await browser.type("Hello\u{E007}", into: "#message")
        #expect(await eventually { (try? await browser.text("article:last-child p").isEmpty) == false })
        try await browser.click("#stop")
        #expect(await shows(browser, "article:last-child .note", "Stopped."))
        #expect(try await browser.run("return document.getElementById('failure').hidden") == true)
        try await browser.click("#clear")
        #expect(try await browser.run("return document.querySelectorAll('article').length") == 0)
    }

    private func scriptsOfOthersDoNotRun(_ browser: Browser) async throws {
        try await browser.run(
            "const script = document.createElement('script'); script.textContent = 'window.ran = true'; "
                + "document.body.append(script)")
        #expect(try await browser.run("return window.ran ?? false") == false)
        #expect(try await "\(browser.complaints())".contains("Content Security Policy"))
    }

    private func shows(_ browser: Browser, _ selector: String, _ text: String) async -> Bool {
        await eventually { (try? await browser.text(selector)) == text }
    }

    /// The first answer is there, and none is under way.
    private func isDone(_ browser: Browser) async -> Bool {
        let script = "return document.querySelector('article.assistant')?.getAttribute('aria-busy') === 'false'"
        return await eventually { (try? await browser.run(script)) == true }
    }
}
