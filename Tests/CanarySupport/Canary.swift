import Foundation

/// The text that is part of every credential in the tests of runtime, transports and generated clients. It must appear in nothing
/// that a call shows.
///
/// ``CanaryWatch`` looks at every log line and every failure of every call, in the whole process; `scripts/test` looks at
/// everything that the tests print.
public enum Canary {
    /// The text. `scripts/test` knows it too.
    public static let text = "c4n4ry7f3a9c"

    /// The text, and what is left of it in Base64, whatever stands before it.
    static let spellings: [String] = {
        let whole = Data(text.utf8).base64EncodedString()
        let shifted = ["a", "aa"].map { Data(($0 + text).utf8).base64EncodedString().dropFirst(4).prefix(12) }
        return [text, whole] + shifted.map(String.init)
    }()

    /// Whether a text gives it away.
    public static func isIn(_ shown: String) -> Bool { spellings.contains(where: shown.contains) }

    /// Everything that can be printed of a value.
    public static func prints(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        var texts = ["\(value)", String(reflecting: value), dumped, mirrored(Mirror(reflecting: value), depth: 3)]
        if let error = value as? any Error {
            texts += [error.localizedDescription, "\(error as NSError)"]
            let localized = error as? any LocalizedError
            texts += [localized?.errorDescription, localized?.failureReason, localized?.recoverySuggestion].compactMap {
                $0
            }
        }
        return texts.joined(separator: "\n")
    }

    private static func mirrored(_ mirror: Mirror, depth: Int) -> String {
        mirror.children.map { child in
            let inner = depth > 0 ? mirrored(Mirror(reflecting: child.value), depth: depth - 1) : ""
            return "\(child.label ?? "-"): \(child.value) \(inner)"
        }.joined(separator: "\n")
    }
}
