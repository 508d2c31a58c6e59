import CanarySupport
import Foundation
import Testing

/// The watch over credentials sees what it is there for.
@Suite("The canary is found")
struct CanaryTests {
    struct Described: Error, CustomStringConvertible { var description: String }
    struct Debugged: Error, CustomStringConvertible, CustomDebugStringConvertible {
        var debugDescription: String
        var description: String { "-" }
    }
    struct Localized: LocalizedError, CustomStringConvertible {
        var recoverySuggestion: String?
        var description: String { "-" }
        var debugDescription: String { "-" }
        var customMirror: Mirror { Mirror(self, children: []) }
    }
    struct Held: Error, CustomStringConvertible {
        struct Inner { var secret: String }
        var inner: Inner
        var description: String { "-" }
    }

    @Test("In whatever an error shows")
    func places() {
        let text = Canary.text
        let errors: [any Error] = [
            Described(description: text), Debugged(debugDescription: text), Localized(recoverySuggestion: text),
            Held(inner: .init(secret: text)),
            NSError(domain: "d", code: 1, userInfo: [NSLocalizedDescriptionKey: text]),
        ]
        for error in errors { #expect(Canary.isIn(Canary.prints(error)), "\(type(of: error))") }
        #expect(!Canary.isIn(Canary.prints(Described(description: "anything else"))))
    }

    @Test("In Base64, wherever it stands")
    func base64() {
        for start in ["", "u", "us", "use", "user:", "Bearer "] {
            for end in ["", ":", "::", ":::"] {
                let coded = Data("\(start)\(Canary.text)\(end)".utf8).base64EncodedString()
                #expect(Canary.isIn("Basic \(coded)"), "\(start) \(end)")
            }
        }
    }
}
