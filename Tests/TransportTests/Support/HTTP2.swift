/// Frames of HTTP/2 as bytes (RFC 9113, section 6). They are written by hand, for a proper library refuses to send most of
/// what a faulty server sends.
enum HTTP2 {
    enum Kind: UInt8 {
        case data, headers, priority, reset, settings, push, ping, goAway, windowUpdate, continuation
    }

    enum Code: UInt32 {
        case none, protocolError, internalError, flowControl, settingsTimeout, streamClosed, frameSize, refusedStream
        case cancel
        case enhanceYourCalm = 11
    }

    static func frame(_ kind: Kind, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        let length = UInt32(payload.count)
        return Array(big(length).dropFirst()) + [kind.rawValue, flags] + big(stream) + payload
    }

    /// The server's side of the connection's beginning: settings of its own, and a receipt for the client's.
    static let start = frame(.settings) + frame(.settings, flags: 1)
    static let settings = frame(.settings)
    static let ping = frame(.ping, [1, 2, 3, 4, 5, 6, 7, 8])

    static func goAway(last stream: UInt32, _ code: Code = .none) -> [UInt8] {
        frame(.goAway, big(stream) + big(code.rawValue))
    }

    static func reset(_ stream: UInt32, _ code: Code) -> [UInt8] { frame(.reset, stream: stream, big(code.rawValue)) }

    /// Status 200 and nothing else, by the static table of HPACK (RFC 7541, appendix A).
    static func ok(_ stream: UInt32, ends: Bool = false) -> [UInt8] {
        frame(.headers, flags: ends ? 5 : 4, stream: stream, [0x88])
    }

    static func data(_ stream: UInt32, _ text: String, ends: Bool = false) -> [UInt8] {
        frame(.data, flags: ends ? 1 : 0, stream: stream, Array(text.utf8))
    }

    /// Status 200 and JSON, complete.
    static func json(_ stream: UInt32, _ text: String) -> [UInt8] {
        let type = Array("application/json".utf8)
        // Literal without indexing, the name by its index: 31 is `content-type`.
        let headers: [UInt8] = [0x88, 0x0f, 0x10, UInt8(type.count)] + type
        return frame(.headers, flags: 4, stream: stream, headers) + data(stream, text, ends: true)
    }

    /// Header fields of 60 MB in 16 KiB: one of 4 KB goes into the dynamic table and is named again and again.
    static func bomb(_ stream: UInt32) -> [UInt8] {
        // With a new name and a length of 4000 as a prefixed integer (RFC 7541, section 5.1).
        let field: [UInt8] = [0x40, 1, UInt8(ascii: "a"), 0x7f, 0xa1, 0x1e] + [UInt8](repeating: 0x61, count: 4000)
        return frame(.headers, stream: stream, [0x88] + field)
            + frame(.continuation, flags: 4, stream: stream, [UInt8](repeating: 0xbe, count: 15_000))
    }

    private static func big(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)]
    }
}
