/// Percent-encoding (RFC 3986 section 2.1) of text, byte for byte of its UTF-8, upper-case.
package enum PercentEncoding {
    /// What stays as it is.
    package enum Kept {
        /// Only `A-Za-z0-9-._~`; a space is `%20`.
        case unreserved
        /// Only `A-Za-z0-9-._~`; a space is `+` (application/x-www-form-urlencoded).
        case formUnreserved
        /// Also reserved characters and existing `%XX`, save those that would end the value or the query: `#&+[]`.
        case reserved
        /// Also what a path segment may hold and existing `%XX`, so not `/?#[]` (RFC 3986 section 3.3, `pchar`).
        case segment
        /// What may stand in a path template: path characters, `/` and existing `%XX` (RFC 3986 section 3.3).
        case path
    }

    /// The text, encoded.
    package static func encode(_ text: String, keeping kept: Kept) -> String {
        var input = text
        return input.withUTF8 { bytes in
            if bytes.allSatisfy(isUnreserved) { return text }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + 24)
            for index in bytes.indices { append(bytes, index, kept, to: &out) }
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// The text with its `%XX` decoded; what is no such triplet stays.
    static func decode(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var out: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "%"), isTriplet(bytes, index) {
                    out.append(hexValue(bytes[index + 1])! << 4 | hexValue(bytes[index + 2])!)
                    index += 3
                } else {
                    out.append(bytes[index])
                    index += 1
                }
            }
            return String(decoding: out, as: UTF8.self)
        }
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ kept: Kept, to out: inout [UInt8]
    ) {
        let byte = bytes[index]
        if keeps(byte, kept) || (byte == UInt8(ascii: "%") && keepsTriplets(kept) && isTriplet(bytes, index)) {
            out.append(byte)
        } else if byte == UInt8(ascii: " ") && kept == .formUnreserved {
            out.append(UInt8(ascii: "+"))
        } else {
            out.append(UInt8(ascii: "%"))
            out.append(hexDigits[Int(byte >> 4)])
            out.append(hexDigits[Int(byte & 15)])
        }
    }

    private static func keeps(_ byte: UInt8, _ kept: Kept) -> Bool {
        if isUnreserved(byte) { return true }
        switch kept {
        case .unreserved, .formUnreserved: return false
        case .reserved: return reservedInQuery.contains(byte)
        case .segment: return byte != UInt8(ascii: "/") && reservedInPath.contains(byte)
        case .path: return reservedInPath.contains(byte)
        }
    }

    private static func keepsTriplets(_ kept: Kept) -> Bool { kept == .reserved || kept == .segment || kept == .path }

    private static func isTriplet(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index + 2 < bytes.count && hexValue(bytes[index + 1]) != nil && hexValue(bytes[index + 2]) != nil
    }

    /// Letters, digits and `-._~` (RFC 3986 section 2.3).
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    /// The digit's value, in either case.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
    private static let reservedInQuery = Array(":/?@!$'()*,;=".utf8)
    private static let reservedInPath = Array("/:@!$&'()*+,;=".utf8)
}
