import ApusRuntime
import ApusTesting
import Golden
import Testing

/// What leaves the client, seen by a transport in the same process.
@Suite struct MockedCallTests {
    let transport = MockTransport()
    var client: GoldenClient { .testing(transport) }

    @Test func parametersOfEveryPlaceAndStyle() async throws {
        transport.stub(ListPetsRequest.self, returning: Page(data: []))
        _ = try await client.pets.listPets(
            kinds: ["cat", "big dog"], near: .init(city: "Ulm", floors: [1, 2]), ids: [3, 4], seen: "yes")
        let request = transport.requests[0]
        #expect(
            request.query.map { "\($0.name)=\($0.value)" } == [
                "kinds=cat", "kinds=big dog", "near[city]=Ulm", "near[floors][]=1", "near[floors][]=2", "ids=3|4",
            ])
        #expect(request.header("Cookie") == "seen=yes")
        #expect(request.path == "/v1/pets")
    }

    /// The client's value goes with each call that has none of its own.
    @Test(arguments: [(nil, "north"), ("south", "south")] as [(String?, String)])
    func globals(given: String?, want: String) async throws {
        transport.stub(ListPetsRequest.self, returning: Page(data: []))
        _ = try await client.pets.listPets(xShelter: given)
        #expect(transport.requests[0].header("X-Shelter") == want)
    }

    /// An operation that must have them leaves them to the client, in the path, too.
    @Test func globalsThatAnOperationMustHave() async throws {
        let hours = MockResponse.text(200, "9 to 5", contentType: "text/plain")
        transport.stub(GetHoursRequest.self, sequence: [hours, hours])
        #expect(try await client.pets.getHours(day: "monday") == "9 to 5")
        _ = try await client.pets.getHours(day: "monday", branch: "old/town", season: "")
        #expect(transport.requests.map(\.path) == ["/v1/branches/main/hours", "/v1/branches/old%2Ftown/hours"])
        let queries = transport.requests.map { $0.query.map { "\($0.name)=\($0.value)" }.sorted() }
        #expect(queries == [["day=monday", "season=winter"], ["day=monday", "season="]])
    }

    /// With neither the call's nor the client's, nothing is sent.
    @Test(arguments: [(nil, "winter", "`branch`"), ("main", nil, "`season`")] as [(String?, String?, String)])
    func globalsThatNobodyGives(branch: String?, season: String?, missing: String) async throws {
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup([:])
        let client = GoldenClient(
            key: "k-c4n4ry7f3a9c", branch: branch, season: season, configuration: configuration, transport: transport)
        do {
            _ = try await client.pets.getHours(day: "monday")
            Issue.record("nobody gave \(missing)")
        } catch {
            guard case .invalidRequest(let problem) = error else { throw error }
            #expect(problem.message.contains(missing))
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func credentialsOfEachOperation() async throws {
        transport.stub(GetPetRequest.self, returning: Pet(name: "Ida"))
        transport.stub(DeletePetRequest.self, sequence: [.bytes(204, contentType: nil, [])])
        transport.stub(GetPhotoRequest.self, sequence: [.bytes(200, contentType: "image/png", [1, 2])])
        _ = try await client.pets.getPet(id: 1)
        try await client.pets.deletePet(id: 1)
        _ = try await client.files.getPhoto(id: 1).collect(upTo: 9)
        let sent = transport.requests.map { [$0.header("X-Key"), $0.header("Authorization")] }
        #expect(sent == [["k-c4n4ry7f3a9c", nil], [nil, "Basic YW5uOmM0bjRyeTdmM2E5Yw=="], [nil, nil]])
    }

    @Test func bodiesOfSeveralMediaTypes() async throws {
        transport.stub(AddPetRequest.self, returning: Pet(name: "Ida"))
        _ = try await client.pets.addPet(.json(.init(name: "Ida", kind: .cat)))
        _ = try await client.pets.addPet(.form(.init(city: "Ulm & more")))
        #expect(
            transport.requests.map { $0.header("Content-Type") } == [
                "application/json", "application/x-www-form-urlencoded",
            ])
        #expect(transport.requests[0].json == ["name": "Ida", "kind": "cat"])
        #expect(transport.requests[1].bodyText == "city=Ulm+%26+more")
    }

    /// A success that the document describes without a body is `nil`; a missing body elsewhere is a fault.
    @Test func successWithoutBody() async throws {
        transport.stub(
            AddPetRequest.self,
            sequence: [.bytes(202, contentType: nil, []), .bytes(201, contentType: nil, [])])
        #expect(try await client.pets.addPet(.json(.init(name: "Ida"))) == nil)
        do {
            _ = try await client.pets.addPet(.json(.init(name: "Ida")))
            Issue.record("201 has a body")
        } catch {
            #expect(error.status == 201)
        }
    }

    @Test func unionsByTheirTagAndUnknownOnes() async throws {
        transport.stub(
            GetPetRequest.self,
            sequence: [
                .text(200, #"{"name":"a","animal":{"kind":"cat","lives":9}}"#, contentType: "application/json"),
                .text(200, #"{"name":"a","animal":{"kind":"owl"}}"#, contentType: "application/json"),
            ])
        guard case .cat(let cat)? = try await client.pets.getPet(id: 1).animal else {
            Issue.record("a cat was sent")
            return
        }
        #expect(cat.lives == 9)
        guard case .unknown(let json)? = try await client.pets.getPet(id: 1).animal else {
            Issue.record("no owl is documented")
            return
        }
        #expect(json == ["kind": "owl"])
    }

    @Test func operationsOnAServerOfTheirOwn() async throws {
        let request = try SetPhotoRequest(id: 7, body: .init(photo: .bytes([1]))).httpRequest(
            baseURL: "https://files.shelter.example")
        #expect(request.path == "/pets/7/photo")
        #expect(SetPhotoRequest.operation.server == "https://files.shelter.example")
    }
}
