import AsyncHTTPClient
import Foundation
import OpenRouter

/// Chromium without a window, driven over the WebDriver protocol of `chromedriver`.
final class Browser {
    private let driver: Program
    private let session: String

    private static let programs = ["/usr/bin/chromedriver", "/usr/bin/chromium"]

    /// Whether this machine has what it needs: Debian's packages `chromium` and `chromium-driver`.
    static var isInstalled: Bool { programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) } }

    private init(driver: Program, session: String) {
        self.driver = driver
        self.session = session
    }

    static func run(_ body: (Browser) async throws -> Void) async throws {
        let driver = try Program(URL(fileURLWithPath: programs[0]), ["--port=0"])
        let port = try await driver.number(behind: "successfully on port ")
        var arguments: [JSONValue] = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage"]
        // The sandbox does not work for root, which tests in containers run as.
        if getuid() == 0 { arguments.append("--no-sandbox") }
        let options: JSONValue = ["binary": .string(programs[1]), "args": .array(arguments)]
        let wanted: JSONValue = ["goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"]]
        let root = "http://127.0.0.1:\(port)/session"
        let answer = try await call(root, ["capabilities": ["alwaysMatch": wanted]])
        guard case .string(let id) = answer.object?["sessionId"] else { throw Unexpected(answer: answer) }
        let browser = Browser(driver: driver, session: "\(root)/\(id)")
        do { try await body(browser) } catch {
            try await browser.quit()
            throw error
        }
        try await browser.quit()
    }

    private func quit() async throws { _ = try await Self.call(session, nil, method: "DELETE") }

    /// Opens a page and waits until it is loaded.
    func open(_ url: String) async throws { _ = try await Self.call("\(session)/url", ["url": .string(url)]) }

    /// Types into the element, as a person would.
    func type(_ text: String, into selector: String) async throws {
        _ = try await Self.call("\(session)/element/\(element(selector))/value", ["text": .string(text)])
    }

    /// Clicks on the element.
    func click(_ selector: String) async throws {
        _ = try await Self.call("\(session)/element/\(element(selector))/click", [:])
    }

    /// What the script returns.
    @discardableResult func run(_ script: String) async throws -> JSONValue {
        try await Self.call("\(session)/execute/sync", ["script": .string(script), "args": []])
    }

    /// The element's text.
    func text(_ selector: String) async throws -> String {
        let text = try await run("return document.querySelector('\(selector)')?.textContent ?? ''")
        guard case .string(let text) = text else { throw Unexpected(answer: text) }
        return text
    }

    /// What the page wrote to its console, and what the browser complained about there.
    func complaints() async throws -> JSONValue { try await Self.call("\(session)/se/log", ["type": "browser"]) }

    private func element(_ selector: String) async throws -> String {
        let answer = try await Self.call(
            "\(session)/element", ["using": "css selector", "value": .string(selector)])
        guard case .string(let id) = answer.object?.first?.value else { throw Unexpected(answer: answer) }
        return id
    }

    private static func call(_ url: String, _ body: JSONValue?, method: String = "POST") async throws -> JSONValue {
        var request = HTTPClientRequest(url: url)
        request.method = .init(rawValue: method)
        if let body { request.body = .bytes(try body.jsonBytes()) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(120))
        let answer = try JSONValue(jsonText: await response.text)
        guard response.status == .ok, let value = answer.object?["value"] else { throw Unexpected(answer: answer) }
        return value
    }

    struct Unexpected: Error { var answer: JSONValue }
}
