import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// Extensions whose values are not what their publishers define: each is told of and ignored.
extension Builder {
    /// What the values of those that we read must be.
    private static let kinds: [String: ExtensionKind] = [
        "x-apus-name": .text, "x-speakeasy-name-override": .text, "x-apus-group": .text, "x-speakeasy-group": .text,
        "x-apus-ignore": .flag, "x-speakeasy-ignore": .flag, "x-internal": .flag, "x-hidden": .flag,
        "x-apus-deprecation-message": .text, "x-speakeasy-deprecation-message": .text,
        "x-speakeasy-deprecation-replacement": .text, "x-apus-stream-field": .text,
        "x-apus-stream-name": .text,
        "x-speakeasy-stream-request-field": .text, "x-speakeasy-server-id": .text,
        "x-speakeasy-unknown-values": .choice(["allow", "disallow"]),
    ]

    private enum ExtensionKind {
        case text
        case flag
        case choice([String])
    }

    func reportExtensions(_ extensions: OrderedMap<YAMLNode>, at place: Place) {
        guard !extensions.isEmpty else { return }
        for entry in extensions {
            guard let kind = Self.kinds[entry.key] else { continue }
            switch (kind, entry.value.scalar) {
            case (.text, let scalar?) where scalar.kind == .string: continue
            case (.text, _): warnOfExtension(entry.key, "no text", at: place)
            case (.flag, let scalar?):
                if case .boolean = scalar.kind { continue }
                warnOfExtension(entry.key, "neither `true` nor `false`", at: place)
            case (.flag, nil): warnOfExtension(entry.key, "neither `true` nor `false`", at: place)
            case (.choice(let words), let scalar):
                if let scalar, words.contains(scalar.text) { continue }
                warnOfExtension(
                    entry.key, "none of " + words.map { "`\($0)`" }.joined(separator: ", "), at: place)
            }
        }
    }

    func warnOfExtension(_ key: String, _ what: String, at place: Place) {
        warn("bad-extension", "`\(key)` is \(what) and is ignored", at: place.appending(key), category: .document)
    }

    /// The data that ends a stream. `[DONE]` without quotes is a list of one text, which its author did not mean.
    func sentinel(of media: MediaTypeObject) -> String? {
        let keys = ["x-apus-sentinel", "x-speakeasy-sse-sentinel"]
        if let text = media.extensions.text("x-apus-sentinel", "x-speakeasy-sse-sentinel") { return text }
        for key in keys {
            guard let node = media.extensions[key] else { continue }
            if let items = node.sequence, items.count == 1, let text = items[0].scalar?.text {
                warn(
                    "bad-extension", "`\(key)` is a list; the text `[\(text)]` is taken",
                    at: media.place.appending(key), hint: "Write it in quotes.", category: .document)
                return "[\(text)]"
            }
            warnOfExtension(key, "no text", at: media.place)
        }
        return nil
    }
}

extension OrderedMap where Value == YAMLNode {
    /// What is said of a deprecated thing: a message, and what to use instead.
    var deprecationMessage: String? {
        let message = text("x-apus-deprecation-message", "x-speakeasy-deprecation-message")
        guard let replacement = text("x-speakeasy-deprecation-replacement") else { return message }
        return [message, "Use `\(replacement)` instead."].compactMap(\.self).joined(separator: " ")
    }
}
