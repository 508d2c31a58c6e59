import ApusRuntime
import Gentests
import Testing

/// The servers say which token they were shown, or which user.
@Suite struct EchoedTokenTests {
    /// A client that has everything, with values that differ.
    static let all = GentestsClient.Credentials(
        basicAuth: AuthTests.user, apiKeyAuth: "Bearer key", bearerAuth: "bearer", oauth2: "oauth",
        openIDConnect: "open")

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let want: String
        let run: @Sendable (GentestsClient.Auth) async throws -> APIKeyAuthGlobalRequest.Response
    }

    /// An operation's own schemes go before the API's, whose first is the key.
    static let rows: [Row] = [
        .init(testDescription: "the API's schemes", want: "key") { try await $0.apiKeyAuthGlobal() },
        .init(testDescription: "an API key", want: "key") { try await $0.apiKeyAuth() },
        .init(testDescription: "bearer", want: "bearer") { try await $0.bearerAuth() },
        .init(testDescription: "OAuth 2", want: "oauth") { try await $0.oauth2Auth() },
        .init(testDescription: "OAuth 2 instead of the API's", want: "oauth") { try await $0.oauth2Override() },
        .init(testDescription: "OpenID Connect", want: "open") { try await $0.openIDConnectAuth() },
        .init(testDescription: "the key first", want: "key") { try await $0.hoistedSecurityAPIKeyFirst() },
        .init(testDescription: "bearer first", want: "bearer") { try await $0.hoistedSecurityAccessTokenFirst() },
        .init(testDescription: "bearer only", want: "bearer") { try await $0.hoistedSecurityAccessTokenOnly() },
    ]

    @Test(arguments: rows) func anOperationsOwnSchemes(row: Row) async throws {
        let response = try await row.run(GentestsClient.with(Self.all).auth)
        #expect(response.authenticated)
        #expect(response.token == row.want)
    }

    @Test func usersByTheirPassword() async throws {
        let auth = GentestsClient.with(Self.all).auth
        let named = try await auth.basicAuth(user: "testUser", passwd: "testPass")
        #expect(named.authenticated && named.user == "testUser")
        #expect(try await auth.hoistedSecurityBasicHTTPOnly().user == "testUser")
        let other = await failure { _ = try await auth.basicAuth(user: "testUser", passwd: "other") }
        #expect(other?.status == 401)
    }

    @Test func theAPIsSchemesWithAUserAlone() async throws {
        let response = try await GentestsClient.with(.init(basicAuth: AuthTests.user)).auth.globalSecurityBasicHTTP()
        #expect(response.user == "testUser")
    }

    /// `security: [{}]`: nothing is sent, although the client has it all.
    @Test func anOperationWithoutCredentials() async throws {
        let call = Call()
        try await GentestsClient.with(Self.all).auth.noAuth(options: call.options)
        let request = try await call.request()
        #expect(request.header("Authorization") == nil && request.header("x-api-key") == nil)
    }

    @Test func aCallsOwnCredentialGoesFirst() async throws {
        let auth = GentestsClient.with(Self.all).auth
        let options = CallOptions(credentials: ["bearerAuth": "of the call"])
        #expect(try await auth.bearerAuth(options: options).token == "of the call")
        #expect(try await auth.bearerAuth().token == "bearer")
    }
}
