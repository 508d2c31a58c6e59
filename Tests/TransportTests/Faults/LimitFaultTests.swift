import ApusRuntime
import Testing

/// Faulty servers, rows 15 to 18: bodies without end, as they are and decompressed.
@Suite(.timeLimit(.minutes(2))) struct LimitFaultTests {
    static let junk = [UInt8](repeating: 0x20, count: 64 << 10)
    static let json = "Content-Type: application/json\r\n"

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var status = 200
        let headers: String
        var start: [UInt8] = []
        let piece: [UInt8]

        var testDescription: String { name }

        var script: FaultServer.Script {
            [
                .readRequest, .write(Array("HTTP/1.1 \(status) S\r\n\(json)\(headers)\r\n".utf8) + start),
                .drip(piece, times: 20_000),
            ]
        }
    }

    /// Grows 25-fold: 64 KiB of zeros, then bytes that do not compress, stored as they are (RFC 1951, 3.2.4).
    static let slowBomb: [UInt8] = {
        let noise = (0..<2600).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let size = [UInt8(noise.count & 0xff), UInt8(noise.count >> 8)]
        return Samples.deflatedZeros + [0] + size + size.map { ~$0 } + noise
    }()

    static let gzip = "Content-Encoding: gzip\r\n"
    static let rows: [Row] = [
        Row(name: "no length", headers: "", piece: junk),
        Row(name: "2 GiB promised", headers: "Content-Length: 2147483648\r\n", piece: junk),
        Row(
            name: "chunks", headers: "Transfer-Encoding: chunked\r\n", piece: Array("10000\r\n".utf8) + junk + [13, 10]),
        Row(name: "error without length", status: 500, headers: "", piece: junk),
        Row(name: "error of 2 GiB", status: 404, headers: "Content-Length: 2147483648\r\n", piece: junk),
        Row(name: "gzip of zeros", headers: gzip, start: Samples.gzipHeader, piece: Samples.deflatedZeros),
        Row(name: "gzip, 25 to 1", headers: gzip, start: Samples.gzipHeader, piece: slowBomb),
        Row(
            name: "gzip of zeros, error", status: 500, headers: gzip, start: Samples.gzipHeader,
            piece: Samples.deflatedZeros),
        Row(
            name: "gzip of zeros, redirect", status: 302, headers: gzip + "Location: /other\r\n",
            start: Samples.gzipHeader, piece: Samples.deflatedZeros),
        Row(name: "gzip, 25 to 1, error", status: 404, headers: gzip, start: Samples.gzipHeader, piece: slowBomb),
    ]

    @Test(
        "Bodies without end: an error within the limit, and the connection is closed",
        arguments: TransportKind.allCases, rows)
    func ends(_ kind: TransportKind, _ row: Row) async throws {
        // Foundation on Linux collects the body of a redirect before it tells of it: only the call's limits end that.
        if kind == .urlSession, row.status == 302 { return }
        try await FaultServer.run(row.script) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport) { configuration in
                    configuration.maximumBodyBytes = 4 << 20
                    configuration.retryPolicy = .never
                }
                let error = await client.failure(of: Get())
                let details = try #require(error?.details)
                #expect(details.status == row.status)
                #expect(details.rawBody.count <= 1 << 20)
                #expect(details.attempts.count == 1)
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                // What was written beyond the limit lay in buffers. (URLSession reads on until its queue comes to the end.)
                if kind == .asyncHTTPClient { #expect(server.written < 100 << 20) }
            }
        }
    }

    @Test("The default limits are 32 MiB, and 1 MiB for an error")
    func defaults() async throws {
        for (status, length, name) in [(200, 32 << 20, "`maximumBodyBytes`"), (500, 1 << 20, "")] {
            let head = "HTTP/1.1 \(status) S\r\n\(Self.json)Content-Length: \(length + 1)\r\n\r\n"
            let script: FaultServer.Script = [
                .readRequest, .write(head), .drip(Self.junk, times: length / Self.junk.count), .write(" "),
            ]
            try await FaultServer.run(script) { server in
                try await TransportKind.asyncHTTPClient.run { transport in
                    let client = APIClient.wire(server.port, transport) { $0.retryPolicy = .never }
                    let error = await client.failure(of: Get())
                    #expect(error?.details.message.contains(name) == true || name.isEmpty)
                    #expect(error?.details.rawBody.count == 1 << 20)
                }
            }
        }
    }
}
