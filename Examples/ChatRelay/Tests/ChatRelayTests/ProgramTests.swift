import Foundation
import Testing

@testable import ChatRelay

/// The program as it is started and stopped.
@Suite(.timeLimit(.minutes(5))) struct ProgramTests {
    @Test func anAnswerUnderWayMayEnd() async throws {
        let program = try Program.demo()
        let port = try await program.number(behind: "http://127.0.0.1:")
        let body = Data(#"{"messages":[{"role":"user","text":"Hello"}]}"#.utf8)
        let response = try await post("http://127.0.0.1:\(port)/chat", body)
        var text = ""
        for try await piece in response.body {
            if text.isEmpty { program.process.terminate() }
            text += String(buffer: piece)
        }
        #expect(text.contains("Hello") && text.hasSuffix("event: done\ndata: {}\n\n"))
        #expect(await eventually { !program.process.isRunning })
        #expect(program.process.terminationReason == .exit && program.process.terminationStatus == 0)
    }

    /// A message of a status gets it, one of `break` an answer that ends in the middle: for trying out how errors look.
    @Test func theDemosFailures() async throws {
        let program = try Program.demo()
        let port = try await program.number(behind: "http://127.0.0.1:")
        for (message, want) in [("401", "refused"), ("429", "busy"), ("503", "unavailable"), ("break", "brokenOff")] {
            let body = Data(#"{"messages":[{"role":"user","text":"\#(message)"}]}"#.utf8)
            let events = try await post("http://127.0.0.1:\(port)/chat", body).events
            #expect(events.last == "failure \(want)", "\(message)")
        }
    }
}
