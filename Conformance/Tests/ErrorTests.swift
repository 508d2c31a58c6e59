import Gentests
import Testing

@Suite struct ErrorTests {
    let client = GentestsClient.testing()

    /// A documented error has its body; its message and code are found in it.
    @Test(arguments: [418, 500, 501]) func documentedErrors(status: Int) async throws {
        do {
            _ = try await client.errors.statusGetXSpeakeasyErrors(statusCode: status)
            Issue.record("\(status) is no success")
        } catch {
            #expect(error.status == status)
            #expect(error.message == "status \(status)")
            #expect(error.code == "\(status)")
        }
    }

    @Test func anUndocumentedStatusKeepsWhatCame() async throws {
        do {
            _ = try await client.errors.statusGetXSpeakeasyErrors(statusCode: 403)
            Issue.record("403 is no success")
        } catch {
            #expect(error.status == 403)
        }
    }
}

@Suite struct AuthTests {
    private func unauthorized(_ call: () async throws -> Void) async -> Bool {
        do {
            try await call()
            return false
        } catch {
            return (error as? GentestsError)?.status == 401
        }
    }

    @Test func theServerKnowsTheUser() async throws {
        let client = GentestsClient.testing()
        try await client.authNew.basicAuthNew(
            .init(basicAuth: .init(username: "testUser", password: "testPass")))
        #expect(
            await unauthorized {
                try await client.authNew.basicAuthNew(
                    .init(basicAuth: .init(username: "testUser", password: "other")))
            })
    }

    @Test func allSchemesOfOneAlternativeAreSent() async throws {
        let body = AuthServiceRequestBody(headerAuth: [
            .init(headerName: "x-api-key", expectedValue: "key"),
            .init(headerName: "Authorization", expectedValue: "Bearer token"),
        ])
        try await GentestsClient.testing().authNew.multipleSimpleSchemeAuth(body)
        let without = AuthServiceRequestBody(headerAuth: [.init(headerName: "x-api-key", expectedValue: "another")])
        #expect(
            await unauthorized { try await GentestsClient.testing().authNew.multipleSimpleSchemeAuth(without) })
    }
}
