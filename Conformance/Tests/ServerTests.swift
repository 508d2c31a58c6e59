import ApusRuntime
import Gentests
import Testing

/// Which server is asked: the document's by name, its variables, the operation's own, the path's own.
@Suite struct ServerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var server: GentestsClient.Server?
        var client: String?
        var call: String?
        let host: String
        let path: String
        let run: @Sendable (GentestsClient, CallOptions) async throws -> Void

        init(
            _ name: String, _ server: GentestsClient.Server? = nil, client: String? = nil, call: String? = nil,
            host: String, path: String,
            _ run: @escaping @Sendable (GentestsClient, CallOptions) async throws -> Void = {
                try await $0.servers.selectGlobalServer(options: $1)
            }
        ) {
            testDescription = name
            self.server = server
            self.client = client
            self.call = call
            self.host = host
            self.path = path
            self.run = run
        }
    }

    static let bin = "localhost:35123"
    static let own = "localhost:35456"
    static let path = "/anything/selectGlobalServer"

    static let rows: [Row] = [
        .init("none: the first", host: bin, path: path),
        .init("by name", .server1, host: bin, path: path),
        .init("variables: the defaults", .server2(), host: bin, path: path),
        .init("variables: given", .server2(hostname: "127.0.0.1", port: "35456"), host: "127.0.0.1:35456", path: path),
        .init("an enumeration: the default", .server3(), host: bin, path: "/anything/something" + path),
        .init("an enumeration", .server3(something: .somethingElse), host: bin, path: "/anything/somethingElse" + path),
        .init(
            "the scheme, too", .server4(protocol: "http", hostname: "127.0.0.1"), host: "127.0.0.1:35123", path: path),
        .init("the last", .server5, host: own, path: path),
        .init(
            "an address for the client", client: "http://localhost:35123/anything", host: bin, path: "/anything" + path),
        .init("an address for the call", .server5, call: "http://127.0.0.1:35123", host: "127.0.0.1:35123", path: path),
        .init(
            "a call's before a client's", client: "http://broken", call: "http://localhost:35123", host: bin, path: path
        ),
    ]

    /// Operations and paths with servers of their own stay with those, whatever server of the API the client chose; an
    /// address is for all.
    static let ownServers: [Row] = [
        .init("an operation's own", .server5, host: bin, path: "/anything/selectServerWithID") {
            try await $0.servers.selectServerWithID(options: $1)
        },
        .init("its variables", .server5, host: bin, path: "/anything/serverWithTemplates") {
            try await $0.servers.serverWithTemplates(options: $1)
        },
        .init("with an ID", .server5, host: bin, path: "/anything/serversByIDWithTemplates") {
            try await $0.servers.serversByIDWithTemplates(options: $1)
        },
        .init("its scheme", .server5, host: bin, path: "/anything/serverWithProtocolTemplate") {
            try await $0.servers.serverWithProtocolTemplate(options: $1)
        },
        .init("the API's", .server5, host: own, path: "/anything/serverWithTemplatesGlobal") {
            try await $0.servers.serverWithTemplatesGlobal(options: $1)
        },
        .init("a path's own", .server1, host: own, path: "/errors/200") {
            try await $0.errors.statusGetXSpeakeasyErrors(statusCode: 200, options: $1)
        },
        .init("an address instead", client: "http://127.0.0.1:35456", host: "127.0.0.1:35456", path: "/ping") {
            try await $0.servers.serversOverrideOperationServerURL(options: $1)
        },
        .init("a call's address instead", call: "http://127.0.0.1:35456", host: "127.0.0.1:35456", path: "/ping") {
            try await $0.servers.serversOverrideGlobalServerURL(options: $1)
        },
    ]

    @Test(arguments: rows + ownServers) func whoIsAsked(row: Row) async throws {
        let call = Call(baseURL: row.call)
        try await row.run(GentestsClient.with(.init(), server: row.server, baseURL: row.client), call.options)
        let request = try await call.request()
        #expect(request.header("Host") == row.host)
        #expect(request.target == row.path)
    }

    @Test func theFirstOfTheAPIIsTheDocumentsFirst() {
        #expect(GentestsClient.apiDescription.servers.first == "http://localhost:35123")
        #expect(
            GentestsClient.Server.Something.allCases.map(\.rawValue) == [
                "something", "somethingElse", "somethingElseAgain",
            ])
    }
}
