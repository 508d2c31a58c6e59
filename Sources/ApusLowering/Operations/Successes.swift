import ApusIR

extension Success {
    /// Takes alternatives whose bodies are the same for one payload, which may be missing where a success has none.
    mutating func unite() {
        let payloads = alternatives.compactMap(\.payload)
        guard let first = payloads.first else { alternatives = []; return }
        guard payloads.allSatisfy({ $0.isSame(as: first) }) else { return }
        payload = first
        if payloads.count < alternatives.count, first.coding == .json { payload?.isRequired = false }
        alternatives = []
    }
}

extension Payload {
    /// Whether both become the same value in the same way.
    func isSame(as other: Payload) -> Bool { type == other.type && coding == other.coding }
}
