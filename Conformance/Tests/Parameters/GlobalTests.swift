import ApusRuntime
import Gentests
import Testing

/// Parameters that the client is given once (an extension of the document): what the call says goes first, then the
/// client's.
@Suite struct GlobalTests {
    private static func client(_ kebab: String? = nil) -> GentestsClient {
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup([:])
        return GentestsClient(
            globalQueryParam: "a query", globalPathParam: "100", globalHeaderParam: "true",
            globalHiddenQueryParam: "a hidden query", globalHiddenHeaderParam: "a hidden header",
            globalHiddenPathParam: "a hidden/path", globalOptionalPathParam: "some",
            globalOptionalHiddenPathParam: "hidden", kebabCaseParam: kebab, configuration: configuration)
    }
    private let globals = Self.client().globals
    /// A client without any.
    private let bare = GentestsClient.with(.init()).globals

    @Test func inTheQuery() async throws {
        #expect(try await globals.globalsQueryParameterGet().args.globalQueryParam == "a query")
        #expect(try await globals.globalsQueryParameterGet(globalQueryParam: "b").args.globalQueryParam == "b")
        #expect(try await bare.globalsQueryParameterGet(globalQueryParam: "b").args.globalQueryParam == "b")
    }

    @Test func inThePath() async throws {
        #expect(try await globals.globalPathParameterGet().url.hasSuffix("/anything/globals/pathParameter/100"))
        #expect(try await globals.globalPathParameterGet(globalPathParam: 7).url.hasSuffix("/pathParameter/7"))
        #expect(try await bare.globalPathParameterGet(globalPathParam: 7).url.hasSuffix("/pathParameter/7"))
    }

    @Test func inAHeader() async throws {
        #expect(try await globals.globalsHeaderGet().headers?["Globalheaderparam"] == "true")
        #expect(try await globals.globalsHeaderGet(globalHeaderParam: false).headers?["Globalheaderparam"] == "false")
    }

    /// What an operation must have and neither the call nor the client gives is missed before anything is sent.
    @Test func whatNobodyGives() async throws {
        let call = Call()
        let errors = [
            await failure { _ = try await bare.globalsQueryParameterGet(options: call.options) },
            await failure { _ = try await bare.globalsHeaderGet(options: call.options) },
            await failure { _ = try await bare.globalPathParameterGet(options: call.options) },
            await failure { _ = try await bare.globalsOptionalPathParameterPathRequired(options: call.options) },
        ]
        let names = ["globalQueryParam", "globalHeaderParam", "globalPathParam", "globalOptionalPathParam"]
        for (error, name) in zip(errors, names) {
            guard case .invalidRequest = error else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
            #expect(error.map { "\($0)" }?.contains("`\(name)`") == true)
        }
        #expect(try await call.requests().isEmpty)
    }

    /// One that an operation may leave out.
    @Test(
        arguments: [
            (nil, nil, nil), ("client", nil, "client"), ("client", "call", "call"), (nil, "call", "call"),
        ] as [(String?, String?, String?)])
    func theCallsBeforeTheClients(client: String?, call: String?, want: String?) async throws {
        let response = try await Self.client(client).globals.globalsKebabCaseParamGet(kebabCaseParam: call)
        #expect(response.args["kebab-case-param"]?.string == want)
    }

    @Test func hiddenOnes() async throws {
        let call = Call()
        let response = try await globals.globalsHiddenPost(.init(test: "friend", other: 37), options: call.options)
        #expect(response.json == .init(test: "friend", other: 37))
        #expect(response.args.globalHiddenQueryParam == "a hidden query")
        #expect(response.headers["Globalhiddenheaderparam"] == "a hidden header")
        #expect(try await call.request().path == "/anything/globals/hidden/a%20hidden%2Fpath")
    }

    @Test func optionalOnesThatAnOperationOrAPathMustHave() async throws {
        let call = Call()
        try await globals.globalsOptionalPathParameterOperationRequired(options: call.options)
        try await globals.globalsOptionalPathParameterPathRequired(options: call.options)
        try await globals.globalsOptionalHiddenPathParameterOperationRequired(options: call.options)
        try await globals.globalsOptionalHiddenPathParameterPathRequired(options: call.options)
        #expect(
            try await call.requests().map(\.target) == [
                "/anything/globals/some/operation/required", "/anything/globals/some/path/required",
                "/anything/globals/hidden/hidden/operation/required", "/anything/globals/hidden/hidden/path/required",
            ])
    }

    @Test func noneOfTheClientWhereAnOperationKnowsNone() async throws {
        let call = Call()
        let response = try await Self.client("k").globals.globalsOperationScopedExclusive(
            operationQueryParam: "q", operationPathParam: "p", operationHeaderParam: "h", options: call.options)
        #expect(response.args == ["operationQueryParam": "q"])
        let request = try await call.request()
        #expect(request.target == "/anything/globals/operationScopedExclusive/p?operationQueryParam=q")
        #expect(request.header("globalHeaderParam") == nil)
        #expect(request.header("operationHeaderParam") == "h")
    }
}
