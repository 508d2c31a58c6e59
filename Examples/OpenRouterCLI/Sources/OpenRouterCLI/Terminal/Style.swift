/// How words are set off on a terminal that shows colours; plain text everywhere else.
struct Style: Sendable {
    /// Whether anything is set off.
    let isOn: Bool

    /// Nothing is set off.
    static let plain = Style(isOn: false)

    func bold(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func bar(_ text: String) -> String { wrap(text, "36") }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
