import Foundation

/// A server on the loopback for one request, which sends each piece of its answer when it is told to, and closes the connection
/// behind the last one.
final class PieceServer: Sendable {
    let port: Int
    private let next = DispatchSemaphore(value: 0)

    /// Listens, and answers on a thread of its own.
    init(pieces: [String]) throws {
        #if canImport(Darwin)
            let stream = SOCK_STREAM
        #else
            let stream = Int32(SOCK_STREAM.rawValue)
        #endif
        let listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 1) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [next] in
            let connection = accept(listener, nil, nil)
            Self.readRequest(connection)
            for piece in pieces {
                next.wait()
                _ = Array(piece.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
            }
            close(connection)
            close(listener)
        }
    }

    /// Lets the next piece out.
    func release() { next.signal() }

    /// To the end of the body: what is left unread would make the system reset the connection.
    private static func readRequest(_ connection: Int32) {
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            request += buffer.prefix(count)
            let parts = String(decoding: request, as: UTF8.self).components(separatedBy: "\r\n\r\n")
            let length = parts[0].lowercased().components(separatedBy: "content-length: ").dropFirst().first
                .flatMap { Int($0.prefix { $0.isNumber }) }
            if parts.count > 1, parts[1].utf8.count >= length ?? 0 { return }
        }
    }
}
