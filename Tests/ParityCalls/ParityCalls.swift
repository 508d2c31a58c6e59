import ApusJSON
import Foundation
import OpenRouter
import OpenRouterExamples

/// `ParityCalls describe` prints the names of the calls in code and the examples of the API's document; `ParityCalls <base URL>
/// <calls.json>…` makes the calls against a recorder and prints what came of each. `scripts/parity` runs it beside the
/// published Python SDK and compares.
@main
struct ParityCalls {
    static let calls =
        accountCalls + analyticsCalls + chatCalls + mediaCalls + fileCalls + modelCalls + guardrailCalls + byokCalls
        + organizationCalls + presetCalls + workspaceCalls + generationCalls

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let answer =
            arguments == ["describe"]
            ? .object(["names": .array(calls.map { .string($0.name) }), "examples": examples])
            : try await outcomes(of: arguments.dropFirst(), base: arguments.first!)
        FileHandle.standardOutput.write(Data(try answer.jsonBytes()))
    }

    /// The responses of every operation.
    private static var examples: JSONValue {
        let operations = OpenRouterExamples.operations.map { operation in
            let responses = operation.responses.map { response -> JSONValue in
                .object([
                    "status": .number(JSONNumber(response.status)), "contentType": .string(response.contentType),
                    "body": .string(response.body),
                ])
            }
            return (operation.operationID, JSONValue.array(responses))
        }
        return .object(JSONObject(operations))
    }

    private static func outcomes(of files: ArraySlice<String>, base: String) async throws -> JSONValue {
        let entries = try files.flatMap {
            try JSONDecoder().decode([Entry].self, from: Data(contentsOf: URL(fileURLWithPath: $0)))
        }
        let table = Dictionary(uniqueKeysWithValues: calls.map { ($0.name, $0) })
        var outcomes: [JSONValue] = []
        for (index, entry) in entries.enumerated() {
            guard let call = table[entry.name] else { throw Missing(name: entry.name) }
            outcomes.append(try await Outcome.of(call, entry.client(base: "\(base)/\(index)"), entry))
        }
        return .array(outcomes)
    }

    /// A call that has no code.
    struct Missing: Error {
        let name: String
    }
}
