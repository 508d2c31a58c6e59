import Testing

@testable import ApusRuntime

/// An operation that must have parameters which it leaves to the client: one in each place.
struct OpenRequest: OperationRequest {
    var place: String?
    var season: String?
    var tenant: String?
    var seen: String?

    typealias Output = NoContent

    static let operation = OperationDescription(
        id: "open", method: "GET", path: "/places/{place}", success: [.exact(204)], errors: [],
        globals: ["place", "season", "X-Tenant", "seen"])

    func encode(into request: inout RequestBuilder) {
        request.path("place", place)
        request.query("season", season)
        request.needed("season", season)
        request.header("X-Tenant", tenant)
        request.needed("X-Tenant", tenant)
        request.cookie("seen", seen)
        request.needed("seen", seen)
    }
}

@Suite struct NeededGlobalTests {
    private static let all: [String: String?] = ["place": "a/b", "season": "winter", "X-Tenant": "t", "seen": "yes"]

    private func harness(_ globals: [String: String?]) -> Harness {
        var harness = Harness(.json(204, ""))
        harness.description.globals = [.path("place"), .query("season"), .header("X-Tenant"), .cookie("seen")]
        harness.globals = globals
        return harness
    }

    @Test func theClients() async {
        let harness = harness(Self.all)
        #expect(await harness.failure(OpenRequest()) == nil)
        #expect(harness.transport.requests.last?.head.path == "/v1/places/a%2Fb?season=winter")
        #expect(harness.header("X-Tenant") == "t" && harness.header("Cookie") == "seen=yes")
    }

    @Test func theCallsBeforeTheClients() async {
        let harness = harness(Self.all)
        let request = OpenRequest(place: "c", season: "summer", tenant: "u", seen: "no")
        #expect(await harness.failure(request) == nil)
        #expect(harness.transport.requests.last?.head.path == "/v1/places/c?season=summer")
        #expect(harness.header("X-Tenant") == "u" && harness.header("Cookie") == "seen=no")
    }

    /// One without the call's and the client's ends the call before anything is sent; what its options have counts.
    @Test(arguments: ["place", "season", "X-Tenant", "seen"]) func nobodys(name: String) async {
        for value in [nil, ""] as [String?] {
            let harness = harness(Self.all.merging([name: value]) { $1 })
            let error = await harness.failure(OpenRequest())
            #expect(error.map { "\($0)" }?.contains("`\(name)`") == true)
            #expect(harness.transport.requests.isEmpty)
        }
    }

    @Test func theOptionsOfACall() async {
        let harness = harness(["place": "a", "seen": "yes"])
        let options = CallOptions(headers: ["x-tenant": "t"], query: ["season": "winter"])
        #expect(await harness.failure(OpenRequest(), options) == nil)
        #expect(harness.transport.requests.last?.head.path == "/v1/places/a?season=winter")
    }

    /// What would name another resource is refused from a client, too.
    @Test(arguments: ["..", "."]) func partsOfThePathThatAreNone(value: String) async {
        let harness = harness(Self.all.merging(["place": value]) { $1 })
        #expect(await harness.failure(OpenRequest()) != nil)
        #expect(harness.transport.requests.isEmpty)
    }
}
