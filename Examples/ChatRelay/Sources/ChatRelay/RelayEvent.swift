import Foundation
import Hummingbird

/// What the page hears of an answer, in this order: texts, then one of the others.
enum RelayEvent: Equatable, Sendable {
    /// A piece of the answer's text.
    case text(String)
    /// The answer is whole, or as whole as it gets: the note says why it ends early.
    case done(note: String?)
    /// No more will come.
    case failure(RelayFailure)
}

extension RelayEvent {
    private struct Data: Encodable {
        var text: String?
        var note: String?
        var kind: String?
        var message: String?
    }

    private var parts: (name: String, data: Data) {
        switch self {
        case .text(let text): ("text", Data(text: text))
        case .done(let note): ("done", Data(note: note))
        case .failure(let failure): ("failure", Data(kind: failure.kind.rawValue, message: failure.message))
        }
    }

    /// The event as it goes over the wire. JSON has no line ends of its own, so that one line of data is enough.
    func serverSentEvent() throws -> ByteBuffer {
        let (name, data) = parts
        var buffer = ByteBuffer(string: "event: \(name)\ndata: ")
        buffer.writeBytes(try JSONEncoder().encode(data))
        buffer.writeString("\n\n")
        return buffer
    }
}
