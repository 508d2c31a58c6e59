/// Bytes that travel as Base64 text (OpenAPI format `byte`, RFC 4648 section 4).
public struct Base64Data {
    /// The bytes.
    public var bytes: [UInt8]

    /// Bytes as they are.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The bytes of a text in the standard or the URL-safe alphabet, with or without padding; `nil` for anything else.
    public init?(base64 text: String) {
        let digits = Array(text.utf8)
        let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let count = digits.count - padding
        guard padding <= 2, padding == 0 || digits.count % 4 == 0, count % 4 != 1 else { return nil }
        bytes = []
        bytes.reserveCapacity(count * 3 / 4)
        var bits: UInt32 = 0
        for (index, digit) in digits[..<count].enumerated() {
            guard let value = Self.value(digit) else { return nil }
            bits = bits << 6 | value
            // Every digit but the first of four completes a byte.
            if index % 4 != 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * UInt32(index % 4)))) }
        }
        let unused = (bits & (count % 4 == 2 ? 0xF : count % 4 == 3 ? 0x3 : 0))
        guard unused == 0 else { return nil }
    }

    /// The bytes as text in the standard alphabet, with padding.
    public var base64: String {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for digit in 0..<4 {
                let shift = UInt32(18 - 6 * digit)
                out.append(digit <= group.count ? Self.alphabet[Int(bits >> shift & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

extension Base64Data: JSONFormDefaults, JSONModel {
    /// Reads a string of Base64.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard let data = Base64Data(base64: try json.string()) else {
            throw json.invalidValue("expected Base64 (RFC 4648)")
        }
        self = data
    }

    /// Writes a string of Base64.
    public func write(to writer: inout JSONWriter) { writer.write(base64) }

    /// Whether the bytes are the same.
    public static func == (left: Base64Data, right: Base64Data) -> Bool { left.bytes == right.bytes }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
