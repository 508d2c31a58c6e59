#if canImport(Glibc)
    import Glibc

    /// A port that answers no one: its queue of connections is full, and Linux drops what asks for more.
    final class BlackHole {
        private let sockets: [Int32]
        let port: Int

        init?() {
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            let port = Self.listen(on: listener)
            self.port = port
            let fillers = (0..<4).map { _ in
                let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
                _ = Self.loopback(port) { connect(filler, $0, $1) }
                return filler
            }
            sockets = [listener] + fillers
            guard port > 0 else { return nil }
        }

        deinit { for socket in sockets { close(socket) } }

        private static func listen(on descriptor: Int32) -> Int {
            guard loopback(0, { bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, 0) == 0 else { return 0 }
            var address = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            _ = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
            }
            return Int(UInt16(bigEndian: address.sin_port))
        }

        private static func loopback(
            _ port: Int, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
        ) -> Int32 {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    use($0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
    }
#endif
