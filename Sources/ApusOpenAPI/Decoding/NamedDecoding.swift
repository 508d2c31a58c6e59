import ApusDiagnostics
import ApusYAML

/// Maps whose keys reach the wire or must have a certain form: an entry under another key is left out with a warning.
extension Member {
    /// `content`: its keys are media types, which become header values.
    func content() -> OrderedMap<Referenced<MediaTypeObject>> {
        var left = Self.mediaTypes
        return map { entry in
            left -= 1
            guard left >= 0 else {
                guard left == -1 else { return nil }
                warn(
                    "content-limit",
                    "only the first \(Self.mediaTypes) media types are read; `\(entry.key)` and what follows it are left out",
                    hint: "Leave out those that say the same as another one.", category: .limitation)
                return nil
            }
            if HTTPSyntax.isMediaType(entry.key) { return entry.referenced(MediaTypeObject.self) }
            entry.warn(
                "bad-media-type", "`\(entry.key)` is not a media type, and is left out",
                hint: "Write a type and a subtype, such as `application/json`.", isKey: true)
            return nil
        }
    }

    /// How many media types a body can have. Each is compared with the others, and no client chooses among more.
    private static let mediaTypes = 100

    /// `headers`.
    func headers() -> OrderedMap<Referenced<HeaderObject>> {
        map { entry in
            if HTTPSyntax.isToken(entry.key) { return entry.referenced(HeaderObject.self) }
            entry.warn(
                "bad-header-name", "`\(entry.key)` cannot be the name of a header, and is left out",
                hint: "Letters, digits and ``!#$%&'*+-.^_`|~`` may stand there.", isKey: true)
            return nil
        }
    }

    /// A map of names to objects in which `x-…` keys are extensions, as in a Paths Object.
    func namedObjects<Object: DecodableObject & ReferencableObject>(
        _ type: Object.Type
    ) -> OrderedMap<Referenced<Object>> {
        map { $0.key.isExtensionKey ? nil : $0.referenced(type) }
    }

    /// A Responses Object. A status that is nearly one is read as what it means; `default` and ranges are kept.
    func responses() -> OrderedMap<Referenced<ResponseObject>> {
        let written = Set((node.mapping?.pairs ?? []).map { ByteKey($0.key) })
        let read = map { entry -> (status: String, response: Referenced<ResponseObject>)? in
            guard !entry.key.isExtensionKey, let status = entry.status(besides: written) else { return nil }
            return entry.referenced(ResponseObject.self).map { (status, $0) }
        }
        return OrderedMap(read.map { .init(key: $0.value.status, keyRange: $0.keyRange, value: $0.value.response) })
    }

    /// The status that the key means: `nil`, with a warning, for none.
    private func status(besides written: Set<ByteKey>) -> String? {
        let status = StatusKey(key)
        if case .standard = status { return key }
        guard case .near(let meant) = status, !written.contains(ByteKey(meant)) else {
            warn(
                "bad-status", "`\(key)` is not a status of a response, and is left out",
                hint: "Write three digits such as `200`, a range such as `4XX`, or `default`.", isKey: true)
            return nil
        }
        warn("near-status", "`\(key)` is not a status of a response; it is read as `\(meant)`", isKey: true)
        return meant
    }
}

/// A key of a Responses Object (OpenAPI 3.1, section 4.8.16).
enum StatusKey: Equatable {
    /// `200`, `2XX` or `default`.
    case standard
    /// Something that is meant as such a key: `2xx`, `20X`, `Default`.
    case near(String)
    /// No status.
    case none

    init(_ text: String) {
        let upper = text.uppercased()
        let bytes = Array(upper.utf8)
        if upper == "DEFAULT" { self = text == "default" ? .standard : .near("default"); return }
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { self = .none; return }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let isX = bytes[1...].map { $0 == UInt8(ascii: "X") }
        if bytes[1...].allSatisfy(digits.contains) { self = .standard; return }
        let range = String(decoding: [bytes[0]], as: UTF8.self) + "XX"
        if isX == [true, true] { self = text == range ? .standard : .near(range); return }
        self = isX[1] && digits.contains(bytes[1]) ? .near(range) : .none
    }
}
