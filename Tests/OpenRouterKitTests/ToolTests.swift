import ApusTesting
import Foundation
import OpenRouter
import OpenRouterKit
import Testing

struct Place: SchemaDescribing, Sendable, Equatable {
    var city: String
    var unit: Unit?
    static let schemaDescriptions = ["city": "In English."]
}

struct Recipe: Decodable, Sendable, Equatable {
    var title: String
    var steps: [String]
    var minutes: Int?
    var madeAt: Date
}

/// Arguments and answers as values.
@Suite struct ToolTests {
    @Test func aToolIsCalledAndAnswered() async throws {
        try await withServer { server, client in
            let calls =
                #""content":null,"tool_calls":[{"id":"1","type":"function","function":"#
                + #"{"name":"get_weather","arguments":"{\"city\":\"Oslo\",\"unit\":\"celsius\"}"}}]"#
            server.script(
                "sendChat",
                [
                    .response(status: 200, body: answerText(calls, finish: "tool_calls")),
                    .response(status: 200, body: answerText(#""content":"Cold.""#)),
                ])
            let weather = try ChatTool("get_weather", description: "Tells the weather.", arguments: Place.self)
            var request = ChatRequest(model: "m", messages: ["How is Oslo?"], tools: [weather.definition])
            let answer = try await client.chat.send(request)
            let message = try #require(answer.message)
            request.messages.append(.assistant(message))
            for call in answer.toolCalls {
                #expect(try weather.arguments(of: call) == Place(city: "Oslo", unit: .celsius))
                request.messages.append(.tool("-3", for: call))
            }
            #expect(try await client.chat.send(request).text == "Cold.")
            #expect(server.requests[0].json?["tools"] == Self.sentTools)
            let sent = server.requests[1].json?["messages"]?.array ?? []
            #expect(sent.map { $0["role"] } == ["user", "assistant", "tool"])
            #expect(sent.last?["tool_call_id"] == "1")
        }
    }

    static let sentTools: JSONValue = [
        [
            "type": "function",
            "function": [
                "name": "get_weather", "description": "Tells the weather.",
                "parameters": [
                    "type": "object", "required": ["city"], "additionalProperties": false,
                    "properties": [
                        "city": ["type": "string", "description": "In English."],
                        "unit": ["type": "string", "enum": ["celsius", "fahrenheit"]],
                    ],
                ],
            ],
        ]
    ]

    static func call(_ name: String, _ arguments: String) -> ChatToolCall {
        ChatToolCall(function: .init(arguments: arguments, name: name), id: "1")
    }

    @Test func argumentsThatDoNotFit() throws {
        let tool = try ChatTool("f", arguments: Place.self, strict: true)
        #expect(try tool.arguments(of: Self.call("g", "{")) == nil)
        for text in ["{", "{}", "", #"{"city":"Oslo","unit":"kelvin"}"#] {
            let error = #expect(throws: ToolArgumentsError.self) { try tool.arguments(of: Self.call("f", text)) }
            #expect(error?.call.function.arguments == text)
            #expect(error?.description.hasPrefix("the arguments of `f` do not fit: ") == true)
        }
        #expect(try ChatTool("f", arguments: Nothing.self).arguments(of: Self.call("f", "")) != nil)
    }

    static let recipe =
        #"{\"title\":\"Tea\",\"steps\":[\"Boil\"],\"minutes\":null,\"madeAt\":\"2026-01-02T03:04:05.5Z\"}"#

    @Test func anAnswerOfMyType() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.response(status: 200, body: answerText(#""content":"\#(Self.recipe)""#))])
            let recipe = try await client.chat.send(.init(model: "m", messages: ["Tea?"]), returning: Recipe.self)
            #expect(recipe.title == "Tea" && recipe.steps == ["Boil"] && recipe.minutes == nil)
            #expect(recipe.madeAt.timeIntervalSince1970 == 1_767_323_045.5)
            let format = server.requests[0].json?["response_format"]
            #expect(format?["type"] == "json_schema")
            #expect(format?["json_schema"]?["name"] == "Recipe" && format?["json_schema"]?["strict"] == true)
            #expect(
                format?["json_schema"]?["schema"]?["required"] == ["title", "steps", "minutes", "madeAt"])
        }
    }

    @Test(arguments: [
        (#""content":null,"refusal":"no""#, "stop", "the model refused: no"),
        (#""content":"""#, "content_filter", "the answer has no text; it ended with `content_filter`"),
        (#""content":"{\"title\":""#, "length", "the answer ended at its limit of tokens, before its JSON did"),
        (#""content":"{}""#, "stop", "the answer does not fit its type: "),
    ]) func anAnswerOfAnotherKind(message: String, finish: String, words: String) throws {
        let output = try StructuredOutput(Recipe.self)
        let result = try ChatResult(jsonText: answerText(message, finish: finish))
        let error = #expect(throws: StructuredOutputError.self) { try output.value(of: result) }
        #expect(error?.description.hasPrefix(words) == true)
    }

    /// No schema, no call.
    @Test func nothingIsSentWithoutASchema() async throws {
        try await withServer { server, client in
            await #expect(throws: SchemaError.self) {
                _ = try await client.chat.send(.init(model: "m", messages: ["?"]), returning: [String: Int].self)
            }
            #expect(server.requests.isEmpty)
        }
    }
}
