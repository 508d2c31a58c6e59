import ApusDiagnostics
import ApusYAML

/// What has been followed of the `$ref`s that stand where the specification has none.
struct Following {
    /// The places being decoded for such a reference.
    var open: Set<LocationKey> = []
    /// Pairs that may still be decoded once more, since such references can double at every level.
    var pairsLeft = 200_000
    /// How many of them may stand in one another: each is a recursion.
    static let depth = 8
    /// The kinds of places that were told of.
    var told: Set<String> = []
}

/// Authors split documents anywhere: an operation, all paths or a description may be nothing but a `$ref`. What it names
/// is read as if it stood there.
extension Member {
    /// The value that such a reference names.
    struct Followed {
        fileprivate let location: Location
        fileprivate let context: DecodingContext

        /// Decodes the value by the rules of its own place.
        func decode<Value>(_ body: (Member) -> Value) -> Value {
            let key = location.key
            context.following.open.insert(key)
            context.following.pairsLeft -= (location.node.mapping?.pairs.count ?? 0) + 1
            defer { context.following.open.remove(key) }
            return context.within(location.base) { body(location.member(context)) }
        }
    }

    /// - Parameter title: what is expected here, with its article.
    /// - Returns: `nil` where there is no reference, and where it leads nowhere, which is reported.
    func misplacedReference(_ title: @autoclosure () -> String) -> Followed? {
        guard node.mapping?.referenceText != nil, let followed = followedReference() else { return nil }
        tell(title())
        return followed
    }

    /// The value that a reference names, followed at once.
    func followedReference() -> Followed? {
        guard let mapping = node.mapping, let text = mapping.referenceText else { return nil }
        guard let documents = context.documents else {
            context.needsOrder = true
            return nil
        }
        let located = documents.locate(text, from: context.base)
        switch located {
        case .failure(let fault):
            context.report(fault.diagnostic(text, at: place, instead: "it is left out"))
            return nil
        case .success(let location):
            guard !context.following.open.contains(location.key) else {
                warn("reference-cycle", "the reference leads back to itself and is left out: `\(text)`")
                return nil
            }
            guard context.following.pairsLeft > 0, context.following.open.count < Following.depth else {
                context.report(
                    .error(
                        "reference-budget", "there is too much behind references where the specification has none",
                        at: node.range, pointer: path.pointer))
                return nil
            }
            return Followed(location: location, context: context)
        }
    }

    private func tell(_ title: String) {
        guard context.following.told.insert(title).inserted else { return }
        warn(
            "misplaced-reference",
            "the specification has no `$ref` in place of \(title); it is followed, here and elsewhere",
            hint: "Other tools may not follow it: bundle the files, or write out what it names.")
    }
}

extension DocumentSet.Fault {
    /// The fault in words. A file that is not read is an error, since only the user can tell where the document's parts
    /// are; all else is the document's matter, or asks for what is never done.
    /// - Parameter instead: what comes of the reference.
    func diagnostic(_ text: String, at place: Place, instead: String) -> Diagnostic {
        let (code, message, hint) = words(text)
        switch self {
        case .refused, .unreadable:
            return .error(code, message, at: place.range, pointer: place.pointer, hint: hint)
        case .malformed, .dangling, .wrongKind, .circular, .remote:
            var category = Diagnostic.Category.document
            if case .remote = self { category = .limitation }
            return .warning(
                code, "\(message); \(instead)", at: place.range, pointer: place.pointer, hint: hint,
                category: category)
        }
    }

    private func words(_ text: String) -> (code: String, message: String, hint: String?) {
        switch self {
        case .malformed:
            return ("malformed-reference", "`\(text)` is not a reference", "References look like `#/components/…`.")
        case .remote:
            return (
                "remote-reference", "`\(text)` lies on another machine, and nothing is fetched from the network",
                "Save what it names as a file below the document's folder, and refer to that."
            )
        case .refused(let path, let refusal):
            return ("unreadable-reference", "`\(text)` names the file `\(path)`, which \(refusal.reason)", refusal.hint)
        case .unreadable(let path):
            return ("unreadable-reference", "`\(text)` names the file `\(path)`, which cannot be read", nil)
        case .wrongKind: return ("reference-kind", "`\(text)` names something of another kind", nil)
        case .dangling: return ("dangling-reference", "`\(text)` names nothing", nil)
        case .circular: return ("reference-cycle", "`\(text)` leads through references in a circle", nil)
        }
    }
}
