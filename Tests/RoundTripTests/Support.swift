import ApusAsyncHTTPClient
import ApusTesting
import ApusURLSession
import Foundation
import OpenRouter
import OpenRouterExamples

/// The transports that the same tables run on.
enum TransportKind: String, CaseIterable, Sendable {
    case asyncHTTPClient
    case urlSession

    func make() -> any Transport {
        switch self {
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        case .urlSession: URLSessionTransport()
        }
    }
}

extension MockTransport {
    /// Answers both operations with their first example.
    static func answeringExamples() throws -> MockTransport {
        let transport = MockTransport()
        let generation = try GenerationResponse(
            jsonBytes: Array(OpenRouterExamples.getGeneration.responses[0].body.utf8))
        let content = try GenerationContentResponse(
            jsonBytes: Array(OpenRouterExamples.listGenerationContent.responses[0].body.utf8))
        transport.stub(GetGenerationRequest.self, returning: generation)
        transport.stub(ListGenerationContentRequest.self, returning: content)
        return transport
    }
}

extension ClientConfiguration {
    /// One attempt, and nothing from the environment.
    static var once: ClientConfiguration {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = .never
        configuration.environment = EnvironmentLookup([:])
        return configuration
    }
}

extension OpenRouterError {
    /// The case's name, for tables.
    var caseName: String { Mirror(reflecting: self).children.first?.label ?? "" }
}
