public import ApusRuntime

#if canImport(Darwin)
    private import ApusURLSession
#else
    private import ApusAsyncHTTPClient
#endif

/// The transport that clients use when they are given none: URLSession on Apple platforms, AsyncHTTPClient on Linux.
///
/// All clients of a process share it, and with it their connections. It lives as long as the process: shutting a client
/// down leaves it as it is, idle connections close by themselves within a minute, and its threads are those that the
/// system's or SwiftNIO's other users share. A client that needs an end of its own takes a transport of its own.
public enum DefaultTransport {
    /// The transport, made at its first use.
    public static let shared: any Transport = SharedTransport()
}

/// A transport that one of its many users cannot shut down for the others.
private struct SharedTransport: Transport {
    #if canImport(Darwin)
        private let transport = URLSessionTransport()
    #else
        private let transport = AsyncHTTPClientTransport()
    #endif

    var keepsTime: Bool { transport.keepsTime }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try await transport.send(request)
    }

    func shutdown() async {}
}
