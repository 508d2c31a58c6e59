import ApusDefaultTransport
import ApusRuntime

/// Requests to a server on this machine: credentials of no worth, no retries.
enum Loopback {
    static func client(_ description: APIDescription, baseURL: String) -> APIClient {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = .never
        configuration.deadline = .seconds(20)
        let credentials = description.securitySchemes.map { scheme -> (String, Credential?) in
            (scheme.name, .value(scheme.placement == .basic ? "user:password" : "secret"))
        }
        return APIClient(
            description: description, credentials: Dictionary(credentials) { first, _ in first }, baseURL: baseURL,
            configuration: configuration, transport: Certified(transport: DefaultTransport.shared))
    }

    /// Sends a request; what the server answers does not matter.
    static func send<R: OperationRequest>(_ request: R, by client: APIClient) async -> String {
        do throws(CallFailure) {
            _ = try await client.send(request)
            return "="
        } catch {
            switch error {
            case .invalidRequest(let error): return "![]\t\(oneLine(error.message))"
            case .transport, .deadlineExceeded, .cancelled: return "![]\t\(oneLine("\(error)"))"
            default: return "="
            }
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Says that it has a certificate, so that operations that ask for one are sent too.
    private struct Certified: Transport {
        let transport: any Transport
        var hasClientCertificate: Bool { true }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            try await transport.send(request)
        }

        func shutdown() async { await transport.shutdown() }
    }
}
