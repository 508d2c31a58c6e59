/// Reads a response's body into memory, within a limit.
struct BodyCollector {
    /// How a body ended.
    enum Ending {
        case complete
        /// There was more than the limit; the rest was not read.
        case overLimit
        case failed(TransportError)
    }

    /// The most bytes to keep.
    var limit: Int

    /// Reads until the end, the limit, or a failure; the bytes so far are kept in every case.
    func collect(_ body: ResponseBody) async -> (bytes: [UInt8], ending: Ending) {
        var bytes: [UInt8] = []
        do {
            while let piece = try await body.next() {
                let room = limit - bytes.count
                if piece.count > room { return (bytes + piece.prefix(room), .overLimit) }
                // Most bodies are one piece, which needs no copy.
                if bytes.isEmpty { bytes = piece } else { bytes += piece }
            }
        } catch {
            return (bytes, .failed(error))
        }
        return (bytes, .complete)
    }
}
