import Foundation

/// Bytes that tests send.
enum Samples {
    /// `{"data":{"id":"gen-1"}}`, compressed with gzip.
    static let gzip = [UInt8](
        Data(base64Encoded: "H4sIAAAAAAACA6tWSkksSVSyqlbKTFGyUkpPzdM1VKqtBQCNPxRtFwAAAA==") ?? Data())
}
