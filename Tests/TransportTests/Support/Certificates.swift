import Foundation
import NIOSSL

/// Certificates for servers on the loopback, made when the tests run by the `openssl` command.
struct Certificates: Sendable {
    /// What a server shows.
    enum Kind: String, CaseIterable, Sendable {
        /// For `127.0.0.1`, of the authority that the tests trust.
        case good
        /// The same, valid until yesterday.
        case expired
        /// Of the same authority, for another host.
        case wrongHost
        /// Its own authority.
        case selfSigned
        /// Of an authority that nobody trusts.
        case unknownAuthority
    }

    /// `nil` where there is no `openssl` that makes them: the tests that need them say that they are skipped.
    static let shared: Certificates? = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-certificates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try? Certificates(in: folder)
    }()

    static let skipped: String = "needs the command `openssl`, which is missing or too old"

    /// The authority that the tests trust.
    let authority: NIOSSLCertificate
    private let certificates: [Kind: NIOSSLCertificate]
    private let keys: [Kind: NIOSSLPrivateKey]

    func certificate(_ kind: Kind) -> NIOSSLCertificate { certificates[kind]! }
    func key(_ kind: Kind) -> NIOSSLPrivateKey { keys[kind]! }

    private init(in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let maker = Maker(folder: folder)
        for authority in ["ca", "other"] { try maker.authority(authority) }
        try maker.certificate(.good, of: "ca")
        try maker.certificate(.expired, of: "ca", days: -1)
        try maker.certificate(.wrongHost, of: "ca", names: "DNS:other.example")
        try maker.certificate(.selfSigned, of: nil)
        try maker.certificate(.unknownAuthority, of: "other")
        authority = try maker.read("ca")
        var (certificates, keys) = ([Kind: NIOSSLCertificate](), [Kind: NIOSSLPrivateKey]())
        for kind in Kind.allCases {
            certificates[kind] = try maker.read(kind.rawValue)
            keys[kind] = try NIOSSLPrivateKey(file: maker.path("\(kind.rawValue).key"), format: .pem)
        }
        (self.certificates, self.keys) = (certificates, keys)
    }

    /// Runs `openssl` in a folder.
    private struct Maker {
        struct Failed: Error {}
        let folder: URL

        func path(_ name: String) -> String { folder.appending(path: name).path }

        func read(_ name: String) throws -> NIOSSLCertificate {
            guard let certificate = try NIOSSLCertificate.fromPEMFile(path("\(name).pem")).first else { throw Failed() }
            return certificate
        }

        func authority(_ name: String) throws {
            try run(
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("\(name).key"), "-out",
                path("\(name).pem"), "-subj", "/CN=Authority \(name)", "-days", "2")
        }

        func certificate(
            _ kind: Kind, of authority: String?, names: String = "IP:127.0.0.1,DNS:localhost", days: Int = 2
        ) throws {
            let (key, request, extensions) = (path("\(kind).key"), path("\(kind).csr"), path("\(kind).ext"))
            try "subjectAltName=\(names)\n".write(toFile: extensions, atomically: true, encoding: .utf8)
            try run(
                "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", "/CN=server")
            let signer =
                authority.map { ["-CA", path("\($0).pem"), "-CAkey", path("\($0).key"), "-CAcreateserial"] }
                ?? ["-signkey", key]
            try run(
                ["x509", "-req", "-in", request, "-days", "\(days)", "-extfile", extensions, "-out"]
                    + [path("\(kind).pem")] + signer)
        }

        private func run(_ arguments: String...) throws { try run(arguments) }

        private func run(_ arguments: [String]) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["openssl"] + arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw Failed() }
        }
    }
}
