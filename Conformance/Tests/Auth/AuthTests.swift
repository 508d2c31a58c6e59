import ApusRuntime
import Gentests
import Testing

/// What is sent for each combination of schemes: all of one alternative, the first that the client has as a whole.
@Suite struct AuthTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let credentials: GentestsClient.Credentials
        /// As the server has to see them.
        let authorization: String?
        let apiKey: String?
        let run: @Sendable (GentestsClient.AuthNew, AuthServiceRequestBody, CallOptions) async throws -> Void

        init(
            _ name: String, _ credentials: GentestsClient.Credentials, authorization: String?, apiKey: String? = nil,
            _ run:
                @escaping @Sendable (GentestsClient.AuthNew, AuthServiceRequestBody, CallOptions) async throws -> Void
        ) {
            testDescription = name
            self.credentials = credentials
            self.authorization = authorization
            self.apiKey = apiKey
            self.run = run
        }
    }

    static let user = Credential.basic(username: "testUser", password: "testPass")
    static let basic = "Basic dGVzdFVzZXI6dGVzdFBhc3M="

    static let rows: [Row] = [
        .init("basic", .init(basicAuth: user), authorization: basic) { try await $0.basicAuthNew($1, options: $2) },
        .init("OAuth 2", .init(oauth2: "token"), authorization: "Bearer token") {
            try await $0.oauth2AuthNew($1, options: $2)
        },
        .init("OpenID Connect", .init(openIDConnect: "Bearer open"), authorization: "Bearer open") {
            try await $0.openIDConnectAuthNew($1, options: $2)
        },
        .init("global: the first", .init(basicAuth: user, apiKeyAuth: "whole"), authorization: "whole") {
            try await $0.authGlobal($1, options: $2)
        },
        .init("global: the only one", .init(basicAuth: user), authorization: basic) {
            try await $0.authGlobal($1, options: $2)
        },
        .init("global: none is needed", .init(), authorization: nil) { try await $0.authGlobal($1, options: $2) },
        .init(
            "key and token", .init(apiKeyAuthNew: "key", oauth2: "token"), authorization: "Bearer token", apiKey: "key"
        ) {
            try await $0.multipleSimpleSchemeAuth($1, options: $2)
        },
        .init("key and basic", .init(basicAuth: user, apiKeyAuthNew: "key"), authorization: basic, apiKey: "key") {
            try await $0.multipleMixedSchemeAuth($1, options: $2)
        },
        .init(
            "key or token: both there", .init(apiKeyAuthNew: "key", oauth2: "token"), authorization: nil, apiKey: "key"
        ) {
            try await $0.multipleSimpleOptionsAuth($1, options: $2)
        },
        .init("key or token: the token", .init(oauth2: "token"), authorization: "Bearer token") {
            try await $0.multipleSimpleOptionsAuth($1, options: $2)
        },
        .init("key or basic: basic", .init(basicAuth: user), authorization: basic) {
            try await $0.multipleMixedOptionsAuth($1, options: $2)
        },
        .init(
            "key and token, or key and OpenID", .init(apiKeyAuthNew: "key", openIDConnect: "open"),
            authorization: "Bearer open", apiKey: "key"
        ) { try await $0.multipleOptionsWithSimpleSchemesAuth($1, options: $2) },
        .init(
            "key and token, or basic and key", .init(basicAuth: user, apiKeyAuthNew: "key"), authorization: basic,
            apiKey: "key"
        ) { try await $0.multipleOptionsWithMixedSchemesAuth($1, options: $2) },
    ]

    @Test(arguments: rows) func whatIsSent(row: Row) async throws {
        let headers = [("Authorization", row.authorization), ("x-api-key", row.apiKey)].compactMap { name, value in
            value.map { AuthServiceRequestBody.HeaderAuth(headerName: name, expectedValue: $0) }
        }
        let call = Call()
        try await row.run(GentestsClient.with(row.credentials).authNew, .init(headerAuth: headers), call.options)
        let request = try await call.request()
        #expect(request.header("Authorization") == row.authorization)
        #expect(request.header("x-api-key") == row.apiKey)
    }

    @Test func halfOfAnAlternativeIsNotSent() async throws {
        let call = Call()
        let client = GentestsClient.with(.init(apiKeyAuthNew: "key"))
        let error = await failure { try await client.authNew.multipleSimpleSchemeAuth(.init(), options: call.options) }
        guard case .invalidRequest = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await call.requests().isEmpty)
    }

    @Test func aWrongPasswordIsRefused() async throws {
        let wanted = AuthServiceRequestBody(basicAuth: .init(username: "testUser", password: "testPass"))
        try await GentestsClient.with(.init(basicAuth: Self.user)).authNew.basicAuthNew(wanted)
        let client = GentestsClient.with(.init(basicAuth: .basic(username: "testUser", password: "other")))
        #expect(await failure { try await client.authNew.basicAuthNew(wanted) }?.status == 401)
    }

    /// The document's `custom` scheme is for hooks of its own; here its name stands before the text.
    @Test func aSchemeThatOnlyTheServerKnows() async throws {
        let call = Call()
        try await GentestsClient.with(.init(customSchemeAppID: "app")).authNew.customSchemeAppID(options: call.options)
        #expect(try await call.request().header("Authorization") == "custom app")
    }
}
