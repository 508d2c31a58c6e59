import Foundation

/// Bytes that tests send.
enum Samples {
    /// `{"data":{"id":"gen-1"}}`, compressed with gzip.
    static let gzip = [UInt8](
        Data(base64Encoded: "H4sIAAAAAAACA6tWSkksSVSyqlbKTFGyUkpPzdM1VKqtBQCNPxRtFwAAAA==") ?? Data())

    /// The same, compressed twice.
    static let gzipTwice = [UInt8](
        Data(
            base64Encoded: "H4sIAAAAAAACA5Pv5mAAASbm1WFenjqeIZtWhZ3y"
                + "CdwU5OV/9rJpyKq1rAy99iK54kAlAFldLi0rAAAA"
        ) ?? Data())

    /// The fixed header of a gzip stream (RFC 1952, 2.3).
    static let gzipHeader: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

    /// 64 KiB of zeros as deflate blocks that may follow one another: a stream of them grows 790-fold.
    static let deflatedZeros: [UInt8] =
        [0xec, 0xc1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xfe, 0xaf, 0xee, 0x08, 0x0a] + [UInt8](repeating: 0, count: 63)
        + [0x6a, 0, 0, 0, 0xff, 0xff]
}
