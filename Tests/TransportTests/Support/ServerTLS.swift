import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import AsyncHTTPClient
import NIOSSL

/// How a ``FaultServer`` speaks TLS.
struct ServerTLS: Sendable {
    let certificates: Certificates
    var kind = Certificates.Kind.good
    /// The newest version that it speaks; with version 1.1 it speaks no newer one and only the ciphers of that time.
    var newest = TLSVersion.tlsv13
    /// What it offers besides HTTP/1.1.
    var offersHTTP2 = false

    func context() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificates.certificate(kind))],
            privateKey: .privateKey(certificates.key(kind)))
        configuration.maximumTLSVersion = newest
        if newest == .tlsv11 { configuration.cipherSuites = "ALL" }
        configuration.applicationProtocols = offersHTTP2 ? ["h2"] : ["http/1.1"]
        return try NIOSSLContext(configuration: configuration)
    }
}

extension TransportKind {
    /// Runs `body` with a transport that trusts the tests' authority, where there is a way to tell it: URLSession takes
    /// the system's word alone.
    func run<R>(trusting certificates: Certificates, body: (any Transport) async throws -> R) async throws -> R {
        guard self == .asyncHTTPClient else { return try await run(body) }
        var configuration = AsyncHTTPClientTransport.defaultConfiguration
        var tls = configuration.tlsConfiguration ?? .makeClientConfiguration()
        tls.trustRoots = .certificates([certificates.authority])
        configuration.tlsConfiguration = tls
        return try await run(AsyncHTTPClientTransport(configuration: configuration), body: body)
    }
}
