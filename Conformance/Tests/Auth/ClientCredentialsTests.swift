import ApusJSON
import ApusRuntime
import Foundation
import Gentests
import Testing

/// OAuth 2 client credentials (RFC 6749 section 4.4): what the token endpoint is asked, and how often.
@Suite struct ClientCredentialsTests {
    /// The server tells clients apart by their ID; each test has one of its own.
    private let id = "speakeasy-sdks-\(UUID().uuidString)"
    private let secret = "supersecret-client"
    private let endpoint = "http://localhost:35456/clientcredentials/token"

    private func hooks(_ credential: Credential) -> GentestsClient.Hooks {
        GentestsClient.with(.init(clientCredentials: credential)).hooks
    }

    /// What the token endpoint was asked.
    private func asked() async throws -> [JSONValue] {
        try await [JSONValue](jsonBytes: Servers.ask("tokens", of: id))
    }

    /// The document's token endpoint has no host: it is the operation's server.
    @Test func theFormThatTheEndpointGets() async throws {
        let call = Call()
        let credential = Credential.clientCredentials(id: id, secret: secret, scopes: ["read", "write"])
        let client = GentestsClient.with(.init(clientCredentials: credential))
        let response = try await client.send(
            AuthenticatedRequestRequest(body: .init(name: "Ada")), options: call.options)
        #expect(response.status == 200)
        #expect(response.head.headerFields[.init("X-Scopes")!] == "read write")
        let want: JSONValue = [
            [
                "form": ["grant_type": "client_credentials", "scope": "read write"], "scheme": "Basic",
                "type": "application/x-www-form-urlencoded",
            ]
        ]
        #expect(try await .array(asked()) == want)
        let request = try await call.request()
        #expect(request.json == ["name": "Ada"])
        #expect(request.header("Authorization")?.hasPrefix("Bearer ") == true)
    }

    @Test func aSecretInTheForm() async throws {
        let source = OAuth2TokenSource(client: .init(id: id, secret: secret, authentication: .body))
        try await hooks(.tokens(source)).authenticatedRequestNoScopes()
        let asked = try await asked()
        #expect(asked.count == 1)
        #expect(asked.first?["scheme"] == "")
        #expect(
            asked.first?["form"]
                == ["grant_type": "client_credentials", "client_id": .string(id), "client_secret": .string(secret)])
    }

    @Test func manyCallsAtOnceFetchOneToken() async throws {
        let hooks = hooks(.clientCredentials(id: id, secret: secret))
        let calls = (0..<20).map { _ in Call() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for call in calls { group.addTask { try await hooks.authenticatedRequest(options: call.options) } }
            try await group.waitForAll()
        }
        #expect(try await asked().count == 1)
        var tokens: Set<String?> = []
        for call in calls { tokens.insert(try await call.request().header("Authorization")) }
        #expect(tokens.count == 1)
    }

    /// A token that expires at once is not sent a second time.
    @Test func anExpiredTokenIsRenewed() async throws {
        let hooks = hooks(.clientCredentials(id: id, secret: secret, tokenURL: endpoint + "?expires_in=0"))
        let calls = [Call(), Call()]
        var tokens: Set<String?> = []
        for call in calls {
            try await hooks.authenticatedRequest(options: call.options)
            tokens.insert(try await call.request().header("Authorization"))
        }
        #expect(tokens.count == 2)
        #expect(try await asked().count == 2)
    }

    /// The server takes each token once; then the call is made again with a new one, where it may be made twice.
    @Test func aRefusedTokenIsRenewedAndTheCallMadeAgain() async throws {
        let hooks = hooks(.clientCredentials(id: id, secret: secret, tokenURL: endpoint + "?uses=1"))
        try await hooks.authenticatedRequest()
        var call = Call()
        call.options.retryPolicy = RetryPolicy(maximumAttempts: 2)
        try await hooks.authenticatedRequest(options: call.options)
        let tokens = try await call.requests().map { $0.header("Authorization") }
        #expect(tokens.count == 2 && Set(tokens).count == 2)
        #expect(try await asked().count == 2)
    }

    @Test func aRefusedTokenIsNotSentByTheNextCall() async throws {
        let hooks = hooks(.clientCredentials(id: id, secret: secret, tokenURL: endpoint + "?uses=1"))
        try await hooks.authenticatedRequest()
        #expect(await failure { try await hooks.authenticatedRequest() }?.status == 401)
        try await hooks.authenticatedRequest()
        #expect(try await asked().count == 2)
    }

    @Test func aWrongSecretIsToldAndNothingIsSent() async throws {
        let call = Call()
        let hooks = hooks(.clientCredentials(id: id, secret: "wrong"))
        let error = await failure { try await hooks.authenticatedRequest(options: call.options) }
        #expect(error.map { "\($0)" }?.contains("invalid_client") == true)
        #expect(error.map { "\($0)" }?.contains("wrong\"") == false)
        #expect(try await call.requests().isEmpty)
    }

    /// Two schemes of one kind, each with a client of its own.
    @Test func schemesOfOneKindAreToldApart() async throws {
        let other = "\(id)-other"
        let client = GentestsClient.with(
            .init(
                clientCredentials: .clientCredentials(id: id, secret: secret),
                alternateClientCredentials: .clientCredentials(id: other, secret: secret)), server: .server5)
        try await client.groupA.authReqDuplicateName()
        #expect(try await asked().isEmpty)
        #expect(try await [JSONValue](jsonBytes: Servers.ask("tokens", of: other)).count == 1)
        try await client.hooks.authenticatedRequestGlobalServer()
        try await client.hooks.authenticatedRequestUnflattened()
        #expect(try await asked().count == 1)
    }
}
