import ApusDiagnostics
import ApusIR
import ApusLowering
import ApusOpenAPI
import ApusYAML
import Testing

/// Filters: which operations and types stay, and what is said of words that name nothing.
@Suite struct FilterTests {
    private func lower(_ change: (inout OperationFilter) -> Void) throws -> Checked<API> {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                get: {operationId: listPets, tags: [pets], responses: {'200': {$ref: '#/components/responses/Pet'}}}
                post: {operationId: addPet, tags: [pets, admin], responses: {'204': {description: OK}}}
              /pets/food:
                get: {operationId: listFood, tags: [food], responses: {'204': {description: OK}}}
              /shops:
                get: {tags: [shops], responses: {'204': {description: OK}}}
            components:
              responses:
                Pet:
                  description: OK
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
              schemas: {Pet: {type: object, properties: {name: {type: string}}}}
            """
        let root = try #require(YAMLReader.read(SourceFile(path: "openapi.yaml", contents: text)).value)
        var options = LoweringOptions()
        change(&options.filter)
        return Lowering.lower(try #require(OpenAPIReader.read(root).value), options: options)
    }

    @Test(arguments: [
        ("", "", ["listPets", "addPet", "listFood", "GET /shops"]),
        ("tag pets", "", ["listPets", "addPet"]),
        ("tag pets", "tag admin", ["listPets"]),
        ("", "path /pets*", ["GET /shops"]),
        ("path /*/food", "", ["listFood"]),
        ("operation list*", "path /pets", ["listFood"]),
        ("operation GET /shops", "", ["GET /shops"]),
    ])
    func keeps(include: String, exclude: String, want: [String]) throws {
        func words(_ text: String) -> [OperationFilter.Subject: [String]] {
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard let subject = parts.first.flatMap(OperationFilter.Subject.init) else { return [:] }
            return [subject: [parts[1]]]
        }
        let lowered = try lower { filter in
            filter.include = words(include)
            filter.exclude = words(exclude)
        }
        #expect(!lowered.hasErrors)
        #expect(lowered.value.operations.map(\.id) == want)
        #expect(lowered.value.types.isEmpty == !want.contains("listPets"))
    }

    @Test func wordsThatNameNothingAreErrors() throws {
        let lowered = try lower { $0.exclude = [.tag: ["pet"], .path: ["/pets"]] }
        let found = lowered.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == ["no operation has the tag `pet` that is to be excluded"])
        #expect(found.first?.hint == "Did you mean `pets`?")
        #expect(try lower { $0.exclude = [.path: ["*"]] }.diagnostics.contains { $0.code == "empty-filter" })
    }
}
