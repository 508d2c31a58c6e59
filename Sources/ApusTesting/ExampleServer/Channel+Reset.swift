package import NIOCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Channel {
    /// Makes the system send RST instead of FIN when the channel is closed: that is what a linger time of zero does.
    package func resetWhenClosed() -> EventLoopFuture<Void> {
        guard let provider = self as? any SocketOptionProvider else { return eventLoop.makeSucceededVoidFuture() }
        return provider.setSoLinger(linger(l_onoff: 1, l_linger: 0))
    }
}
